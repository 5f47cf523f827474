package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a level is reached. Show both ends, never the likely day alone. An empty day is not within
 * the horizon.
 *
 * @param earliest first day on which the upper end of the 80 % band is there
 * @param likely first day on which the expected path is
 * @param latest first day on which the lower end of the 80 % band is
 */
public record Crossing(
    Optional<LocalDate> earliest, Optional<LocalDate> likely, Optional<LocalDate> latest) {

  /** Not within the horizon. */
  public static final Crossing NONE =
      new Crossing(Optional.empty(), Optional.empty(), Optional.empty());

  public Crossing {
    requireNonNull(earliest, "earliest");
    requireNonNull(likely, "likely");
    requireNonNull(latest, "latest");
  }

  /** It is there on this day for certain. */
  public static Crossing on(LocalDate day) {
    return new Crossing(Optional.of(day), Optional.of(day), Optional.of(day));
  }
}
