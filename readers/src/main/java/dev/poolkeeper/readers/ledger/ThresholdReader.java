package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Peak;
import dev.poolkeeper.processors.anomaly.watch.SiteThresholds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site's own thresholds, and what they are fitted to. */
public final class ThresholdReader {

  private record Row(
      LocalDate fittedOn,
      AnomalyKind kind,
      double threshold,
      long nights,
      int volumes,
      double budget) {}

  private final JdbcClient jdbc;

  public ThresholdReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest that were fitted before a night; what later nights found is not in them. */
  public Optional<SiteThresholds> before(LocalDate night) {
    return of(
        """
        select fitted_on, anomaly, threshold, nights, volumes, budget
        from ledger.alarm_threshold
        where fitted_on = (select max(fitted_on) from ledger.alarm_threshold where fitted_on < :night)
        """,
        night);
  }

  /** Those that judged a night; empty: the shipped ones did, or nothing was judged. */
  public Optional<SiteThresholds> of(LocalDate night) {
    return of(
        """
        select used.fitted_on, used.anomaly, used.threshold, used.nights, used.volumes, used.budget
        from mart.alarm_threshold as used
        join mart.anomaly_night as judged on judged.fitted_on = used.fitted_on
        where judged.run_on = :night
        """,
        night);
  }

  private Optional<SiteThresholds> of(String query, LocalDate night) {
    List<Row> rows = jdbc.sql(query).param("night", night).query((row, n) -> row(row)).list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<AnomalyKind, Double> scores = new EnumMap<>(AnomalyKind.class);
    rows.forEach(row -> scores.put(row.kind(), row.threshold()));
    Row first = rows.get(0);
    return Optional.of(
        new SiteThresholds(
            first.fittedOn(),
            AlarmThresholds.of(scores),
            first.nights(),
            first.volumes(),
            first.budget()));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        AnomalyReader.day(row, "fitted_on"),
        AnomalyReader.kind(row),
        row.getDouble("threshold"),
        row.getLong("nights"),
        row.getInt("volumes"),
        row.getDouble("budget"));
  }

  /** The peaks of a range of days, both included, by series, class and day. */
  public void peaks(LocalDate first, LocalDate last, Consumer<Peak> found) {
    jdbc.sql(
            """
            select day, subject, measure, anomaly, score::double precision as score
            from ledger.anomaly_peak
            where day between :first and :last
            order by subject collate "C", measure, anomaly, day
            """)
        .param("first", first)
        .param("last", last)
        .query(
            row -> {
              found.accept(
                  new Peak(
                      AnomalyReader.key(row),
                      AnomalyReader.kind(row),
                      AnomalyReader.day(row, "day"),
                      row.getDouble("score")));
            });
  }

  /** Volume-nights of a range of days, both included, that peaks were looked for in. */
  public long nights(LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select coalesce(sum(volumes), 0) from ledger.anomaly_day
            where day between :first and :last
            """)
        .param("first", first)
        .param("last", last)
        .query(Long.class)
        .single();
  }
}
