package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.ProbableCause;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the findings of a night, in place of what was said of that night before. */
public final class FindingWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public FindingWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public void replace(LocalDate runOn, List<Finding> findings) {
    jdbc.update("delete from ledger.finding_night where run_on = ?", runOn);
    jdbc.batchUpdate(
        """
        insert into ledger.finding (fingerprint, code, subject) values (?, ?, ?)
        on conflict (fingerprint) do nothing
        """,
        findings,
        BATCH,
        (statement, finding) -> {
          statement.setString(1, finding.fingerprint());
          statement.setString(2, finding.code().code());
          statement.setString(3, finding.subject().toString());
        });
    jdbc.batchUpdate(
        """
        insert into ledger.finding_night (
            finding_id, run_on, status, severity, confirmed, first_seen_at, last_seen_at,
            nights, reclaimable_bytes, evidence, note, cause, cause_evidence
        )
        select finding_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        from ledger.finding where fingerprint = ?
        """,
        findings,
        BATCH,
        (statement, finding) -> set(statement, runOn, finding));
  }

  private static void set(PreparedStatement statement, LocalDate runOn, Finding finding)
      throws SQLException {
    OptionalLong bytes = finding.reclaimableBytes();
    statement.setObject(1, runOn);
    statement.setString(2, finding.status().word());
    statement.setString(3, finding.severity().word());
    statement.setBoolean(4, finding.confirmed());
    statement.setTimestamp(5, Timestamp.from(finding.firstSeenAt()));
    statement.setTimestamp(6, Timestamp.from(finding.lastSeenAt()));
    statement.setInt(7, finding.nights());
    statement.setObject(8, bytes.isPresent() ? bytes.getAsLong() : null, Types.BIGINT);
    statement.setArray(
        9, statement.getConnection().createArrayOf("text", finding.evidence().toArray()));
    statement.setString(10, finding.note().orElse(null));
    statement.setString(11, finding.cause().map(c -> c.cause().word()).orElse(null));
    statement.setString(12, finding.cause().map(ProbableCause::evidence).orElse(null));
    statement.setString(13, finding.fingerprint());
  }
}
