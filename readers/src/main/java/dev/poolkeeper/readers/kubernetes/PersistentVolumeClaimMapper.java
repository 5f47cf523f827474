package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Reads a PersistentVolumeClaim. */
final class PersistentVolumeClaimMapper {

  private static final String RPO = "poolkeeper.dev/rpo";

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
        unusedSince(row),
        object.finalizers(),
        object.keep(),
        object.labels(),
        owner(row),
        row.text("metadata", "annotations", RPO).or(() -> row.text("metadata", "labels", RPO)));
  }

  /** The owner that controls it, else the first one. */
  private static Optional<String> owner(Row row) {
    return row.at("metadata", "ownerReferences").values().stream()
        .min(Comparator.comparing(owner -> !owner.path("controller").asBoolean(false)))
        .map(owner -> owner.path("kind").asString("") + " " + owner.path("name").asString(""))
        .map(Visible::text);
  }

  /** The transition time of condition Unused, where the cluster keeps it (KEP-5541). */
  private static Optional<Instant> unusedSince(Row row) {
    return row.at("status", "conditions").values().stream()
        .filter(condition -> condition.path("type").asString("").equals("Unused"))
        .filter(condition -> condition.path("status").asString("").equals("True"))
        .flatMap(condition -> Values.instant(condition.path("lastTransitionTime")).stream())
        .findFirst();
  }
}
