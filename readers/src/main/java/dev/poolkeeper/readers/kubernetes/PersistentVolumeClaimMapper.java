package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.readers.json.Row;

/** Reads a PersistentVolumeClaim. */
final class PersistentVolumeClaimMapper {

  private PersistentVolumeClaimMapper() {}

  static PersistentVolumeClaim map(KubernetesObject object) {
    Row row = object.row();
    return new PersistentVolumeClaim(
        object.cluster(),
        object.namespace(),
        object.name(),
        object.uid(),
        object.createdAt(),
        object.deletedAt(),
        row.textOrNone("status", "phase"),
        row.text("spec", "storageClassName")
            .or(() -> row.text("metadata", "annotations", StorageClassMapper.BETA_ANNOTATION)),
        row.text("spec", "volumeName"),
        Quantities.bytes(row, "spec", "resources", "requests", "storage"),
        object.keep());
  }
}
