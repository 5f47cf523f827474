package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.score.Grade;
import dev.poolkeeper.processors.score.ScoreCost;
import dev.poolkeeper.processors.score.SourceScore;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes how every source stood on a night. */
public final class ScoreWriter {

  private static final int BATCH = 1000;

  private record Cost(String source, ScoreCost cost) {}

  private final JdbcTemplate jdbc;

  public ScoreWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was said of that night before. */
  public void replace(LocalDate runOn, List<SourceScore> scores) {
    jdbc.update("delete from ledger.source_score where run_on = ?", runOn);
    jdbc.batchUpdate(
        """
        insert into ledger.source_score (run_on, source, side, score, grade, objects, unjudged)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        scores,
        BATCH,
        (statement, score) -> set(statement, runOn, score));
    jdbc.batchUpdate(
        """
        insert into ledger.source_cost (run_on, source, code, severity, findings, points)
        values (?, ?, ?, ?, ?, ?)
        """,
        scores.stream()
            .flatMap(score -> score.costs().stream().map(cost -> new Cost(score.source(), cost)))
            .toList(),
        BATCH,
        (statement, cost) -> set(statement, runOn, cost));
  }

  private static void set(PreparedStatement statement, LocalDate runOn, SourceScore score)
      throws SQLException {
    OptionalInt points = score.points();
    statement.setObject(1, runOn);
    statement.setString(2, score.source());
    statement.setString(3, score.side().name().toLowerCase(Locale.ROOT));
    statement.setObject(4, points.isPresent() ? points.getAsInt() : null, Types.INTEGER);
    statement.setString(5, points.isPresent() ? Grade.of(points.getAsInt()).name() : null);
    statement.setLong(6, score.objects());
    statement.setString(7, score.unjudged().orElse(null));
  }

  private static void set(PreparedStatement statement, LocalDate runOn, Cost cost)
      throws SQLException {
    statement.setObject(1, runOn);
    statement.setString(2, cost.source());
    statement.setString(3, cost.cost().code().code());
    statement.setString(4, cost.cost().severity().word());
    statement.setInt(5, cost.cost().findings());
    statement.setDouble(6, cost.cost().points());
  }
}
