package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.history.SeriesLimit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One forecast of a night; the field names are a public contract. Amounts are bytes, or numbers
 * where the measure is snapshots or volumes.
 *
 * @param measure used, live, filled, snapshots or volumes
 * @param kind volume, claim, dataset, pool, namespace, storage-class or count
 * @param claim subject of the claim it serves
 * @param outcome forecast, not-enough-history or not-measured
 * @param outlook full, fills, never or no-capacity; empty without a forecast
 * @param capacity what it may fill; empty when nothing is known to limit it
 * @param capacityOf quota, file-system or pool
 * @param lastDay the newest day with a value
 * @param trend growing, shrinking or none
 * @param fullWithin7 probability, 0 to 1, of being full within 7 days
 * @param earliest first day on which the upper end of the 80 % band is at the capacity
 * @param likely first day on which the expected path is; never to be shown alone
 * @param latest first day on which the lower end of the 80 % band is
 * @param orderBy earliest less the lead time of new capacity
 * @param reason what the forecast rests on, or why there is none
 * @param outlookReason why it does not fill
 */
public record ForecastLine(
    String subject,
    String measure,
    String kind,
    Optional<String> volume,
    Optional<String> claim,
    Optional<String> pool,
    Optional<String> namespace,
    Optional<String> storageClass,
    String outcome,
    Optional<String> outlook,
    OptionalLong capacity,
    Optional<String> capacityOf,
    Optional<LocalDate> lastDay,
    OptionalDouble lastValue,
    Optional<String> trend,
    OptionalDouble growthPerDay,
    OptionalDouble fullWithin7,
    OptionalDouble fullWithin30,
    OptionalDouble fullWithin90,
    Optional<LocalDate> earliest,
    Optional<LocalDate> likely,
    Optional<LocalDate> latest,
    Optional<LocalDate> orderBy,
    String reason,
    Optional<String> outlookReason) {

  /** Those that fill first come first; then by subject and measure. */
  private static final Comparator<ForecastLine> URGENT =
      Comparator.comparing((ForecastLine line) -> line.earliest().orElse(LocalDate.MAX))
          .thenComparing(line -> -line.fullWithin90().orElse(-1))
          .thenComparing(ForecastLine::subject)
          .thenComparing(ForecastLine::measure);

  /** The lines of forecasts, the most urgent first. */
  public static List<ForecastLine> of(List<SeriesOutlook> outlooks) {
    return outlooks.stream().map(ForecastLine::of).sorted(URGENT).toList();
  }

  private static ForecastLine of(SeriesOutlook outlook) {
    Optional<StoredForecast> forecast = outlook.forecast();
    Fullness fullness = forecast.map(StoredForecast::fullness).orElse(Fullness.UNLIMITED);
    Optional<SeriesLimit> limit = outlook.limit();
    return new ForecastLine(
        outlook.key().subject().toString(),
        outlook.key().measure().word(),
        outlook.kind().word(),
        outlook.place().volume().map(Object::toString),
        outlook.place().claim().map(Object::toString),
        outlook.place().pool().map(Object::toString),
        outlook.place().namespace().map(Object::toString),
        outlook.place().storageClass().map(Object::toString),
        outlook.outcome().word(),
        forecast.map(known -> known.fullness().outlook().word()),
        limit.isPresent() ? OptionalLong.of(limit.get().amount()) : OptionalLong.empty(),
        limit.map(known -> known.of().word()),
        outlook.known().lastDay(),
        outlook.known().lastValue(),
        forecast.map(known -> known.trend().name().toLowerCase(Locale.ROOT)),
        forecast.isPresent()
            ? OptionalDouble.of(forecast.get().growthPerDay())
            : OptionalDouble.empty(),
        fullness.within7(),
        fullness.within30(),
        fullness.within90(),
        fullness.earliest(),
        fullness.likely(),
        fullness.latest(),
        fullness.orderBy(),
        outlook.reason(),
        fullness.reason());
  }
}
