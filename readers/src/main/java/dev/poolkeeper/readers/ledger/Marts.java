package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.HistoryLine;
import dev.poolkeeper.processors.report.RunLine;
import dev.poolkeeper.processors.report.SnapshotLine;
import dev.poolkeeper.processors.report.SourceLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The marts of one night as the lines that reports and commands show, sorted by subject. */
public final class Marts {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public Marts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The newest night in the ledger; empty when no run ever finished. */
  public Optional<LocalDate> lastNight() {
    return jdbc.sql("select run_on from mart.night order by run_on desc limit 1")
        .query(LocalDate.class)
        .optional();
  }

  /** The run that a finished night is of. */
  public long runOf(LocalDate night) {
    return jdbc.sql("select run_id from mart.night where run_on = :night")
        .param("night", night)
        .query(Long.class)
        .single();
  }

  /** Whether a run for this night has finished. */
  public boolean knows(LocalDate night) {
    return jdbc.sql("select count(*) from mart.night where run_on = :night")
            .param("night", night)
            .query(Long.class)
            .single()
        > 0;
  }

  /** When the inventory of a night was taken. */
  public Instant capturedAt(LocalDate night) {
    return jdbc.sql("select captured_at from mart.night where run_on = :night")
        .param("night", night)
        .query((row, n) -> Columns.instant(row, "captured_at"))
        .single();
  }

  /** Number of volumes by what the join said of them. */
  public Map<String, Long> volumesByConfidence(LocalDate night) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql(
            """
            select confidence, count(*) as volumes from mart.volume
            where run_on = :night group by confidence
            """)
        .param("night", night)
        .query((row, n) -> Map.entry(row.getString("confidence"), row.getLong("volumes")))
        .list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  public List<SnapshotLine> snapshots(LocalDate night) {
    return jdbc.sql(
            """
            select snapshot.subject, snapshot.created_at, link.from_subject,
                snapshot.used_bytes, snapshot.referenced_bytes, retention.state,
                coalesce(retention.reasons, '{}') as reasons, retention.remove_at
            from mart.zfs_snapshot as snapshot
            left join mart.link
                on link.run_on = snapshot.run_on and link.to_subject = snapshot.subject
            left join mart.retention_snapshot as retention
                on retention.run_on = snapshot.run_on and retention.subject = snapshot.subject
            where snapshot.run_on = :night
            order by snapshot.subject, link.from_subject
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new SnapshotLine(
                    row.getString("subject"),
                    Columns.optionalInstant(row, "created_at"),
                    Columns.text(row, "from_subject"),
                    Columns.bytes(row, "used_bytes"),
                    Columns.bytes(row, "referenced_bytes"),
                    Columns.text(row, "state"),
                    Columns.texts(row, "reasons"),
                    Columns.optionalInstant(row, "remove_at")))
        .list();
  }

  /** All runs, newest first. */
  public List<RunLine> runs() {
    return jdbc.sql(
            """
            select run_id, job, run_on, attempt, status, started_at, finished_at, verdict, score,
                origin
            from mart.run order by run_id desc
            """)
        .query(
            (row, n) ->
                new RunLine(
                    row.getLong("run_id"),
                    row.getString("job"),
                    row.getObject("run_on", LocalDate.class),
                    row.getInt("attempt"),
                    row.getString("status"),
                    Columns.instant(row, "started_at"),
                    Columns.optionalInstant(row, "finished_at"),
                    Columns.text(row, "verdict"),
                    Columns.number(row, "score"),
                    row.getString("origin")))
        .list();
  }

  public List<CoverageLine> coverage(LocalDate night) {
    return jdbc.sql(
            """
            select part, status, row_count, by_name_count, millis, problems::text as problems
            from mart.capture where run_on = :night order by part
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new CoverageLine(
                    row.getString("part"),
                    row.getString("status"),
                    row.getLong("row_count"),
                    row.getLong("by_name_count"),
                    row.getLong("millis"),
                    problems(row.getString("problems"))))
        .list();
  }

  private List<String> problems(String text) {
    return json.readTree(text).valueStream().map(Marts::problem).toList();
  }

  private static String problem(JsonNode problem) {
    return "%s: %s. Next: %s"
        .formatted(
            problem.path("where").asString(),
            problem.path("seen").asString(),
            problem.path("next").asString());
  }

  /** What is known of days without a night, up to this one. */
  public List<HistoryLine> history(LocalDate night) {
    return jdbc.sql(
            """
            select origin, count(*) as days, min(day) as since
            from mart.history_day where day <= :night
            group by origin order by origin = 'measured' desc, origin desc
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new HistoryLine(
                    row.getString("origin"),
                    row.getLong("days"),
                    row.getObject("since", LocalDate.class)))
        .list();
  }

  public List<SourceLine> sources(LocalDate night) {
    return jdbc.sql(
            """
            select name, side, identity, version, api, calls, remarks from mart.source
            where run_on = :night order by side, name
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new SourceLine(
                    row.getString("name"),
                    row.getString("side"),
                    row.getString("identity"),
                    row.getString("version"),
                    row.getString("api"),
                    row.getLong("calls"),
                    Columns.texts(row, "remarks")))
        .list();
  }
}
