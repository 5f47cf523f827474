package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Ruling;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.finding.Severity;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands what the configuration says of a run's verdicts on to the step that makes findings. */
public final class RulingWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public RulingWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces the rulings of a run. */
  public void write(long runId, Rulings rulings) {
    jdbc.update("delete from staging.ruling where run_id = ?", runId);
    jdbc.batchUpdate(
        """
        insert into staging.ruling (
            run_id, code, subject, exemption, remark, severity, exceptions
        ) values (?, ?, ?, ?, ?, ?, ?)
        """,
        rulings.entries(),
        BATCH,
        (statement, entry) -> set(statement, runId, entry));
  }

  private static void set(PreparedStatement statement, long runId, Rulings.Entry entry)
      throws SQLException {
    Ruling ruling = entry.ruling();
    statement.setLong(1, runId);
    statement.setString(2, entry.code().code());
    statement.setString(3, entry.subject().toString());
    statement.setString(4, ruling.exemption().orElse(null));
    statement.setString(5, ruling.remark().orElse(null));
    statement.setString(6, ruling.severity().map(Severity::word).orElse(null));
    statement.setArray(
        7, statement.getConnection().createArrayOf("integer", ruling.exceptions().toArray()));
  }
}
