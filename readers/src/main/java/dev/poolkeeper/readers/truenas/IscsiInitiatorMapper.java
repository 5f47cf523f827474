package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.IscsiInitiator;
import dev.poolkeeper.readers.json.Row;

/** Reads a group of allowed initiators. */
final class IscsiInitiatorMapper {

  private IscsiInitiatorMapper() {}

  static IscsiInitiator map(Row row) {
    return new IscsiInitiator(row.source(), row.requireNumber("id"), row.textOrNone("comment"));
  }
}
