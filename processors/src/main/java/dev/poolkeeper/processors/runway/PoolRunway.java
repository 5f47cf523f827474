package dev.poolkeeper.processors.runway;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.runway.Runway.Amounts;
import dev.poolkeeper.processors.runway.Runway.Dates;
import dev.poolkeeper.processors.runway.Runway.Kind;
import dev.poolkeeper.processors.runway.Runway.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The runway of one pool, from its stored forecast: when it is full as that says, when the
 * thresholds are reached by its expected path and 80 % band.
 */
final class PoolRunway {

  private static final String NOT_FORECAST =
      "not forecast on this night: the growth step has not run for it";

  private static final String NO_CAPACITY =
      "what it has room for is not known: its root dataset did not tell used and available";

  private final RunwayPolicy policy;

  PoolRunway(RunwayPolicy policy) {
    this.policy = policy;
  }

  /**
   * @param outlook the pool's {@code used}; empty when nothing is stored for the night
   */
  Runway of(PoolNow pool, Optional<SeriesOutlook> outlook) {
    return outlook.map(known -> of(pool, known)).orElseGet(() -> unknown(pool));
  }

  private static Runway unknown(PoolNow pool) {
    return new Runway(
        pool.pool(),
        Kind.POOL,
        new Amounts(pool.usedBytes(), pool.capacityBytes(), OptionalDouble.empty()),
        Outlook.UNKNOWN,
        Dates.UNKNOWN,
        Optional.empty(),
        List.of(pool.pool()),
        Optional.empty(),
        NOT_FORECAST);
  }

  private Runway of(PoolNow pool, SeriesOutlook outlook) {
    Outlook word = word(outlook);
    boolean known = word != Outlook.UNKNOWN;
    return new Runway(
        pool.pool(),
        Kind.POOL,
        amounts(pool, outlook),
        word,
        known ? dates(outlook, outlook.forecast().orElseThrow()) : Dates.UNKNOWN,
        new RunwaySeverity(policy).of(outlook),
        List.of(pool.pool()),
        known ? Optional.of(pool.pool()) : Optional.empty(),
        AsOf.words(outlook).map(asOf -> asOf + "; ").orElse("") + reason(outlook));
  }

  private static Outlook word(SeriesOutlook outlook) {
    return outlook
        .forecast()
        .map(
            forecast ->
                switch (forecast.fullness().outlook()) {
                  case FULL -> Outlook.FULL;
                  case FILLS -> Outlook.FILLS;
                  case NEVER -> Outlook.NEVER;
                  case NO_CAPACITY -> Outlook.UNKNOWN;
                })
        .orElse(Outlook.UNKNOWN);
  }

  private static String reason(SeriesOutlook outlook) {
    Optional<Fullness> fullness = outlook.forecast().map(StoredForecast::fullness);
    if (fullness.isPresent() && fullness.get().outlook() == Fullness.Outlook.NO_CAPACITY) {
      return NO_CAPACITY;
    }
    return fullness
        .flatMap(Fullness::reason)
        .map(never -> never + "; " + outlook.reason())
        .orElse(outlook.reason());
  }

  private static Amounts amounts(PoolNow pool, SeriesOutlook outlook) {
    return new Amounts(
        outlook.known().lastValue().isPresent()
            ? OptionalLong.of(Math.round(outlook.known().lastValue().getAsDouble()))
            : pool.usedBytes(),
        outlook.limit().isPresent()
            ? OptionalLong.of(outlook.limit().get().amount())
            : pool.capacityBytes(),
        outlook.forecast().isPresent()
            ? OptionalDouble.of(outlook.forecast().get().growthPerDay())
            : OptionalDouble.empty());
  }

  private Dates dates(SeriesOutlook outlook, StoredForecast forecast) {
    Fullness fullness = forecast.fullness();
    double capacity = outlook.limit().orElseThrow().amount();
    return new Dates(
        fullness.within7(),
        fullness.within30(),
        fullness.within90(),
        reaches(outlook, policy.warnAt() * capacity),
        reaches(outlook, policy.criticalAt() * capacity),
        new Crossing(fullness.earliest(), fullness.likely(), fullness.latest()),
        fullness.orderBy());
  }

  private static Crossing reaches(SeriesOutlook outlook, double level) {
    return BandPath.of(outlook).map(path -> path.reaches(day -> level)).orElse(Crossing.NONE);
  }
}
