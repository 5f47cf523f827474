package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.runway.Crossing;
import java.time.LocalDate;
import java.util.Optional;

/** Writes when a level is reached: both ends of the band, never one bare date. */
final class CrossingText {

  private static final String BEYOND = "not within the horizon";

  private CrossingText() {}

  /** {@code 2026-03-12 to 2026-05-03}, {@code from 2026-03-12 on}, {@code reached}. */
  static String dates(Crossing crossing, LocalDate night) {
    if (reached(crossing, night)) {
      return "reached";
    }
    return crossing
        .earliest()
        .map(from -> crossing.latest().map(to -> from + " to " + to).orElse("from " + from + " on"))
        .orElse(BEYOND);
  }

  /** {@code likely 2026-04-02}; empty when there is nothing to say. */
  static String likely(Crossing crossing, LocalDate night) {
    if (reached(crossing, night) || crossing.earliest().isEmpty()) {
      return "";
    }
    return crossing
        .likely()
        .map(day -> "likely " + day)
        .orElse("the expected path does not reach it");
  }

  private static boolean reached(Crossing crossing, LocalDate night) {
    return crossing.latest().filter(night::equals).isPresent();
  }

  /** The day to order on, and how long ago it was. */
  static String orderBy(Optional<LocalDate> orderBy, LocalDate night) {
    return orderBy
        .map(
            day ->
                day.isBefore(night)
                    ? "%s, %d days ago".formatted(day, night.toEpochDay() - day.toEpochDay())
                    : day.toString())
        .orElse("–");
  }
}
