package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.readers.json.Row;

/** Reads the iSCSI service's settings. */
final class IscsiGlobalMapper {

  private IscsiGlobalMapper() {}

  static IscsiGlobal map(Row row) {
    return new IscsiGlobal(row.source(), row.require("basename"));
  }
}
