package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.readers.json.Row;

/** Reads which extent a target shows under which LUN. */
final class IscsiTargetExtentMapper {

  private IscsiTargetExtentMapper() {}

  static IscsiTargetExtent map(Row row) {
    return new IscsiTargetExtent(
        row.source(),
        row.requireNumber("id"),
        row.requireNumber("target"),
        row.requireNumber("extent"),
        row.requireNumber("lunid"));
  }
}
