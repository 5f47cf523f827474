package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.report.BacktestLine;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes how right forecasts were, so that it stays known when they are pruned. */
public final class BacktestWriter {

  private static final String INSERT =
      """
      insert into ledger.backtest (
          run_on, days_ahead, kind, forecasts, median_error_percent, within_80, within_95,
          with_probability, filled, brier, brier_of_share
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  public BacktestWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was said of that night before. */
  public void replace(LocalDate night, List<BacktestLine> lines) {
    jdbc.update("delete from ledger.backtest where run_on = ?", night);
    jdbc.batchUpdate(
        INSERT, lines, lines.size() + 1, (statement, line) -> set(statement, night, line));
  }

  private static void set(PreparedStatement statement, LocalDate night, BacktestLine line)
      throws SQLException {
    new Parameters(statement)
        .day(night)
        .number(OptionalInt.of(line.daysAhead()))
        .text(line.kind())
        .number(line.forecasts())
        .number(line.medianErrorPercent())
        .number(OptionalDouble.of(line.within80()))
        .number(OptionalDouble.of(line.within95()))
        .number(line.withProbability())
        .number(line.filled())
        .number(line.brier())
        .number(line.brierOfShare());
  }
}
