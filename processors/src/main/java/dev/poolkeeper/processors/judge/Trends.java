package dev.poolkeeper.processors.judge;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.capacity.CapacityTrends;

/**
 * What the course of the nights says that one night cannot show: what tonight's growth and anomaly
 * steps found. Made with {@link #none()} and the {@code with} methods, so that a source of
 * knowledge more breaks no caller.
 *
 * @param capacity thresholds, forecasts, and what snapshots held before
 */
public record Trends(CapacityTrends capacity) {

  private static final Trends NONE = new Trends(CapacityTrends.NONE);

  public Trends {
    requireNonNull(capacity, "capacity");
  }

  /** Nothing is forecast and nothing is unusual, because nobody looked. */
  public static Trends none() {
    return NONE;
  }

  /** The same with what is known of room. */
  public Trends withCapacity(CapacityTrends known) {
    return new Trends(known);
  }
}
