package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.CsiStorageCapacity;
import dev.poolkeeper.readers.json.Row;

/** Reads a CSIStorageCapacity; without a capacity the driver did not say. */
final class CsiStorageCapacityMapper {

  private CsiStorageCapacityMapper() {}

  static CsiStorageCapacity map(KubernetesObject object) {
    Row row = object.row();
    return new CsiStorageCapacity(
        object.cluster(),
        object.namespace(),
        object.name(),
        row.textOrNone("storageClassName"),
        Quantities.bytes(row, "capacity"));
  }
}
