package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.readers.json.Row;

/** Reads a VolumeSnapshotContent, dynamic or pre-provisioned. */
final class VolumeSnapshotContentMapper {

  private VolumeSnapshotContentMapper() {}

  static VolumeSnapshotContent map(KubernetesObject object) {
    Row row = object.row();
    return new VolumeSnapshotContent(
        object.cluster(),
        object.name(),
        object.createdAt(),
        object.deletedAt(),
        row.textOrNone("spec", "driver"),
        row.textOrNone("spec", "deletionPolicy"),
        row.text("status", "snapshotHandle").or(() -> row.text("spec", "source", "snapshotHandle")),
        row.text("spec", "source", "volumeHandle"),
        row.textOrNone("spec", "volumeSnapshotRef", "namespace"),
        row.textOrNone("spec", "volumeSnapshotRef", "name"),
        row.text("spec", "volumeSnapshotRef", "uid"),
        row.number("status", "restoreSize"),
        row.flag(false, "status", "readyToUse"),
        row.text("spec", "volumeSnapshotClassName"),
        DriverError.of(row),
        object.finalizers(),
        object.keep());
  }
}
