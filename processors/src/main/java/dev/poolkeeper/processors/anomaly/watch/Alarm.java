package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was seen on the night that an anomaly alarmed last. Amounts are in the unit of the series.
 *
 * @param day UTC day
 * @param score of its class, not divided by the threshold
 * @param threshold from which on the class alarmed that night, for this series
 * @param before where the move began; at a stand-still the level itself
 * @param dayBefore the value believed the day before
 * @param now the value of that day
 * @param days over how many days the move went, or since when nothing changed or was released
 * @param usualLeast the lowest such move of the last 400 days, empty when it is no move
 * @param usualMost the highest such move, or the longest such time in days; empty when not known
 * @param evidence sentences, strongest first
 */
public record Alarm(
    LocalDate day,
    double score,
    double threshold,
    double before,
    double dayBefore,
    double now,
    int days,
    OptionalDouble usualLeast,
    OptionalDouble usualMost,
    List<String> evidence) {

  public Alarm {
    requireNonNull(day, "day");
    requireNonNull(usualLeast, "usualLeast");
    requireNonNull(usualMost, "usualMost");
    evidence = List.copyOf(evidence);
  }

  /** By how much it moved, with its sign; 0 at a stand-still. */
  public double move() {
    return now - before;
  }

  /** How many times the threshold. */
  public double relative() {
    return score / threshold;
  }
}
