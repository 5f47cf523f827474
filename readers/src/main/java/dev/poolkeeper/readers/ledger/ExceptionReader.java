package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.report.ExceptionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the exceptions of the configuration stood on a night. */
public final class ExceptionReader {

  private final JdbcClient jdbc;

  public ExceptionReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of the configuration. */
  public List<ExceptionLine> ofNight(LocalDate runOn) {
    return jdbc.sql(
            """
            select codes, match, reason, owner, expires_on, state, findings
            from mart.exception where run_on = :day order by place
            """)
        .param("day", runOn)
        .query(
            (row, n) ->
                new ExceptionLine(
                    Columns.texts(row, "codes"),
                    row.getString("match"),
                    row.getString("reason"),
                    Columns.text(row, "owner"),
                    Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                    row.getString("state"),
                    row.getInt("findings")))
        .list();
  }
}
