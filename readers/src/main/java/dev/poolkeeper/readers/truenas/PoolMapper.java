package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.PoolScan;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.readers.json.Row;
import java.util.Optional;

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
        scan(row),
        SpaceUsage.ofCapacity(row.number("allocated"), row.number("free"), row.number("size")));
  }

  /** Its last scan; an object of nothing but nulls says that there was none. */
  private static Optional<PoolScan> scan(Row row) {
    if (!row.at("scan").isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new PoolScan(
            row.textOrNone("scan", "function"),
            row.textOrNone("scan", "state"),
            row.instant("scan", "end_time"),
            row.number("scan", "errors").orElse(0)));
  }
}
