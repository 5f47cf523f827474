package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.readers.json.Row;

/** Reads an iSCSI target without its CHAP groups. */
final class IscsiTargetMapper {

  private IscsiTargetMapper() {}

  static IscsiTarget map(Row row) {
    return new IscsiTarget(
        row.source(), row.requireNumber("id"), row.require("name"), row.text("alias"));
  }
}
