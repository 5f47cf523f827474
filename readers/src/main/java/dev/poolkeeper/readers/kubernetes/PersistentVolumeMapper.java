package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.ClaimReference;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.UnreadableRow;
import java.util.Optional;

/**
 * Reads a PersistentVolume. One without a source, or a CSI one without driver or handle, is
 * refused.
 */
final class PersistentVolumeMapper {

  private PersistentVolumeMapper() {}

  static PersistentVolume map(KubernetesObject object) {
    Row row = object.row();
    return new PersistentVolume(
        object.cluster(),
        object.name(),
        object.uid(),
        object.createdAt(),
        object.deletedAt(),
        row.textOrNone("status", "phase"),
        Quantities.bytes(row, "spec", "capacity", "storage"),
        row.text("spec", "storageClassName")
            .or(() -> row.text("metadata", "annotations", StorageClassMapper.BETA_ANNOTATION))
            .orElse(""),
        row.text("spec", "persistentVolumeReclaimPolicy").orElse("Retain"),
        claim(row),
        source(row),
        object.finalizers(),
        object.keep(),
        object.labels());
  }

  private static Optional<ClaimReference> claim(Row row) {
    return row.text("spec", "claimRef", "name")
        .map(
            name ->
                new ClaimReference(
                    row.textOrNone("spec", "claimRef", "namespace"),
                    name,
                    row.textOrNone("spec", "claimRef", "uid")));
  }

  private static VolumeSource source(Row row) {
    if (row.at("spec", "csi").isObject()) {
      row.require("spec", "csi", "driver");
      row.require("spec", "csi", "volumeHandle");
    }
    return VolumeSources.ofVolume(row.at("spec"))
        .orElseThrow(
            () ->
                new UnreadableRow(
                    "a volume without a source (csi, nfs, iscsi, local, ...)",
                    "the row was skipped; export the list again without editing it"));
  }
}
