package dev.poolkeeper.writers.table;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.KnownPast;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.writers.text.AmountText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One forecast for a terminal: what it says, and all that it rests on. */
public final class OutlookView {

  private static final String ROW = "%10s %11s %11s %11s %11s %11s";

  private OutlookView() {}

  /** Lines of a field name and its text, to be wrapped; then a table of 80 columns. */
  public static List<String> lines(SeriesOutlook outlook) {
    Measure.Unit unit = outlook.key().measure().unit();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, forecast of %s"
            .formatted(
                VisibleText.of(outlook.key().subject().toString()),
                outlook.key().measure().word(),
                outlook.night()));
    outlook
        .place()
        .claim()
        .ifPresent(claim -> lines.add("Claim    " + VisibleText.of(claim.toString())));
    lines.add("Past     " + past(outlook.known(), unit));
    lines.add("Limit    " + limit(outlook, unit));
    outlook.forecast().ifPresent(forecast -> lines.add("Full     " + full(forecast.fullness())));
    lines.add("Why      " + outlook.reason());
    outlook
        .forecast()
        .ifPresent(
            forecast -> {
              lines.add("Methods  " + methods(forecast));
              lines.add("");
              lines.addAll(table(forecast, unit));
            });
    return lines;
  }

  private static String past(KnownPast known, Measure.Unit unit) {
    if (known.lastDay().isEmpty()) {
      return "no day is known";
    }
    LocalDate last = known.lastDay().get();
    return Stream.of(
            Optional.of(
                "%s on %s, %s of history"
                    .formatted(
                        AmountText.of(unit, known.lastValue()),
                        last,
                        CountText.of(known.days(), "day"))),
            told(known.missingDays(), "%d missing"),
            told(known.rebuiltDays(), "%d told by ZFS snapshots"),
            told(known.prometheusDays(), "%d told by Prometheus"),
            known.repairedDays().isEmpty()
                ? Optional.<String>empty()
                : Optional.of("taken for glitches: " + words(known.repairedDays())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> told(int days, String words) {
    return days == 0 ? Optional.empty() : Optional.of(words.formatted(days));
  }

  private static String words(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  private static String limit(SeriesOutlook outlook, Measure.Unit unit) {
    return outlook
        .limit()
        .map(limit -> AmountText.of(unit, (double) limit.amount()) + ", by " + limit.of().word())
        .orElse("nothing is known to limit it");
  }

  private static String full(Fullness fullness) {
    return switch (fullness.outlook()) {
      case FULL -> "it is full";
      case NO_CAPACITY -> "cannot be said without a limit";
      case NEVER -> "not within the horizon: " + fullness.reason().orElse("");
      case FILLS -> fills(fullness);
    };
  }

  private static String fills(Fullness fullness) {
    String within =
        Stream.of(
                within(7, fullness.within7()),
                within(30, fullness.within30()),
                within(90, fullness.within90()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    String band =
        fullness
            .earliest()
            .map(
                day ->
                    fullness
                        .latest()
                        .map(latest -> "; 80 %%: %s to %s".formatted(day, latest))
                        .orElse("; 80 %: not before " + day))
            .orElse("");
    String order = fullness.orderBy().map(day -> "; order by " + day).orElse("");
    return within + band + order;
  }

  private static Optional<String> within(int days, OptionalDouble probability) {
    return probability.isPresent()
        ? Optional.of(
            "within %d days %s".formatted(days, CountText.percent(probability.getAsDouble())))
        : Optional.empty();
  }

  private static String methods(StoredForecast forecast) {
    String tried =
        forecast.origins() == 0
            ? "; too little past to try them on"
            : "; tried on " + CountText.of(forecast.origins(), "past week");
    return forecast.shares().stream().map(OutlookView::share).collect(Collectors.joining(", "))
        + tried;
  }

  private static String share(Share share) {
    return String.format(Locale.ROOT, "%s %.1f %%", share.candidate().words(), 100 * share.share());
  }

  /** The ends of the ranges of days ahead; what lies between them is for charts. */
  private static List<String> table(StoredForecast forecast, Measure.Unit unit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted("days ahead", "low 95 %", "low 80 %", "expected", "high 80 %", "high 95 %")
            + "  past error");
    int end = 0;
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      end += Horizons.width(bucket);
      int day = end;
      OptionalDouble past = forecast.pastErrors().get(bucket);
      forecast.band().stream()
          .filter(band -> band.daysAhead() == day)
          .map(band -> row(band, unit) + "%12s".formatted(error(past, unit)))
          .forEach(lines::add);
    }
    forecast.band().stream()
        .filter(band -> band.daysAhead() > Horizons.FARTHEST)
        .reduce((first, second) -> second)
        .ifPresent(band -> lines.add(row(band, unit)));
    return lines;
  }

  private static String row(BandDay band, Measure.Unit unit) {
    return ROW.formatted(
        band.daysAhead(),
        AmountText.of(unit, band.low95()),
        AmountText.of(unit, band.low80()),
        AmountText.of(unit, band.mean()),
        AmountText.of(unit, band.high80()),
        AmountText.of(unit, band.high95()));
  }

  private static String error(OptionalDouble past, Measure.Unit unit) {
    return past.isPresent() ? AmountText.of(unit, past.getAsDouble()) : "–";
  }
}
