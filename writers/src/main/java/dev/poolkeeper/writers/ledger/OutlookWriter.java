package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.Fullness;
import dev.poolkeeper.processors.growth.KnownPast;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.history.SeriesPlace;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what was forecast on a night, by COPY. */
public final class OutlookWriter {

  private static final String COPY =
      """
      copy ledger.forecast (
          run_on, subject, measure, kind, source, pool, dataset, volume, claim, namespace,
          storage_class, outcome, reason, last_known_on, last_value, history_days, missing_days,
          repaired_on, rebuilt_days, prometheus_days, capacity, capacity_of, outlook,
          outlook_reason, p7, p30, p90, earliest_on, likely_on, latest_on, order_by, trend,
          growth_per_day, expected_error, even_since, cycle_days, origins, methods, shares,
          past_errors, days_ahead, bands
      ) from stdin
      """;

  private static final int FORECAST_COLUMNS = 20;
  private static final int ARRAYS = 5;

  private static final List<ToDoubleFunction<BandDay>> LINES =
      List.of(BandDay::mean, BandDay::low80, BandDay::high80, BandDay::low95, BandDay::high95);

  private final JdbcTemplate jdbc;
  private final CopyRows rows;

  public OutlookWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.rows = new CopyRows(jdbc);
  }

  /** Forgets what was forecast on a night, and makes room for it. */
  public void clear(LocalDate night) {
    jdbc.query("select ledger.ensure_forecast_month(?)", row -> {}, night);
    jdbc.update("delete from ledger.forecast where run_on = ?", night);
  }

  /** Adds forecasts of a night that was cleared. */
  public void add(List<SeriesOutlook> outlooks) {
    rows.send(COPY, outlooks, OutlookWriter::line);
  }

  private static byte[] line(CopyText row, SeriesOutlook outlook) {
    row.column(outlook.night().toString())
        .column(outlook.key().subject().toString())
        .column(outlook.key().measure().word())
        .column(outlook.kind().word());
    place(row, outlook.place());
    row.column(outlook.outcome().word()).column(outlook.reason());
    past(row, outlook.known());
    Optional<SeriesLimit> limit = outlook.limit();
    row.column(limit.map(known -> Long.toString(known.amount())).orElse(null))
        .column(limit.map(known -> known.of().word()).orElse(null));
    if (outlook.forecast().isPresent()) {
      forecast(row, outlook.forecast().get());
    } else {
      row.column("not-forecast");
      for (int i = 1; i < FORECAST_COLUMNS; i++) {
        row.column(i < FORECAST_COLUMNS - ARRAYS ? null : "{}");
      }
    }
    return row.end();
  }

  private static void place(CopyText row, SeriesPlace place) {
    row.column(place.source());
    Stream.of(
            place.pool(),
            place.dataset(),
            place.volume(),
            place.claim(),
            place.namespace(),
            place.storageClass())
        .forEach(subject -> row.column(subject.map(Object::toString).orElse(null)));
  }

  private static void past(CopyText row, KnownPast known) {
    row.column(text(known.lastDay()))
        .column(text(known.lastValue()))
        .column(Integer.toString(known.days()))
        .column(Integer.toString(known.missingDays()))
        .column(array(known.repairedDays().stream().map(LocalDate::toString)))
        .column(Integer.toString(known.rebuiltDays()))
        .column(Integer.toString(known.prometheusDays()));
  }

  private static void forecast(CopyText row, StoredForecast forecast) {
    Fullness fullness = forecast.fullness();
    row.column(fullness.outlook().word())
        .column(fullness.reason().orElse(null))
        .column(single(fullness.within7()))
        .column(single(fullness.within30()))
        .column(single(fullness.within90()))
        .column(text(fullness.earliest()))
        .column(text(fullness.likely()))
        .column(text(fullness.latest()))
        .column(text(fullness.orderBy()))
        .column(forecast.trend().name().toLowerCase(Locale.ROOT))
        .column(Double.toString(forecast.growthPerDay()))
        .column(Double.toString(forecast.expectedError()))
        .column(forecast.evenSince().toString())
        .column(Integer.toString(forecast.cycleDays()))
        .column(Integer.toString(forecast.origins()))
        .column(array(forecast.shares().stream().map(share -> share.candidate().name())))
        .column(singles(forecast.shares().stream().mapToDouble(Share::share)))
        .column(singles(forecast.pastErrors().stream().mapToDouble(e -> e.orElse(Double.NaN))))
        .column(array(forecast.band().stream().map(day -> Integer.toString(day.daysAhead()))))
        .column(
            singles(LINES.stream().flatMapToDouble(l -> forecast.band().stream().mapToDouble(l))));
  }

  private static @Nullable String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static @Nullable String text(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : null;
  }

  private static @Nullable String single(OptionalDouble number) {
    return number.isPresent() ? Float.toString(single(number.getAsDouble())) : null;
  }

  /** Seven digits are enough; what a float cannot hold stays at its limit. */
  private static float single(double number) {
    return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
  }

  private static String singles(DoubleStream numbers) {
    return array(numbers.mapToObj(number -> Float.toString(single(number))));
  }

  private static String array(Stream<String> elements) {
    return elements.collect(Collectors.joining(",", "{", "}"));
  }
}
