package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;

/**
 * Something that is planned for a pool and that no forecast can know.
 *
 * @param pool {@code nas1/pools/tank}
 * @param bytes how much comes, over 0
 * @param on the day on which it comes, UTC
 * @param reason why, for people
 */
public record PlannedChange(Subject pool, What what, long bytes, LocalDate on, String reason) {

  /** What comes. */
  public enum What {
    /** Room. */
    CAPACITY,
    /** Data, beyond what grows anyway. */
    USAGE
  }

  public PlannedChange {
    requireNonNull(pool, "pool");
    requireNonNull(what, "what");
    requireNonNull(on, "on");
    requireNonNull(reason, "reason");
    if (bytes <= 0) {
      throw new IllegalArgumentException("%d bytes planned for %s".formatted(bytes, pool));
    }
  }
}
