package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings as the ledger has them. */
public final class FindingReader {

  private final JdbcClient jdbc;

  public FindingReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest state of every finding on a night before this one, resolved ones included. */
  public List<Finding> latestBefore(LocalDate runOn) {
    return jdbc.sql(
            """
            select finding.code, finding.subject, night.*
            from ledger.finding
            cross join lateral (
                select status, severity, confirmed, first_seen_at, last_seen_at, nights,
                    reclaimable_bytes, evidence, note, cause, cause_evidence
                from ledger.finding_night
                where finding_night.finding_id = finding.finding_id
                    and finding_night.run_on < :day
                order by finding_night.run_on desc
                limit 1
            ) as night
            """)
        .param("day", runOn)
        .query((row, n) -> finding(row))
        .list();
  }

  /** What was said on a night, most severe first, those resolved that night included. */
  public List<Finding> ofNight(LocalDate runOn) {
    return jdbc.sql(
            """
            select code, subject, status, severity, confirmed, first_seen_at, last_seen_at,
                nights, reclaimable_bytes, evidence, note, cause, cause_evidence
            from mart.finding
            where run_on = :day
            order by
                case severity when 'critical' then 0 when 'warning' then 1 else 2 end,
                code, subject
            """)
        .param("day", runOn)
        .query((row, n) -> finding(row))
        .list();
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        FindingCode.parse(row.getString("code")).orElseThrow(),
        Subject.parse(row.getString("subject")),
        FindingStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
        row.getBoolean("confirmed"),
        Columns.instant(row, "first_seen_at"),
        Columns.instant(row, "last_seen_at"),
        row.getInt("nights"),
        Columns.bytes(row, "reclaimable_bytes"),
        Columns.texts(row, "evidence"),
        Columns.text(row, "note"),
        Columns.cause(row));
  }
}
