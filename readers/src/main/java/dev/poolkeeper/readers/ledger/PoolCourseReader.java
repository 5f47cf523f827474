package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast.BandDay;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesLimit;
import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how pools went and are expected to go, as charts show it. */
final class PoolCourseReader {

  /** As far back as the forecast looks ahead, so that the past fills half of the chart. */
  private static final int DAYS = 180;

  private final JdbcClient jdbc;

  PoolCourseReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By pool; only pools of which at least a day is known.
   *
   * @param policy of the run, with its thresholds
   */
  List<CourseLine> ofNight(LocalDate night, Map<String, String> policy) {
    List<SeriesOutlook> outlooks =
        new OutlookReader(jdbc).ofKinds(night, EnumSet.of(SeriesKind.POOL));
    Map<String, List<Day>> days = days(night, outlooks);
    return outlooks.stream()
        .filter(outlook -> days.containsKey(outlook.key().subject().toString()))
        .map(outlook -> course(outlook, days, policy))
        .toList();
  }

  private static CourseLine course(
      SeriesOutlook outlook, Map<String, List<Day>> days, Map<String, String> policy) {
    Optional<SeriesLimit> limit = outlook.limit();
    return new CourseLine(
        outlook.key().subject().toString(),
        outlook.key().measure().word(),
        CourseLine.BYTES,
        outlook.night(),
        days.getOrDefault(outlook.key().subject().toString(), List.of()),
        outlook
            .forecast()
            .map(forecast -> forecast.band().stream().map(d -> ahead(outlook.night(), d)).toList())
            .orElse(List.of()),
        limit.isPresent() ? OptionalLong.of(limit.get().amount()) : OptionalLong.empty(),
        share(policy, "capacity.warn-at"),
        share(policy, "capacity.critical-at"),
        Optional.empty());
  }

  private static Ahead ahead(LocalDate night, BandDay day) {
    return new Ahead(
        night.plusDays(day.daysAhead()),
        Math.round(day.mean()),
        Math.round(day.low80()),
        Math.round(day.high80()),
        Math.round(day.low95()),
        Math.round(day.high95()));
  }

  private static OptionalDouble share(Map<String, String> policy, String key) {
    return Optional.ofNullable(policy.get(key)).stream()
        .mapToDouble(Double::parseDouble)
        .findFirst();
  }

  private Map<String, List<Day>> days(LocalDate night, List<SeriesOutlook> pools) {
    Map<String, List<Day>> days = new TreeMap<>();
    if (pools.isEmpty()) {
      return days;
    }
    RowCallbackHandler handler =
        row ->
            days.computeIfAbsent(row.getString("subject"), s -> new ArrayList<>())
                .add(
                    new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("value"),
                        row.getString("origin")));
    jdbc.sql(
            """
            select subject, day, value, origin from mart.series_day
            where subject in (:pools) and measure = 'used' and day between :first and :night
            order by subject collate "C", day
            """)
        .param("pools", pools.stream().map(pool -> pool.key().subject().toString()).toList())
        .param("first", night.minusDays(DAYS))
        .param("night", night)
        .query(handler);
    return days;
  }
}
