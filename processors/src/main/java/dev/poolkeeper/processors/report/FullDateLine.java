package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.history.Measure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a pool is expected to be full, by the forecast of the night.
 *
 * @param subject the pool
 * @param outlook {@code full}, {@code fills}, {@code never}, {@code no-capacity} or {@code unknown}
 * @param earliest first day on which the upper end of the 80 % band is at the capacity
 * @param likely first day on which the expected path is; never to be shown alone
 * @param latest first day on which the lower end of the 80 % band is; empty when not within the
 *     horizon
 * @param orderBy earliest less the lead time of new capacity; may be past
 * @param reason what the forecast rests on, or why there is none
 */
public record FullDateLine(
    String subject,
    String outlook,
    Optional<LocalDate> earliest,
    Optional<LocalDate> likely,
    Optional<LocalDate> latest,
    Optional<LocalDate> orderBy,
    String reason) {

  public static final String FULL = "full";
  public static final String UNKNOWN = "unknown";

  private static final Comparator<FullDateLine> SOONEST =
      Comparator.comparing((FullDateLine line) -> !line.outlook.equals(FULL))
          .thenComparing(line -> line.earliest.orElse(LocalDate.MAX))
          .thenComparing(FullDateLine::subject);

  /** Those of the pools among the forecasts, the soonest first. */
  public static List<FullDateLine> of(List<SeriesOutlook> outlooks) {
    return outlooks.stream()
        .filter(outlook -> outlook.key().measure() == Measure.USED)
        .map(FullDateLine::of)
        .sorted(SOONEST)
        .toList();
  }

  private static FullDateLine of(SeriesOutlook outlook) {
    Optional<StoredForecast> forecast = outlook.forecast();
    Optional<Fullness> fullness = forecast.map(StoredForecast::fullness);
    return new FullDateLine(
        outlook.key().subject().toString(),
        fullness.map(known -> known.outlook().word()).orElse(UNKNOWN),
        fullness.flatMap(Fullness::earliest),
        fullness.flatMap(Fullness::likely),
        fullness.flatMap(Fullness::latest),
        fullness.flatMap(Fullness::orderBy),
        fullness.flatMap(Fullness::reason).orElse(outlook.reason()));
  }
}
