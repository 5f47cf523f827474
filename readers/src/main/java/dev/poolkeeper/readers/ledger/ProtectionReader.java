package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the claims of a night are protected, as the marts have it. */
public final class ProtectionReader {

  /**
   * Worst first, as PK307 weighs them: what was asked for or promised by a task before what nobody
   * asked for; of equally bad ones that with the oldest copy, none at all before any.
   */
  private static final String WORST_FIRST =
      """
      order by
          case
              when verdict = 'never' and asked then 1
              when verdict in ('never', 'late') and (asked or tasks || routes <> '{}') then 2
              when verdict = 'never' then 3
              when verdict = 'late' then 4
              when verdict = 'unknown' then 5
              when verdict = 'protected' then 6
              else 7
          end,
          greatest(snapshot_at, volume_snapshot_at, elsewhere_at) nulls first, claim collate "C"
      """;

  private final JdbcClient jdbc;

  public ProtectionReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every claim that is kept of a night, worst first. */
  public List<ProtectionLine> ofNight(LocalDate night) {
    return lines(night, Integer.MAX_VALUE);
  }

  /** What a report shows of a night; nothing where the night knows nothing of it. */
  public ProtectionFacts facts(LocalDate night, int shown) {
    List<ProtectionCounts> namespaces = namespaces(night);
    ProtectionCounts all = ProtectionCounts.sum(namespaces);
    List<ProtectionLine> worst = lines(night, shown);
    return new ProtectionFacts(
        namespaces,
        worst,
        Math.max(0, all.asked() + all.notAsked() - worst.size()),
        holdings(night));
  }

  private List<ProtectionLine> lines(LocalDate night, int most) {
    return jdbc.sql(
            """
            select
                claim, namespace, storage_class, dataset, verdict, on_snapshots, on_elsewhere,
                reason, rpo_seconds, replica_rpo_seconds, asked, asked_by, snapshot_at,
                task_snapshot_at, volume_snapshot_at, elsewhere_at, elsewhere_how, elsewhere_by,
                tasks, routes
            from mart.protection where run_on = :night
            """
                + WORST_FIRST
                + " limit :most")
        .param("night", night)
        .param("most", most)
        .query((row, n) -> line(row))
        .list();
  }

  private static ProtectionLine line(ResultSet row) throws SQLException {
    return new ProtectionLine(
        row.getString("claim"),
        row.getString("namespace"),
        Columns.text(row, "storage_class"),
        Columns.text(row, "dataset"),
        row.getString("verdict"),
        row.getString("on_snapshots"),
        row.getString("on_elsewhere"),
        row.getString("reason"),
        Columns.bytes(row, "rpo_seconds"),
        Columns.bytes(row, "replica_rpo_seconds"),
        row.getBoolean("asked"),
        row.getString("asked_by"),
        Columns.optionalInstant(row, "snapshot_at"),
        Columns.optionalInstant(row, "task_snapshot_at"),
        Columns.optionalInstant(row, "volume_snapshot_at"),
        Columns.optionalInstant(row, "elsewhere_at"),
        Columns.text(row, "elsewhere_how"),
        Columns.text(row, "elsewhere_by"),
        Columns.texts(row, "tasks"),
        Columns.texts(row, "routes"));
  }

  /** By namespace, sorted. */
  public List<ProtectionCounts> namespaces(LocalDate night) {
    return jdbc.sql(
            """
            select namespace, protected, late, never, unknown, not_asked
            from mart.protection_night where run_on = :night order by namespace collate "C"
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new ProtectionCounts(
                    row.getString("namespace"),
                    row.getLong("protected"),
                    row.getLong("late"),
                    row.getLong("never"),
                    row.getLong("unknown"),
                    row.getLong("not_asked")))
        .list();
  }

  /** What snapshots hold, pools first, those that hold most first. */
  public List<SnapshotHoldingLine> holdings(LocalDate night) {
    return jdbc.sql(
            """
            with before as (
                select
                    max(run_on) filter (where run_on <= cast(:night as date) - 7) as week,
                    max(run_on) filter (where run_on <= cast(:night as date) - 30) as month
                from (
                    select distinct run_on from mart.snapshot_holding
                    where run_on between cast(:night as date) - 44 and cast(:night as date)
                ) as nights
            )
            select
                now.subject, now.kind, now.datasets, now.snapshots, now.held_bytes,
                week.snapshots as week_snapshots, week.held_bytes as week_bytes,
                month.snapshots as month_snapshots, month.held_bytes as month_bytes
            from mart.snapshot_holding as now
            cross join before
            left join mart.snapshot_holding as week
                on week.run_on = before.week and week.subject = now.subject
            left join mart.snapshot_holding as month
                on month.run_on = before.month and month.subject = now.subject
            where now.run_on = :night
            order by
                array_position(array['pool', 'task', 'namespace'], now.kind),
                now.held_bytes desc nulls last, now.subject collate "C"
            """)
        .param("night", night)
        .query((row, n) -> holding(row))
        .list();
  }

  private static SnapshotHoldingLine holding(ResultSet row) throws SQLException {
    return new SnapshotHoldingLine(
        row.getString("subject"),
        row.getString("kind"),
        row.getInt("datasets"),
        row.getLong("snapshots"),
        Columns.bytes(row, "week_snapshots"),
        Columns.bytes(row, "month_snapshots"),
        Columns.bytes(row, "held_bytes"),
        Columns.bytes(row, "week_bytes"),
        Columns.bytes(row, "month_bytes"));
  }
}
