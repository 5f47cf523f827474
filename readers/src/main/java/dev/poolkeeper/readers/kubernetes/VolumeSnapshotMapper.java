package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.readers.json.Row;

/** Reads a VolumeSnapshot, of a claim or of a ready-made content. */
final class VolumeSnapshotMapper {

  private VolumeSnapshotMapper() {}

  static VolumeSnapshot map(KubernetesObject object) {
    Row row = object.row();
    return new VolumeSnapshot(
        object.cluster(),
        object.namespace(),
        object.name(),
        object.uid(),
        object.createdAt(),
        object.deletedAt(),
        row.text("spec", "source", "persistentVolumeClaimName"),
        row.text("status", "boundVolumeSnapshotContentName")
            .or(() -> row.text("spec", "source", "volumeSnapshotContentName")),
        row.flag(false, "status", "readyToUse"),
        DriverError.of(row),
        object.finalizers(),
        object.keep());
  }
}
