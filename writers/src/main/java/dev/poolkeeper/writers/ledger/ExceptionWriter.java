package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.report.ExceptionLine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes how the exceptions of the configuration stood on a night. */
public final class ExceptionWriter {

  private static final int BATCH = 1000;

  private final JdbcTemplate jdbc;

  public ExceptionWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was said of that night before. */
  public void replace(LocalDate runOn, List<ExceptionLine> lines) {
    jdbc.update("delete from ledger.exception_night where run_on = ?", runOn);
    jdbc.batchUpdate(
        """
        insert into ledger.exception_night (
            run_on, place, codes, match, reason, owner, expires_on, state, findings
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        IntStream.range(0, lines.size()).boxed().toList(),
        BATCH,
        (statement, place) -> set(statement, runOn, place, lines.get(place)));
  }

  private static void set(
      PreparedStatement statement, LocalDate runOn, int place, ExceptionLine line)
      throws SQLException {
    statement.setObject(1, runOn);
    statement.setInt(2, place);
    statement.setArray(3, statement.getConnection().createArrayOf("text", line.codes().toArray()));
    statement.setString(4, line.match());
    statement.setString(5, line.reason());
    statement.setString(6, line.owner().orElse(null));
    statement.setObject(7, line.expires().orElse(null));
    statement.setString(8, line.state());
    statement.setInt(9, line.findings());
  }
}
