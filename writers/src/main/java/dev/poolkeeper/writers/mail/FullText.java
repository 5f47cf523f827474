package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.delivery.FullDates;
import java.time.LocalDate;

/** Writes when a pool may be full: both ends, never one bare date. */
final class FullText {

  private FullText() {}

  /** {@code 2026-03-12 to 2026-05-03}, {@code from 2026-03-12 on}, {@code full}. */
  static String dates(FullDates full) {
    if (full.leastDays() <= 0) {
      return "full";
    }
    return full.latest()
        .map(to -> full.earliest() + " to " + to)
        .orElse("from " + full.earliest() + " on");
  }

  /** {@code full in 24 to 53 d}, {@code full in 24 d or later}, {@code full}. */
  static String days(FullDates full) {
    if (full.leastDays() <= 0) {
      return "full";
    }
    return full.latest()
        .map(to -> "full in %d to %d d".formatted(full.leastDays(), days(full, to)))
        .orElse("full in %d d or later".formatted(full.leastDays()));
  }

  private static long days(FullDates full, LocalDate day) {
    return day.toEpochDay() - full.night().toEpochDay();
  }
}
