package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.history.SeriesKey;
import java.time.LocalDate;

/**
 * That a person called an alarm expected. From the next night on the class alarms for this series
 * from a quarter above that score on.
 *
 * @param alarmedOn the night of the alarm
 * @param score of that alarm
 * @param reason in the person's words
 * @param saidBy who
 */
public record Expectation(
    SeriesKey key,
    AnomalyKind kind,
    LocalDate alarmedOn,
    double score,
    String reason,
    String saidBy) {

  public Expectation {
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(alarmedOn, "alarmedOn");
    if (reason.isBlank() || !(score > 0)) {
      throw new IllegalArgumentException("an expectation needs a score and a reason");
    }
  }

  /** {@code expected: monthly import (alice)}. */
  public String note() {
    return "expected: %s (%s)".formatted(reason, saidBy);
  }

  boolean isOf(Anomaly anomaly) {
    return kind == anomaly.kind()
        && alarmedOn.equals(anomaly.alarm().day())
        && key.equals(anomaly.series().key());
  }
}
