package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.readers.json.Row;

/** Reads an NVMe-oF namespace and the zvol behind it. */
final class NvmeNamespaceMapper {

  private NvmeNamespaceMapper() {}

  static NvmeNamespace map(Row row) {
    return new NvmeNamespace(
        row.source(),
        row.requireNumber("id"),
        row.require("subsys", "subnqn"),
        row.requireNumber("nsid"),
        row.text("device_path").flatMap(ZvolPaths::dataset));
  }
}
