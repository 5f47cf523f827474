package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.capacity.SnapshotCeilings;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.PromiseCalendar;
import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.RetentionFacts.Unjudged;
import dev.poolkeeper.processors.report.RetentionTotals;
import dev.poolkeeper.processors.report.SnapshotTrendLine;
import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import dev.poolkeeper.processors.retention.check.RetentionNight.PromisedSince;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of the promises of snapshots: those of policies, tasks and replications. */
public final class PromiseReader {

  /** A NAS that was not read whole for a week has none of its nights; then all begins anew. */
  private static final int NIGHTS_BACK = 8;

  private static final int TRENDS = 8;

  private static final String PROMISES =
      """
      select
          source, promise, terms, datasets, snapshots, kept, overdue, unowned, held, future,
          undecided, too_many, missing, missing_severity, holds_least_bytes, holds_most_bytes,
          overdue_least_bytes, overdue_most_bytes, notes
      from mart.promise where run_on = :night
      order by
          array_position(array['critical', 'warning'], missing_severity) nulls last,
          amiss desc, notes = '{}', snapshots desc, source, promise collate "C"
      """;

  private record Known(String promise, Instant since) {}

  private final JdbcClient jdbc;

  public PromiseReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Since when the nights before one have seen policies be about datasets. */
  public PromisedSince since(LocalDate night) {
    Map<Subject, Known> known = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (dataset) dataset, promises[1] as promise, promised_since
            from mart.dataset_retention
            where run_on < :night and run_on >= :night - :back and promised_since is not null
            order by dataset, run_on desc
            """)
        .param("night", night)
        .param("back", NIGHTS_BACK)
        .query(
            row -> {
              known.put(
                  Subject.parse(row.getString("dataset")),
                  new Known(row.getString("promise"), Columns.instant(row, "promised_since")));
            });
    return (dataset, promise) ->
        Optional.ofNullable(known.get(dataset))
            .filter(before -> before.promise().equals(promise))
            .map(Known::since);
  }

  /** Every promise of a night, worst first, without its calendar. */
  public List<PromiseLine> ofNight(LocalDate night) {
    return lines(night, Integer.MAX_VALUE);
  }

  /** What a report shows of a night. */
  public RetentionFacts facts(LocalDate night, int shown) {
    List<PromiseLine> worst = lines(night, shown);
    List<SnapshotTrendLine> trends = trends(night);
    return new RetentionFacts(
        unjudged(night),
        totals(night),
        worst,
        calendars(night, worst),
        Math.max(0, count("mart.promise", night) - worst.size()),
        trends.subList(0, Math.min(TRENDS, trends.size())),
        Math.max(0, trends.size() - TRENDS));
  }

  private static String key(PromiseLine line) {
    return line.source() + " " + line.promise();
  }

  private List<PromiseLine> lines(LocalDate night, int most) {
    return jdbc.sql(PROMISES + " limit :most")
        .param("night", night)
        .param("most", most)
        .query((row, n) -> line(row))
        .list();
  }

  private static PromiseLine line(ResultSet row) throws SQLException {
    return new PromiseLine(
        row.getString("source"),
        row.getString("promise"),
        row.getString("terms"),
        row.getInt("datasets"),
        row.getLong("snapshots"),
        row.getLong("kept"),
        row.getLong("overdue"),
        row.getLong("missing"),
        Columns.text(row, "missing_severity").flatMap(Severity::named).map(Severity::word),
        row.getLong("unowned"),
        row.getLong("held"),
        row.getLong("future"),
        row.getLong("undecided"),
        row.getInt("too_many"),
        row.getLong("holds_least_bytes"),
        Columns.bytes(row, "holds_most_bytes"),
        row.getLong("overdue_least_bytes"),
        Columns.bytes(row, "overdue_most_bytes"),
        Columns.texts(row, "notes"));
  }

  private List<PromiseCalendar> calendars(LocalDate night, List<PromiseLine> lines) {
    Map<PromiseCalendar, List<Cell>> cells = new LinkedHashMap<>();
    jdbc.sql(
            """
            select source, promise, period, begins_at, present, missing, overdue, unowned, held
            from mart.promise_period
            where run_on = :night and source || ' ' || promise = any (:keys)
            order by
                source, promise collate "C",
                array_position(array['1h', '1d', '1w', '1m'], period), begins_at
            """)
        .param("night", night)
        .param("keys", lines.stream().map(PromiseReader::key).toArray(String[]::new))
        .query(
            row -> {
              cells
                  .computeIfAbsent(
                      new PromiseCalendar(
                          row.getString("source"),
                          row.getString("promise"),
                          row.getString("period"),
                          List.of()),
                      calendar -> new ArrayList<>())
                  .add(cell(row));
            });
    return cells.entrySet().stream().map(entry -> entry.getKey().with(entry.getValue())).toList();
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        Columns.instant(row, "begins_at"),
        row.getLong("present"),
        row.getLong("missing"),
        row.getLong("overdue"),
        row.getLong("unowned"),
        row.getLong("held"));
  }

  private List<Unjudged> unjudged(LocalDate night) {
    return jdbc.sql(
            """
            select nas, kinds from mart.unjudged_retention where run_on = :night
            order by nas collate "C"
            """)
        .param("night", night)
        .query((row, n) -> new Unjudged(row.getString("nas"), Columns.texts(row, "kinds")))
        .list();
  }

  private RetentionTotals totals(LocalDate night) {
    return jdbc.sql(
            """
            select
                count(*) as datasets, coalesce(sum(snapshots), 0) as snapshots,
                coalesce(sum(kept), 0) as kept, coalesce(sum(overdue), 0) as overdue,
                coalesce(sum(missing), 0) as missing, coalesce(sum(unowned), 0) as unowned,
                coalesce(sum(held), 0) as held, coalesce(sum(future), 0) as future,
                coalesce(sum(unparsable), 0) as unparsable,
                coalesce(sum(kubernetes), 0) as kubernetes,
                coalesce(sum(undecided), 0) as undecided,
                coalesce(sum(overdue_least_bytes), 0) as overdue_least,
                case when count(*) = count(overdue_most_bytes)
                    then sum(overdue_most_bytes) end as overdue_most
            from mart.dataset_retention where run_on = :night
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new RetentionTotals(
                    row.getLong("datasets"),
                    row.getLong("snapshots"),
                    row.getLong("kept"),
                    row.getLong("overdue"),
                    row.getLong("missing"),
                    row.getLong("unowned"),
                    row.getLong("held"),
                    row.getLong("future"),
                    row.getLong("unparsable"),
                    row.getLong("kubernetes"),
                    row.getLong("undecided"),
                    row.getLong("overdue_least"),
                    Columns.bytes(row, "overdue_most")))
        .single();
  }

  private long count(String view, LocalDate night) {
    return jdbc.sql("select count(*) from " + view + " where run_on = :night")
        .param("night", night)
        .query(Long.class)
        .single();
  }

  /** Each NAS, then the datasets whose snapshots became more, or hold more, than a week ago. */
  public List<SnapshotTrendLine> trends(LocalDate night) {
    return jdbc.sql(
            """
            with before as (
                select
                    max(run_on) filter (where run_on <= cast(:night as date) - 7) as week,
                    max(run_on) filter (where run_on <= cast(:night as date) - 30) as month
                from (
                    select distinct run_on from mart.promise
                    where run_on between cast(:night as date) - 44 and cast(:night as date)
                ) as nights
            ),
            line as (
                select
                    now.subject, now.snapshots, now.held_bytes, now.growth_per_day,
                    now.expected_90, week.snapshots as week_snapshots,
                    week.held_bytes as week_bytes, month.snapshots as month_snapshots,
                    month.held_bytes as month_bytes,
                    now.subject not like '%/%' as whole
                from (select * from mart.snapshot_trend where run_on = :night) as now
                cross join before
                left join mart.snapshot_trend as week
                    on week.run_on = before.week and week.subject = now.subject
                left join mart.snapshot_trend as month
                    on month.run_on = before.month and month.subject = now.subject
            )
            select * from line
            where whole
                or snapshots > coalesce(month_snapshots, week_snapshots)
                or held_bytes > coalesce(month_bytes, week_bytes)
                or growth_per_day > 0
            order by
                whole desc, snapshots - coalesce(month_snapshots, week_snapshots) desc nulls last,
                held_bytes - coalesce(month_bytes, week_bytes) desc nulls last,
                subject collate "C"
            """)
        .param("night", night)
        .query((row, n) -> trend(row))
        .list();
  }

  private static SnapshotTrendLine trend(ResultSet row) throws SQLException {
    return new SnapshotTrendLine(
        row.getString("subject"),
        row.getLong("snapshots"),
        Columns.bytes(row, "week_snapshots"),
        Columns.bytes(row, "month_snapshots"),
        Columns.bytes(row, "held_bytes"),
        Columns.bytes(row, "week_bytes"),
        Columns.bytes(row, "month_bytes"),
        Columns.decimal(row, "growth_per_day"),
        Columns.decimal(row, "expected_90"),
        row.getBoolean("whole") ? OptionalLong.of(SnapshotCeilings.OF_NAS) : OptionalLong.empty());
  }
}
