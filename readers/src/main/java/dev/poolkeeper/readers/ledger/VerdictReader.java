package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verdicts that the rules of a run handed on. */
public final class VerdictReader {

  private final JdbcClient jdbc;

  public VerdictReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param gaps why silence about a subject says nothing
   */
  public Judgements read(long runId, BiFunction<FindingCode, Subject, Optional<Gap>> gaps) {
    List<Verdict> verdicts =
        jdbc.sql(
                """
                select code, subject, reclaimable_bytes, evidence, exemption,
                    cause, cause_evidence, severity, gap_kind, gap_part, gap_reason
                from staging.verdict where run_id = :run
                """)
            .param("run", runId)
            .query((row, n) -> verdict(row))
            .list();
    return new Judgements(verdicts, gaps);
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    FindingCode code = FindingCode.parse(row.getString("code")).orElseThrow();
    Subject subject = Subject.parse(row.getString("subject"));
    Optional<String> gapKind = Columns.text(row, "gap_kind");
    if (gapKind.isPresent()) {
      Gap gap =
          new Gap(
              Gap.Kind.valueOf(gapKind.get()),
              row.getString("gap_part"),
              row.getString("gap_reason"));
      return new Undecided(code, subject, gap);
    }
    return new Candidate(
        code,
        subject,
        Columns.bytes(row, "reclaimable_bytes"),
        Columns.texts(row, "evidence"),
        Columns.text(row, "exemption"),
        Columns.cause(row),
        Columns.text(row, "severity").flatMap(Severity::named));
  }
}
