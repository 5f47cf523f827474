package dev.poolkeeper.writers.channel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How a run ended.
 *
 * @param job its name
 * @param well whether it got to its end
 * @param at when
 * @param took how long it took
 */
public record RunEnd(String job, boolean well, Instant at, Duration took) {

  public RunEnd {
    requireNonNull(job, "job");
    requireNonNull(at, "at");
    requireNonNull(took, "took");
  }
}
