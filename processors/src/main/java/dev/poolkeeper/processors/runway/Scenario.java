package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What if.
 *
 * @param name in few words
 * @param assumption what is taken for granted, in words
 */
public record Scenario(Subject pool, String name, String assumption, Result result) {

  /** What it comes to. */
  public sealed interface Result {}

  /**
   * When the pool is full then.
   *
   * @param full as by expected path and 80 % band
   * @param orderBy the earliest full day less the lead time of new capacity; may be past
   * @param horizonDays how far ahead was looked
   */
  public record Reached(Crossing full, Optional<LocalDate> orderBy, int horizonDays)
      implements Result {

    public Reached {
      requireNonNull(full, "full");
      requireNonNull(orderBy, "orderBy");
    }
  }

  /**
   * Nothing can be said.
   *
   * @param reason in words
   */
  public record NotComputed(String reason) implements Result {

    public NotComputed {
      requireNonNull(reason, "reason");
    }
  }

  public Scenario {
    requireNonNull(pool, "pool");
    requireNonNull(name, "name");
    requireNonNull(assumption, "assumption");
    requireNonNull(result, "result");
  }
}
