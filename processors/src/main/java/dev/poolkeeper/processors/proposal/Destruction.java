package dev.poolkeeper.processors.proposal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * That a proposal destroyed something, and what was measured of its pool around it.
 *
 * @param estimated what the last plan said that it frees
 * @param at when the last of its steps was done
 * @param pool in which it lay; empty: not known, a driver was asked to destroy it
 * @param beforeOn the last night that read the estate before the first step; empty: none did
 * @param afterOn the first night that read the pool after the last step
 * @param usedBefore bytes used in the pool on the night before; empty: not read
 * @param usedAfter the same on the night after
 * @param expected what the night before forecast for the night after; empty: nothing
 */
public record Destruction(
    long proposal,
    Reclaim estimated,
    Instant at,
    Optional<String> pool,
    Optional<LocalDate> beforeOn,
    LocalDate afterOn,
    OptionalLong usedBefore,
    OptionalLong usedAfter,
    Optional<Band> expected) {

  /** The 95 % band of a forecast, in bytes. */
  public record Band(long low, long high) {
    public Band {
      if (low > high) {
        throw new IllegalArgumentException("%d to %d bytes".formatted(low, high));
      }
    }
  }

  public Destruction {
    requireNonNull(estimated, "estimated");
    requireNonNull(at, "at");
    requireNonNull(afterOn, "afterOn");
  }

  /** Whether the same two figures of a pool are all that is known of both. */
  boolean together(Destruction other) {
    return pool.isPresent()
        && pool.equals(other.pool)
        && beforeOn.equals(other.beforeOn)
        && afterOn.equals(other.afterOn);
  }
}
