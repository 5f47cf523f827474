package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.WithheldLine;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a night withheld. */
public final class WithheldReader {

  private final JdbcClient jdbc;

  public WithheldReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Held parts first, then by part and code. */
  public List<WithheldLine> ofNight(LocalDate runOn) {
    return jdbc.sql(
            """
            select kind, part, reason, code, subjects, first_subjects
            from mart.withheld where run_on = :day order by kind, part, code, reason
            """)
        .param("day", runOn)
        .query(
            (row, n) ->
                new WithheldLine(
                    row.getString("kind"),
                    row.getString("part"),
                    row.getString("reason"),
                    row.getString("code"),
                    FindingCode.parse(row.getString("code")).orElseThrow().word(),
                    row.getInt("subjects"),
                    Columns.texts(row, "first_subjects")))
        .list();
  }
}
