package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.NfsClient;
import dev.poolkeeper.readers.json.Row;

/** Reads an entry of the NFSv3 mount table. */
final class NfsClientMapper {

  private NfsClientMapper() {}

  static NfsClient map(Row row) {
    return new NfsClient(row.source(), row.textOrNone("ip"), row.require("export"));
  }
}
