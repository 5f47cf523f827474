package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A VolumeSnapshot: what a user asked for.
 *
 * @param claim the claim it was taken of; empty when it points at a ready-made content
 * @param content name of the VolumeSnapshotContent it is bound to, once bound
 * @param error what went wrong last while it was taken
 * @param finalizers what still holds back a deletion that was asked for
 * @param keep why this object must be left alone, if it must
 */
public record VolumeSnapshot(
    String cluster,
    String namespace,
    String name,
    String uid,
    Instant createdAt,
    Optional<Instant> deletedAt,
    Optional<String> claim,
    Optional<String> content,
    boolean ready,
    Optional<String> error,
    List<String> finalizers,
    Optional<String> keep)
    implements InventoryObject {

  public VolumeSnapshot {
    finalizers = List.copyOf(finalizers);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_SNAPSHOT, namespace + "/" + name);
  }
}
