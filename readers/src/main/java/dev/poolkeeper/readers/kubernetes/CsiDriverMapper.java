package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.CsiDriver;

/** Reads a CSIDriver: its name alone. */
final class CsiDriverMapper {

  private CsiDriverMapper() {}

  static CsiDriver map(KubernetesObject object) {
    return new CsiDriver(object.cluster(), object.name());
  }
}
