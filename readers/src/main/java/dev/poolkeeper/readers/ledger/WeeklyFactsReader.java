package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.ScenarioLine;
import dev.poolkeeper.processors.report.WeeklyFacts;
import dev.poolkeeper.processors.runway.Crossing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All that the marts know after a weekly run. */
public final class WeeklyFactsReader {

  private record Run(String version, String policy) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public WeeklyFactsReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param run the weekly run that found it
   * @param night the night it was for
   * @param demo whether the ledger holds made-up data
   */
  public WeeklyFacts read(long run, LocalDate night, boolean demo) {
    Run known = run(run);
    Map<String, String> policy = policy(known.policy());
    return new WeeklyFacts(
        known.version(),
        demo,
        night,
        capturedAt(night),
        runways(night),
        new PoolGrowthReader(jdbc).ofNight(night),
        scenarios(night),
        backtest(night),
        new BacktestReader(jdbc).firstNight(),
        new CourseReader(jdbc, Integer.MAX_VALUE)
            .of(new OutlookReader(jdbc).ofKinds(night, Set.of(SeriesKind.POOL)), policy),
        policy);
  }

  /** The newest weekly run of a night that came to its end. */
  public OptionalLong lastRun(LocalDate night) {
    return jdbc.sql(
            """
            select run_id from mart.run
            where job = 'weekly-capacity' and run_on = :night
                and status in ('complete', 'incomplete')
            order by attempt desc limit 1
            """)
        .param("night", night)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private Run run(long run) {
    return jdbc.sql("select version, policy::text as policy from mart.run where run_id = :run")
        .param("run", run)
        .query((row, n) -> new Run(row.getString("version"), row.getString("policy")))
        .single();
  }

  private Map<String, String> policy(String text) {
    Map<String, String> policy = new TreeMap<>();
    json.readTree(text)
        .properties()
        .forEach(entry -> policy.put(entry.getKey(), entry.getValue().asString()));
    return policy;
  }

  private Instant capturedAt(LocalDate night) {
    return jdbc.sql("select captured_at from mart.night where run_on = :night")
        .param("night", night)
        .query((row, n) -> Columns.instant(row, "captured_at"))
        .single();
  }

  private List<RunwayLine> runways(LocalDate night) {
    return jdbc.sql(
            """
            select * from mart.runway where run_on = :night
            order by array_position(
                array['pool', 'nas', 'cluster', 'namespace', 'storage-class'], kind),
                subject collate "C"
            """)
        .param("night", night)
        .query((row, n) -> runway(row))
        .list();
  }

  private static RunwayLine runway(ResultSet row) throws SQLException {
    return new RunwayLine(
        row.getString("kind"),
        row.getString("subject"),
        Columns.bytes(row, "used_bytes"),
        Columns.bytes(row, "capacity_bytes"),
        Columns.decimal(row, "growth_per_day"),
        row.getString("outlook"),
        Columns.decimal(row, "p7"),
        Columns.decimal(row, "p30"),
        Columns.decimal(row, "p90"),
        crossing(row, "warn"),
        crossing(row, "critical"),
        crossing(row, "full"),
        day(row, "order_by"),
        Columns.text(row, "severity"),
        Columns.texts(row, "pools"),
        Columns.text(row, "soonest"),
        row.getString("reason"));
  }

  private List<ScenarioLine> scenarios(LocalDate night) {
    return jdbc.sql(
            """
            select pool, name, assumption, unknown, full_earliest_on, full_likely_on,
                full_latest_on, order_by, horizon_days
            from mart.scenario where run_on = :night order by place
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new ScenarioLine(
                    row.getString("pool"),
                    row.getString("name"),
                    row.getString("assumption"),
                    Columns.text(row, "unknown"),
                    crossing(row, "full"),
                    day(row, "order_by"),
                    Columns.number(row, "horizon_days")))
        .list();
  }

  private List<BacktestLine> backtest(LocalDate night) {
    return jdbc.sql(
            """
            select days_ahead, kind, forecasts, median_error_percent, within_80, within_95,
                with_probability, filled, brier, brier_of_share
            from mart.backtest where run_on = :night
            order by days_ahead, kind <> 'all', kind
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new BacktestLine(
                    row.getInt("days_ahead"),
                    row.getString("kind"),
                    row.getLong("forecasts"),
                    Columns.decimal(row, "median_error_percent"),
                    row.getDouble("within_80"),
                    row.getDouble("within_95"),
                    row.getLong("with_probability"),
                    row.getLong("filled"),
                    Columns.decimal(row, "brier"),
                    Columns.decimal(row, "brier_of_share")))
        .list();
  }

  private static Crossing crossing(ResultSet row, String level) throws SQLException {
    return new Crossing(
        day(row, level + "_earliest_on"),
        day(row, level + "_likely_on"),
        day(row, level + "_latest_on"));
  }

  private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }
}
