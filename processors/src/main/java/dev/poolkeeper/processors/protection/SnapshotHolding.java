package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How many snapshots the datasets of something have, and what those hold.
 *
 * @param subject a pool, periodic snapshot task or namespace
 * @param snapshots of a task only those that bear a name it gives
 * @param heldBytes what all snapshots of these datasets hold together; empty when one of them did
 *     not tell. Of a task it may be held by snapshots of others
 */
public record SnapshotHolding(
    Subject subject, Kind kind, int datasets, long snapshots, OptionalLong heldBytes) {

  /** What it is counted of. */
  public enum Kind {
    POOL,
    TASK,
    NAMESPACE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
