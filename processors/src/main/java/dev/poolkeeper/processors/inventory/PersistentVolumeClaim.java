package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A PersistentVolumeClaim.
 *
 * @param phase Pending, Bound or Lost
 * @param storageClass empty when the claim asks for none
 * @param unusedSince since when the cluster itself says that no pod uses it (condition Unused,
 *     Kubernetes 1.36 and newer); empty when it says nothing
 * @param finalizers what still holds back a deletion that was asked for
 * @param keep why this object must be left alone, if it must
 * @param labels those of its metadata, none whose name tells of a secret
 * @param owner the object that owns it, {@code Workflow nightly-build}; goes when that goes
 * @param rpo what its annotation or label {@code poolkeeper.dev/rpo} asks for, as it stands there
 */
public record PersistentVolumeClaim(
    String cluster,
    String namespace,
    String name,
    String uid,
    Instant createdAt,
    Optional<Instant> deletedAt,
    String phase,
    Optional<String> storageClass,
    Optional<String> volumeName,
    OptionalLong requestedBytes,
    Optional<Instant> unusedSince,
    List<String> finalizers,
    Optional<String> keep,
    Map<String, String> labels,
    Optional<String> owner,
    Optional<String> rpo)
    implements InventoryObject {

  public PersistentVolumeClaim {
    finalizers = List.copyOf(finalizers);
    labels = Map.copyOf(labels);
  }

  /** One that says nothing of how old its newest snapshot may be. */
  public PersistentVolumeClaim(
      String cluster,
      String namespace,
      String name,
      String uid,
      Instant createdAt,
      Optional<Instant> deletedAt,
      String phase,
      Optional<String> storageClass,
      Optional<String> volumeName,
      OptionalLong requestedBytes,
      Optional<Instant> unusedSince,
      List<String> finalizers,
      Optional<String> keep,
      Map<String, String> labels,
      Optional<String> owner) {
    this(
        cluster,
        namespace,
        name,
        uid,
        createdAt,
        deletedAt,
        phase,
        storageClass,
        volumeName,
        requestedBytes,
        unusedSince,
        finalizers,
        keep,
        labels,
        owner,
        Optional.empty());
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.PERSISTENT_VOLUME_CLAIM, namespace + "/" + name);
  }
}
