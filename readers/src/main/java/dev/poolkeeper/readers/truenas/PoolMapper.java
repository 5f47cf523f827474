package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.readers.json.Row;

/** Reads a pool. CORE tells no sizes, and an exported pool tells nothing but its name. */
final class PoolMapper {

  private PoolMapper() {}

  static Pool map(Row row) {
    String status = row.text("status").orElse("UNKNOWN");
    return new Pool(
        row.source(),
        row.require("name"),
        row.textOrNone("guid"),
        status,
        row.flag(status.equals("ONLINE"), "healthy"),
        row.text("fragmentation").filter(text -> !text.equals("None")).orElse(""),
        SpaceUsage.ofCapacity(row.number("allocated"), row.number("free"), row.number("size")));
  }
}
