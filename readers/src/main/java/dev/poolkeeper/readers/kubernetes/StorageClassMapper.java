package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.readers.json.KnownAttributes;

/** Reads a StorageClass; of its parameters only the known ones, as others may hold secrets. */
final class StorageClassMapper {

  /** Where volumes and claims name their class since before the field existed. */
  static final String BETA_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

  private StorageClassMapper() {}

  static StorageClass map(KubernetesObject object) {
    return new StorageClass(
        object.cluster(),
        object.name(),
        object.row().textOrNone("provisioner"),
        object.row().text("reclaimPolicy").orElse("Delete"),
        object.row().text("volumeBindingMode").orElse("Immediate"),
        KnownAttributes.of(object.row().at("parameters")));
  }
}
