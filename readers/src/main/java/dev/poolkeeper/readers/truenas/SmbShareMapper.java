package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.readers.json.Row;

/** Reads an SMB share. */
final class SmbShareMapper {

  private SmbShareMapper() {}

  static SmbShare map(Row row) {
    return new SmbShare(
        row.source(),
        row.requireNumber("id"),
        row.require("name"),
        row.textOrNone("path"),
        row.textOrNone("comment"),
        row.flag(true, "enabled"));
  }
}
