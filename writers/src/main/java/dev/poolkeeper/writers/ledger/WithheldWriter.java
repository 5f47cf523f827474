package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.Withheld;
import dev.poolkeeper.processors.report.WithheldLine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what a run withheld, so that its report can be written again. */
public final class WithheldWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public WithheldWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces what was kept of a run. */
  public void write(long runId, List<Withheld> withheld) {
    jdbc.update("delete from ledger.withheld where run_id = ?", runId);
    jdbc.batchUpdate(
        """
        insert into ledger.withheld (
            run_id, kind, part, reason, code, subjects, first_subjects
        ) values (?, ?, ?, ?, ?, ?, ?)
        """,
        withheld,
        BATCH,
        (statement, one) -> set(statement, runId, one));
  }

  private static void set(PreparedStatement statement, long runId, Withheld one)
      throws SQLException {
    List<String> first =
        one.subjects().stream().limit(WithheldLine.NAMED).map(Subject::toString).toList();
    statement.setLong(1, runId);
    statement.setString(2, one.gap().kind().name().toLowerCase(Locale.ROOT));
    statement.setString(3, one.gap().part());
    statement.setString(4, one.gap().reason());
    statement.setString(5, one.code().code());
    statement.setInt(6, one.subjects().size());
    statement.setArray(7, statement.getConnection().createArrayOf("text", first.toArray()));
  }
}
