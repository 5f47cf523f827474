package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.PromiseRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight.Checked;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.check.SnapshotVerdict;
import dev.poolkeeper.processors.retention.check.TaskRetention;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps what a night found of retention, a portion at a time. Of single snapshots only what the
 * newest night said is kept. Call inside a transaction.
 */
public final class RetentionWriter {

  private static final int BATCH = 1000;

  private static final String DATASET =
      """
      insert into ledger.dataset_retention (
          run_on, dataset, promises, kept, overdue, unowned, held, future, unparsable, kubernetes,
          undecided, samples, missing, missing_severity, missing_evidence, overdue_least_bytes,
          overdue_most_bytes, unowned_least_bytes, unowned_most_bytes, oldest_at, newest_at,
          most_count, promised_since
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String TASK =
      """
      insert into ledger.task_retention (
          run_on, task, terms, enabled, datasets, owned, orphaned, next_run_at, problems, remarks
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SNAPSHOT =
      """
      copy ledger.retention_snapshot (run_on, subject, state, reasons, remove_at) from stdin
      """;

  private final JdbcTemplate jdbc;
  private final CopyRows rows;
  private final PromiseWriter promises;
  private final List<DatasetRetention> datasets = new ArrayList<>();
  private final List<SnapshotVerdict> snapshots = new ArrayList<>();
  private LocalDate night = LocalDate.EPOCH;
  private boolean newest;

  public RetentionWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.rows = new CopyRows(jdbc);
    this.promises = new PromiseWriter(jdbc);
  }

  /** Forgets what was said of a night, to say it again. */
  public void begin(LocalDate of) {
    night = of;
    jdbc.update("delete from ledger.dataset_retention where run_on = ?", of);
    jdbc.update("delete from ledger.task_retention where run_on = ?", of);
    jdbc.update("delete from ledger.retention_snapshot where run_on <= ?", of);
    newest =
        !Boolean.TRUE.equals(
            jdbc.queryForObject(
                "select exists (select from ledger.dataset_retention where run_on > ?)",
                Boolean.class,
                of));
    datasets.clear();
    snapshots.clear();
  }

  /** Adds one dataset. */
  public void add(Checked checked) {
    datasets.add(checked.dataset());
    if (newest) {
      checked.verdicts().stream()
          .filter(verdict -> verdict.state() != SnapshotState.KEPT)
          .filter(verdict -> verdict.state() != SnapshotState.KUBERNETES)
          .forEach(snapshots::add);
    }
    if (datasets.size() >= BATCH || snapshots.size() >= BATCH) {
      flush();
    }
  }

  /** Ends the night with its tasks and promises. */
  public void end(List<TaskRetention> tasks, List<PromiseRetention> made) {
    flush();
    promises.replace(night, made, newest);
    jdbc.batchUpdate(
        TASK,
        tasks,
        BATCH,
        (statement, task) ->
            new Parameters(statement)
                .day(night)
                .text(task.task().toString())
                .text(task.text())
                .flag(task.enabled())
                .number(task.datasets())
                .number(task.owned())
                .number(task.orphaned())
                .moment(task.nextRun())
                .texts(task.problems())
                .texts(task.remarks()));
  }

  private void flush() {
    jdbc.batchUpdate(
        DATASET, datasets, BATCH, (statement, row) -> dataset(new Parameters(statement), row));
    rows.send(SNAPSHOT, snapshots, this::line);
    datasets.clear();
    snapshots.clear();
  }

  private byte[] line(CopyText row, SnapshotVerdict verdict) {
    return row.column(night.toString())
        .column(verdict.snapshot().subject().toString())
        .column(verdict.state().word())
        .column(CopyText.array(verdict.reasons()))
        .column(verdict.removeAt().map(Instant::toString).orElse(null))
        .end();
  }

  private void dataset(Parameters row, DatasetRetention dataset) throws SQLException {
    row.day(night).text(dataset.dataset().toString()).texts(dataset.promises());
    for (SnapshotState state : SnapshotState.values()) {
      row.number(dataset.count(state));
    }
    row.texts(samples(dataset))
        .number(dataset.missing().count())
        .text(dataset.missing().severity().map(Severity::word))
        .texts(dataset.missing().evidence())
        .number(dataset.overdueBytes().atLeast())
        .number(dataset.overdueBytes().atMost())
        .number(dataset.unownedBytes().atLeast())
        .number(dataset.unownedBytes().atMost())
        .moment(dataset.oldest())
        .moment(dataset.newest())
        .number(dataset.mostCount())
        .moment(dataset.promisedSince());
  }

  private static List<String> samples(DatasetRetention dataset) {
    List<String> samples = new ArrayList<>();
    for (SnapshotState state : SnapshotState.values()) {
      dataset.samples(state).forEach(text -> samples.add(state.word() + "|" + text));
    }
    return samples;
  }
}
