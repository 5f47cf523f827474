package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.readers.json.Row;

/** Reads a VolumeSnapshotClass without its parameters, which may hold secrets. */
final class VolumeSnapshotClassMapper {

  private VolumeSnapshotClassMapper() {}

  static VolumeSnapshotClass map(KubernetesObject object) {
    Row row = object.row();
    return new VolumeSnapshotClass(
        object.cluster(),
        object.name(),
        row.textOrNone("driver"),
        row.textOrNone("deletionPolicy"));
  }
}
