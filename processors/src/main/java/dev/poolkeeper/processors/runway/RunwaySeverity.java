package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.capacity.FillRating;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How bad a pool's runway is: the worst of what its forecast says ({@link FillRating}), its level
 * against the thresholds, and the day to order on. An order that is due within a week is a warning,
 * because the next weekly report would come too late.
 */
final class RunwaySeverity {

  private static final int UNTIL_NEXT_REPORT = 7;

  private final RunwayPolicy policy;

  RunwaySeverity(RunwayPolicy policy) {
    this.policy = policy;
  }

  /** Empty when nothing is to be said. A level that is not of the last days says nothing. */
  Optional<Severity> of(SeriesOutlook pool) {
    return Stream.of(FillRating.of(pool), level(pool), order(pool))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private Optional<Severity> level(SeriesOutlook pool) {
    if (pool.outcome() == SeriesOutlook.Outcome.NOT_MEASURED
        || pool.limit().isEmpty()
        || pool.known().lastValue().isEmpty()) {
      return Optional.empty();
    }
    double ratio = pool.known().lastValue().getAsDouble() / pool.limit().get().amount();
    if (ratio >= policy.criticalAt()) {
      return Optional.of(Severity.CRITICAL);
    }
    return ratio >= policy.warnAt() ? Optional.of(Severity.WARNING) : Optional.empty();
  }

  private static Optional<Severity> order(SeriesOutlook pool) {
    LocalDate soon = pool.night().plusDays(UNTIL_NEXT_REPORT);
    return pool.forecast()
        .flatMap(forecast -> forecast.fullness().orderBy())
        .filter(day -> !day.isAfter(soon))
        .map(day -> Severity.WARNING);
  }
}
