package dev.poolkeeper.processors.orphan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How long a claim was seen unused on the nights before this one.
 *
 * @param firstSeenAt the first night of that
 * @param nights complete nights on which it was, at least 1
 */
public record SeenUnused(Instant firstSeenAt, int nights) {

  public SeenUnused {
    requireNonNull(firstSeenAt, "firstSeenAt");
    if (nights < 1) {
      throw new IllegalArgumentException("seen on " + nights + " nights");
    }
  }
}
