package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.check.CalendarStrip;
import dev.poolkeeper.processors.retention.check.PromiseRetention;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what became of every promise on a night; its calendar of the newest night only. */
final class PromiseWriter {

  private static final int BATCH = 1000;

  private static final String PROMISE =
      """
      insert into ledger.promise (
          run_on, source, promise, terms, datasets, kept, overdue, unowned, held, future,
          unparsable, kubernetes, undecided, missing, missing_severity, too_many, holds_least_bytes,
          holds_most_bytes, overdue_least_bytes, overdue_most_bytes, notes
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PERIOD =
      """
      insert into ledger.promise_period (
          run_on, source, promise, period, begins_at, present, missing, overdue, unowned, held
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private record PeriodRow(PromiseRetention promise, String period, CalendarStrip.Cell cell) {}

  private final JdbcTemplate jdbc;

  PromiseWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void replace(LocalDate night, List<PromiseRetention> promises, boolean newest) {
    jdbc.update("delete from ledger.promise where run_on = ?", night);
    jdbc.update("delete from ledger.promise_period where run_on <= ?", night);
    jdbc.batchUpdate(
        PROMISE,
        promises,
        BATCH,
        (statement, promise) -> row(new Parameters(statement).day(night), promise));
    if (newest) {
      jdbc.batchUpdate(
          PERIOD,
          promises.stream().flatMap(p -> periods(p).stream()).toList(),
          BATCH,
          (statement, row) -> row(new Parameters(statement).day(night), row));
    }
  }

  private static void row(Parameters row, PromiseRetention promise) throws SQLException {
    row.text(promise.promise().source().word())
        .text(promise.promise().name())
        .text(promise.terms())
        .number(promise.datasets());
    for (SnapshotState state : SnapshotState.values()) {
      row.number(promise.count(state));
    }
    row.number(promise.missing())
        .text(promise.missingSeverity().map(Severity::word))
        .number(promise.tooMany())
        .number(promise.holds().atLeast())
        .number(promise.holds().atMost())
        .number(promise.overdueBytes().atLeast())
        .number(promise.overdueBytes().atMost())
        .texts(promise.notes());
  }

  private static List<PeriodRow> periods(PromiseRetention promise) {
    return promise.strips().stream()
        .flatMap(
            strip ->
                strip.cells().stream()
                    .map(cell -> new PeriodRow(promise, strip.period().toString(), cell)))
        .toList();
  }

  private static void row(Parameters parameters, PeriodRow row) throws SQLException {
    parameters
        .text(row.promise().promise().source().word())
        .text(row.promise().promise().name())
        .text(row.period())
        .moment(Optional.of(row.cell().begins()))
        .number(row.cell().present())
        .number(row.cell().missing())
        .number(row.cell().overdue())
        .number(row.cell().unowned())
        .number(row.cell().held());
  }
}
