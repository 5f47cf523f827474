package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Ruling;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the configuration says of the verdicts of a run. */
public final class RulingReader {

  private final JdbcClient jdbc;

  public RulingReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Rulings read(long runId) {
    return new Rulings(
        jdbc.sql(
                """
                select code, subject, exemption, remark, severity, exceptions
                from staging.ruling where run_id = :run
                """)
            .param("run", runId)
            .query((row, n) -> entry(row))
            .list());
  }

  private static Rulings.Entry entry(ResultSet row) throws SQLException {
    List<Integer> exceptions = Arrays.asList((Integer[]) row.getArray("exceptions").getArray());
    return new Rulings.Entry(
        FindingCode.parse(row.getString("code")).orElseThrow(),
        Subject.parse(row.getString("subject")),
        new Ruling(
            Columns.text(row, "exemption"),
            Columns.text(row, "remark"),
            Columns.text(row, "severity")
                .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT))),
            exceptions));
  }
}
