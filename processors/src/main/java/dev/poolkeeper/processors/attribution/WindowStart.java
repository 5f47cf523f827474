package dev.poolkeeper.processors.attribution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Chooses the night that a change is counted from. */
public final class WindowStart {

  private WindowStart() {}

  /**
   * The complete night nearest to the wanted one; of two equally near ones the earlier. It lies
   * before {@code night} and at most twice as many days back as wanted, so that a week is never a
   * month.
   *
   * @param days wanted, at least 1
   * @param complete nights on which all was read, in any order
   */
  public static Optional<LocalDate> of(LocalDate night, int days, Collection<LocalDate> complete) {
    LocalDate wanted = night.minusDays(days);
    return complete.stream()
        .filter(day -> day.isBefore(night) && !day.isBefore(wanted.minusDays(days)))
        .min(
            Comparator.<LocalDate>comparingLong(
                    day -> Math.abs(day.toEpochDay() - wanted.toEpochDay()))
                .thenComparing(Comparator.naturalOrder()));
  }
}
