package dev.poolkeeper.processors.inventory;

import java.util.Optional;

/**
 * The statement that a volume is, or should be, attached to a node.
 *
 * @param keep why this object must be left alone, if it must
 */
public record VolumeAttachment(
    String cluster,
    String name,
    String attacher,
    String node,
    Optional<String> volumeName,
    boolean attached,
    Optional<String> keep)
    implements InventoryObject {

  /** Without an opt-out. */
  public VolumeAttachment(
      String cluster,
      String name,
      String attacher,
      String node,
      Optional<String> volumeName,
      boolean attached) {
    this(cluster, name, attacher, node, volumeName, attached, Optional.empty());
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_ATTACHMENT, name);
  }
}
