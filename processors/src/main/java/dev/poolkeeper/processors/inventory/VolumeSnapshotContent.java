package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A VolumeSnapshotContent: the cluster's half of a CSI snapshot.
 *
 * @param handle the CSI snapshotHandle; empty while the driver still creates it
 * @param sourceVolumeHandle volumeHandle of the volume it was taken of; empty when pre-provisioned
 * @param snapshotUid uid of the VolumeSnapshot it belongs to, when bound
 * @param snapshotClass name of the class it was made with; empty when pre-provisioned
 * @param error what the driver said when it failed last
 * @param finalizers what still holds back a deletion that was asked for
 * @param keep why this object must be left alone, if it must
 */
public record VolumeSnapshotContent(
    String cluster,
    String name,
    Instant createdAt,
    Optional<Instant> deletedAt,
    String driver,
    String deletionPolicy,
    Optional<String> handle,
    Optional<String> sourceVolumeHandle,
    String snapshotNamespace,
    String snapshotName,
    Optional<String> snapshotUid,
    OptionalLong restoreSizeBytes,
    boolean ready,
    Optional<String> snapshotClass,
    Optional<String> error,
    List<String> finalizers,
    Optional<String> keep)
    implements InventoryObject {

  public VolumeSnapshotContent {
    finalizers = List.copyOf(finalizers);
  }

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VOLUME_SNAPSHOT_CONTENT, name);
  }
}
