package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PersistentVolume.
 *
 * @param phase Pending, Available, Bound, Released or Failed
 * @param capacityBytes provisioned size, empty when it cannot be read
 * @param storageClass empty string when none
 * @param claim the claim it is or was bound to
 * @param finalizers what still holds back a deletion that was asked for
 * @param keep why this object must be left alone (an opt-out annotation or label), if it must
 * @param labels those of its metadata, none whose name tells of a secret
 */
public record PersistentVolume(
    String cluster,
    String name,
    String uid,
    Instant createdAt,
    Optional<Instant> deletedAt,
    String phase,
    OptionalLong capacityBytes,
    String storageClass,
    String reclaimPolicy,
    Optional<ClaimReference> claim,
    VolumeSource source,
    List<String> finalizers,
    Optional<String> keep,
    Map<String, String> labels)
    implements InventoryObject {

  public PersistentVolume {
    finalizers = List.copyOf(finalizers);
    labels = Map.copyOf(labels);
  }

  /** Without labels. */
  public PersistentVolume(
      String cluster,
      String name,
      String uid,
      Instant createdAt,
      Optional<Instant> deletedAt,
      String phase,
      OptionalLong capacityBytes,
      String storageClass,
      String reclaimPolicy,
      Optional<ClaimReference> claim,
      VolumeSource source,
      List<String> finalizers,
      Optional<String> keep) {
    this(
        cluster,
        name,
        uid,
        createdAt,
        deletedAt,
        phase,
        capacityBytes,
        storageClass,
        reclaimPolicy,
        claim,
        source,
        finalizers,
        keep,
        Map.of());
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME, name);
  }
}
