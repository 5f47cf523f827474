package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.report.NightlyReport;

/**
 * A night, told to a channel as a whole.
 *
 * @param key the same in every try
 * @param revision from 1: the same night told again, since something material about it changed
 */
public record NightDigest(Origin origin, String key, int revision, NightlyReport report) {

  public NightDigest {
    requireNonNull(origin, "origin");
    requireNonNull(key, "key");
    requireNonNull(report, "report");
  }
}
