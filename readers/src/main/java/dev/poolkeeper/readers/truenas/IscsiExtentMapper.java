package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.readers.json.Row;

/** Reads an iSCSI extent and the zvol behind it. */
final class IscsiExtentMapper {

  private IscsiExtentMapper() {}

  static IscsiExtent map(Row row) {
    return new IscsiExtent(
        row.source(),
        row.requireNumber("id"),
        row.require("name"),
        row.text("disk")
            .flatMap(ZvolPaths::dataset)
            .or(() -> row.text("path").flatMap(ZvolPaths::dataset)),
        row.textOrNone("comment"),
        row.flag(true, "enabled"));
  }
}
