package dev.poolkeeper.processors.history;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of UTC days, both ends included.
 *
 * @param first not after {@code last}
 */
public record DayRange(LocalDate first, LocalDate last) {

  public DayRange {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException("no range of days: " + first + " to " + last);
    }
  }

  /**
   * The days before a night that are still to be asked for: all of them until anything was told,
   * later those since the last one that was, and all again when the look-back was made longer.
   * Empty when nothing is missing or nothing is wanted.
   *
   * @param daysBack how far before the night to look, 0 or more
   * @param told the days that were told already; assumed to be without gaps
   */
  public static Optional<DayRange> missing(LocalDate night, int daysBack, Optional<DayRange> told) {
    LocalDate oldest = night.minusDays(daysBack);
    LocalDate first =
        told.filter(range -> !range.first().isAfter(oldest))
            .map(range -> range.last().plusDays(1))
            .filter(next -> next.isAfter(oldest))
            .orElse(oldest);
    LocalDate last = night.minusDays(1);
    return first.isAfter(last) ? Optional.empty() : Optional.of(new DayRange(first, last));
  }
}
