package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/** The statement that a volume is, or should be, attached to a node. */
public record VolumeAttachment(
    String cluster,
    String name,
    String attacher,
    String node,
    Optional<String> volumeName,
    boolean attached)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_ATTACHMENT, name);
  }
}
