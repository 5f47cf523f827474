package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;

/** On which nights one side of a volume or snapshot is there. */
@FunctionalInterface
interface Presence {
  boolean on(LocalDate night);

  static Presence never() {
    return night -> false;
  }

  /** From the first capture after this moment. */
  static Presence since(Instant moment) {
    return night -> !Nights.capturedAt(night).isBefore(moment);
  }

  /** Up to the night before this one. */
  default Presence goneFrom(LocalDate firstNightWithout) {
    return night -> on(night) && night.isBefore(firstNightWithout);
  }

  /** There, but not from one night up to another (both without). */
  default Presence exceptBetween(LocalDate first, LocalDate last) {
    return night -> on(night) && (night.isBefore(first) || night.isAfter(last));
  }
}
