package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A count against its ceiling.
 *
 * <p>A warning when it is over the ceiling, or is expected to be within 30 days; a remark when it
 * is expected to be within 90. Of a count only the bands are forecast, and no probability: the
 * expected path crosses where that is one half. Bands are known for some days only, so that a
 * crossing is told as the first known day on which it has happened.
 *
 * @param severity empty when nothing is to be said
 * @param evidence empty then
 */
record CountOutlook(Optional<Severity> severity, List<String> evidence) {

  private static final int A_MONTH = 30;
  private static final int THREE_MONTHS = 90;

  CountOutlook {
    evidence = List.copyOf(evidence);
  }

  static CountOutlook of(long count, Ceiling ceiling, Optional<SeriesOutlook> forecast) {
    Optional<Integer> crossed = forecast.flatMap(outlook -> first(outlook, ceiling, BandDay::mean));
    boolean over = count > ceiling.most();
    Optional<Severity> severity =
        over || crossed.filter(days -> days <= A_MONTH).isPresent()
            ? Optional.of(Severity.WARNING)
            : crossed.filter(days -> days <= THREE_MONTHS).map(days -> Severity.INFO);
    return new CountOutlook(
        severity, severity.isPresent() ? words(count, ceiling, over, forecast) : List.of());
  }

  /** The first known day ahead on which a line is over the ceiling. */
  private static Optional<Integer> first(
      SeriesOutlook outlook, Ceiling ceiling, ToDoubleFunction<BandDay> line) {
    return outlook.forecast().stream()
        .flatMap(forecast -> forecast.band().stream())
        .filter(day -> line.applyAsDouble(day) > ceiling.most())
        .map(BandDay::daysAhead)
        .findFirst();
  }

  private static List<String> words(
      long count, Ceiling ceiling, boolean over, Optional<SeriesOutlook> forecast) {
    List<String> words = new ArrayList<>();
    words.add(
        "%s %s; %s are in order: %s"
            .formatted(
                Amounts.count(count),
                ceiling.what(),
                Amounts.count(ceiling.most()),
                ceiling.source()));
    if (!over) {
      forecast.ifPresent(
          outlook -> {
            words.add(crossing(outlook, ceiling));
            words.add(outlook.reason());
          });
    }
    return words;
  }

  private static String crossing(SeriesOutlook outlook, Ceiling ceiling) {
    Optional<String> earliest = date(outlook, first(outlook, ceiling, BandDay::high80));
    Optional<String> latest = date(outlook, first(outlook, ceiling, BandDay::low80));
    return latest
        .map(to -> "likely over it between %s and %s (80 %%)".formatted(earliest.orElse(to), to))
        .orElse("likely over it not before %s".formatted(earliest.orElse("a date unknown")));
  }

  private static Optional<String> date(SeriesOutlook outlook, Optional<Integer> daysAhead) {
    return daysAhead.map(outlook.night()::plusDays).map(LocalDate::toString);
  }
}
