package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.readers.json.Row;

/** Reads a live iSCSI session. */
final class IscsiSessionMapper {

  private IscsiSessionMapper() {}

  static IscsiSession map(Row row) {
    return new IscsiSession(
        row.source(),
        row.textOrNone("initiator"),
        row.textOrNone("initiator_addr"),
        row.require("target"));
  }
}
