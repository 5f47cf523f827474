package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.readers.json.Row;

/** Reads a live NVMe-oF connection. */
final class NvmeSessionMapper {

  private NvmeSessionMapper() {}

  static NvmeSession map(Row row) {
    return new NvmeSession(
        row.source(),
        row.textOrNone("hostnqn"),
        row.textOrNone("host_traddr"),
        row.requireNumber("subsys_id"),
        row.number("port_id").orElse(0));
  }
}
