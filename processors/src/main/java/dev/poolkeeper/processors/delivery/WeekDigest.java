package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.report.WeeklyReport;

/**
 * A week, told to a channel as a whole.
 *
 * @param key the same in every try
 * @param revision from 1: the same week told again, since something material about it changed
 */
public record WeekDigest(Origin origin, String key, int revision, WeeklyReport report) {

  public WeekDigest {
    requireNonNull(origin, "origin");
    requireNonNull(key, "key");
    requireNonNull(report, "report");
  }
}
