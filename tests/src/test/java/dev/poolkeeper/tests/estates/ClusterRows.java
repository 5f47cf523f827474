package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The cluster's side of volumes and snapshots. */
final class ClusterRows {

  private ClusterRows() {}

  /** The volume, bound to its claim. */
  static PersistentVolume bound(Volume volume) {
    return volume(volume, "Bound", "Delete", volume.source());
  }

  static PersistentVolume volume(
      Volume volume, String phase, String reclaimPolicy, VolumeSource source) {
    return new PersistentVolume(
        volume.driver().cluster(),
        volume.name(),
        "pv-" + volume.claimUid(),
        volume.createdAt(),
        Optional.empty(),
        phase,
        OptionalLong.of(volume.bytes()),
        volume.driver().storageClass(),
        reclaimPolicy,
        Optional.of(new ClaimReference(volume.namespace(), volume.claim(), volume.claimUid())),
        source,
        List.of(),
        Optional.empty());
  }

  static PersistentVolume withDeletion(PersistentVolume volume, Instant deletedAt) {
    return new PersistentVolume(
        volume.cluster(),
        volume.name(),
        volume.uid(),
        volume.createdAt(),
        Optional.of(deletedAt),
        volume.phase(),
        volume.capacityBytes(),
        volume.storageClass(),
        volume.reclaimPolicy(),
        volume.claim(),
        volume.source(),
        List.of("external-provisioner.volume.kubernetes.io/finalizer"),
        volume.keep());
  }

  static PersistentVolume kept(PersistentVolume volume) {
    return new PersistentVolume(
        volume.cluster(),
        volume.name(),
        volume.uid(),
        volume.createdAt(),
        volume.deletedAt(),
        volume.phase(),
        volume.capacityBytes(),
        volume.storageClass(),
        volume.reclaimPolicy(),
        volume.claim(),
        volume.source(),
        volume.finalizers(),
        Optional.of("annotation poolkeeper.dev/keep=true"));
  }

  /** A volume that nobody provisioned: written by hand, for data that is there already. */
  static PersistentVolume written(
      String cluster, String name, String phase, Optional<ClaimReference> claim, VolumeSource at) {
    return new PersistentVolume(
        cluster,
        name,
        "pv-" + name,
        Draft.NIGHT.minusSeconds(90L * 86_400),
        Optional.empty(),
        phase,
        OptionalLong.of(1L << 40),
        "",
        "Retain",
        claim,
        at,
        List.of(),
        Optional.empty());
  }

  static PersistentVolumeClaim claim(Volume volume) {
    return claim(volume, "Bound", Optional.empty(), Optional.empty());
  }

  static PersistentVolumeClaim claim(
      Volume volume, String phase, Optional<Instant> deletedAt, Optional<Instant> unusedSince) {
    boolean pending = phase.equals("Pending");
    return new PersistentVolumeClaim(
        volume.driver().cluster(),
        volume.namespace(),
        volume.claim(),
        volume.claimUid(),
        volume.createdAt(),
        deletedAt,
        phase,
        Optional.of(volume.driver().storageClass()),
        pending ? Optional.empty() : Optional.of(volume.name()),
        OptionalLong.of(volume.bytes()),
        unusedSince,
        deletedAt.isPresent() ? List.of("kubernetes.io/pvc-protection") : List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** The claim of a volume that was written by hand. */
  static PersistentVolumeClaim claimOf(PersistentVolume volume) {
    ClaimReference claim = volume.claim().orElseThrow();
    return new PersistentVolumeClaim(
        volume.cluster(),
        claim.namespace(),
        claim.name(),
        claim.uid(),
        volume.createdAt(),
        Optional.empty(),
        "Bound",
        Optional.empty(),
        Optional.of(volume.name()),
        volume.capacityBytes(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  static VolumeSnapshot object(Snapshot snapshot, boolean ready) {
    return new VolumeSnapshot(
        snapshot.volume().driver().cluster(),
        snapshot.volume().namespace(),
        snapshot.objectName(),
        snapshot.uid(),
        snapshot.createdAt(),
        Optional.empty(),
        Optional.of(snapshot.volume().claim()),
        Optional.of(snapshot.contentName()),
        ready,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static VolumeSnapshotContent content(Snapshot snapshot) {
    return content(snapshot, Optional.of(snapshot.handle()), Optional.empty());
  }

  static VolumeSnapshotContent content(
      Snapshot snapshot, Optional<String> handle, Optional<Instant> deletedAt) {
    return new VolumeSnapshotContent(
        snapshot.volume().driver().cluster(),
        snapshot.contentName(),
        snapshot.createdAt(),
        deletedAt,
        snapshot.volume().driver().label(),
        "Delete",
        handle,
        Optional.of(snapshot.volume().handle()),
        snapshot.volume().namespace(),
        snapshot.objectName(),
        Optional.of(snapshot.uid()),
        OptionalLong.of(snapshot.volume().bytes()),
        handle.isPresent(),
        Optional.of("snapshots"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
