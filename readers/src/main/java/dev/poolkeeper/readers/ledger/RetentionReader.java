package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.FreedBytes;
import dev.poolkeeper.processors.retention.check.MissingRuns;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.check.TaskRetention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a night found of retention. */
public final class RetentionReader {

  private static final String COLUMNS =
      """
      select dataset, promises, promised_since, kept, overdue, unowned, held, future, unparsable, kubernetes,
          undecided, samples, missing, missing_severity, missing_evidence, overdue_least_bytes,
          overdue_most_bytes, unowned_least_bytes, unowned_most_bytes, oldest_at, newest_at,
          most_count
      from mart.dataset_retention
      """;

  private final JdbcClient jdbc;

  public RetentionReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every task, and the datasets of which there is more to say than that all is kept. */
  public NightRetention ofNight(LocalDate night) {
    return new NightRetention(
        query(
            COLUMNS
                + """
                where run_on = :night and (
                    overdue + unowned + held + future + unparsable + missing > 0
                    or most_count < snapshots - kubernetes
                )
                order by dataset collate "C"
                """,
            night),
        tasks(night));
  }

  /** All datasets of a night, sorted. */
  public List<DatasetRetention> datasets(LocalDate night) {
    return query(COLUMNS + "where run_on = :night order by dataset collate \"C\"", night);
  }

  private List<DatasetRetention> query(String sql, LocalDate night) {
    return jdbc.sql(sql).param("night", night).query((row, n) -> dataset(row)).list();
  }

  /** All tasks of a night, sorted. */
  public List<TaskRetention> tasks(LocalDate night) {
    return jdbc.sql(
            """
            select task, terms, enabled, datasets, owned, orphaned, next_run_at, problems, remarks
            from mart.task_retention where run_on = :night order by task collate "C"
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new TaskRetention(
                    Subject.parse(row.getString("task")),
                    row.getString("terms"),
                    row.getBoolean("enabled"),
                    row.getInt("datasets"),
                    row.getLong("owned"),
                    row.getLong("orphaned"),
                    Columns.optionalInstant(row, "next_run_at"),
                    Columns.texts(row, "problems"),
                    Columns.texts(row, "remarks")))
        .list();
  }

  private static DatasetRetention dataset(ResultSet row) throws SQLException {
    Map<SnapshotState, Integer> counts = new EnumMap<>(SnapshotState.class);
    for (SnapshotState state : SnapshotState.values()) {
      int count = row.getInt(state.word());
      if (count > 0) {
        counts.put(state, count);
      }
    }
    return new DatasetRetention(
        Subject.parse(row.getString("dataset")),
        Columns.texts(row, "promises"),
        Columns.optionalInstant(row, "promised_since"),
        counts,
        samples(Columns.texts(row, "samples")),
        new MissingRuns(
            row.getInt("missing"),
            Columns.text(row, "missing_severity").flatMap(Severity::named),
            Columns.texts(row, "missing_evidence")),
        freed(row, "overdue"),
        freed(row, "unowned"),
        Columns.optionalInstant(row, "oldest_at"),
        Columns.optionalInstant(row, "newest_at"),
        Columns.number(row, "most_count"));
  }

  private static FreedBytes freed(ResultSet row, String state) throws SQLException {
    return new FreedBytes(
        row.getLong(state + "_least_bytes"), Columns.bytes(row, state + "_most_bytes"));
  }

  private static Map<SnapshotState, List<String>> samples(List<String> texts) {
    Map<SnapshotState, List<String>> samples = new EnumMap<>(SnapshotState.class);
    for (SnapshotState state : SnapshotState.values()) {
      String start = state.word() + "|";
      List<String> own = new ArrayList<>();
      texts.stream()
          .filter(text -> text.startsWith(start))
          .forEach(text -> own.add(text.substring(start.length())));
      if (!own.isEmpty()) {
        samples.put(state, own);
      }
    }
    return samples;
  }
}
