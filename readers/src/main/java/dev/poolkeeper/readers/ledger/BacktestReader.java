package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.report.BacktestLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How right stored forecasts were, from {@code mart.forecast_outcome}. */
public final class BacktestReader {

  private static final int FARTHEST = 90;

  private final JdbcClient jdbc;

  public BacktestReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The forecasts of days within the last weeks, counted back from the night: one day a week, so
   * that no value is judged seven times.
   */
  public List<BacktestLine> read(LocalDate night, int weeks) {
    return jdbc.sql(
            """
            select days_ahead, coalesce(kind, 'all') as kind, count(*) as forecasts,
                percentile_cont(0.5) within group (
                    order by 100 * abs(value - expected) / nullif(abs(value), 0)
                ) as median_error,
                avg((value between low_80 and high_80)::int)::float8 as within_80,
                avg((value between low_95 and high_95)::int)::float8 as within_95,
                count(p_full) as with_probability,
                count(*) filter (where filled and p_full is not null) as filled,
                avg((p_full - filled::int) ^ 2) as brier,
                avg(filled::int) filter (where p_full is not null) as share
            from mart.forecast_outcome
            where run_on > :night::date - :farthest - 7 * :weeks and run_on < :night
                and came_on > :night::date - 7 * :weeks and came_on <= :night
                and (:night::date - came_on) % 7 = 0
            group by grouping sets ((days_ahead), (days_ahead, kind))
            order by days_ahead, grouping(kind) desc, kind
            """)
        .param("night", night)
        .param("weeks", weeks)
        .param("farthest", FARTHEST)
        .query((row, n) -> line(row))
        .list();
  }

  /** The first night that forecast; empty when none did. */
  public Optional<LocalDate> firstNight() {
    return jdbc.sql("select run_on from mart.growth_night order by run_on limit 1")
        .query(LocalDate.class)
        .optional();
  }

  private static BacktestLine line(ResultSet row) throws SQLException {
    OptionalDouble share = number(row, "share");
    return new BacktestLine(
        row.getInt("days_ahead"),
        row.getString("kind"),
        row.getLong("forecasts"),
        number(row, "median_error"),
        row.getDouble("within_80"),
        row.getDouble("within_95"),
        row.getLong("with_probability"),
        row.getLong("filled"),
        number(row, "brier"),
        share.isPresent()
            ? OptionalDouble.of(share.getAsDouble() * (1 - share.getAsDouble()))
            : share);
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
