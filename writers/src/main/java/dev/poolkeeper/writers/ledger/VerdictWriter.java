package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hands the verdicts of a run on to the step that makes findings of them. */
public final class VerdictWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public VerdictWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Replaces the verdicts of a run. */
  public void write(long runId, Judgements judgements) {
    jdbc.update("delete from staging.verdict where run_id = ?", runId);
    List<Verdict> verdicts =
        Stream.<Verdict>concat(judgements.candidates().stream(), judgements.undecided().stream())
            .toList();
    jdbc.batchUpdate(
        """
        insert into staging.verdict (
            run_id, code, subject, reclaimable_bytes, evidence, exemption,
            gap_kind, gap_part, gap_reason, cause, cause_evidence, severity
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        verdicts,
        BATCH,
        (statement, verdict) -> set(statement, runId, verdict));
  }

  private static void set(PreparedStatement statement, long runId, Verdict verdict)
      throws SQLException {
    statement.setLong(1, runId);
    statement.setString(2, verdict.code().code());
    statement.setString(3, verdict.subject().toString());
    if (verdict instanceof Candidate candidate) {
      setCandidate(statement, candidate);
    } else if (verdict instanceof Undecided undecided) {
      setGap(statement, undecided.gap());
    }
  }

  private static void setCandidate(PreparedStatement statement, Candidate candidate)
      throws SQLException {
    OptionalLong bytes = candidate.reclaimableBytes();
    statement.setObject(4, bytes.isPresent() ? bytes.getAsLong() : null, Types.BIGINT);
    statement.setArray(5, texts(statement, candidate.evidence()));
    statement.setString(6, candidate.exemption().orElse(null));
    statement.setNull(7, Types.VARCHAR);
    statement.setNull(8, Types.VARCHAR);
    statement.setNull(9, Types.VARCHAR);
    statement.setString(10, candidate.cause().map(c -> c.cause().word()).orElse(null));
    statement.setString(11, candidate.cause().map(ProbableCause::evidence).orElse(null));
    statement.setString(12, candidate.severity().map(Severity::word).orElse(null));
  }

  private static void setGap(PreparedStatement statement, Gap gap) throws SQLException {
    statement.setNull(4, Types.BIGINT);
    statement.setArray(5, texts(statement, List.of()));
    statement.setNull(6, Types.VARCHAR);
    statement.setString(7, gap.kind().name());
    statement.setString(8, gap.part());
    statement.setString(9, gap.reason());
    statement.setNull(10, Types.VARCHAR);
    statement.setNull(11, Types.VARCHAR);
    statement.setNull(12, Types.VARCHAR);
  }

  private static java.sql.Array texts(PreparedStatement statement, List<String> values)
      throws SQLException {
    return statement.getConnection().createArrayOf("text", values.toArray());
  }
}
