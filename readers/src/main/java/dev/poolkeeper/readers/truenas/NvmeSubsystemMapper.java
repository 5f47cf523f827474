package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.readers.json.Row;

/** Reads an NVMe-oF subsystem. */
final class NvmeSubsystemMapper {

  private NvmeSubsystemMapper() {}

  static NvmeSubsystem map(Row row) {
    return new NvmeSubsystem(
        row.source(), row.requireNumber("id"), row.require("name"), row.textOrNone("subnqn"));
  }
}
