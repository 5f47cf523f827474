package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.processors.runway.Scenario;
import dev.poolkeeper.processors.runway.Scenario.NotComputed;
import dev.poolkeeper.processors.runway.Scenario.Reached;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what would change how long there is room. */
public final class ScenarioWriter {

  private static final String INSERT =
      """
      insert into ledger.scenario (
          run_on, pool, place, name, assumption, unknown, full_earliest_on, full_likely_on,
          full_latest_on, order_by, horizon_days
      ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private record Placed(int place, Scenario scenario) {}

  private final JdbcTemplate jdbc;

  public ScenarioWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was said of that night before; they keep their order. */
  public void replace(LocalDate night, List<Scenario> scenarios) {
    jdbc.update("delete from ledger.scenario where run_on = ?", night);
    List<Placed> placed =
        IntStream.range(0, scenarios.size())
            .mapToObj(at -> new Placed(at, scenarios.get(at)))
            .toList();
    jdbc.batchUpdate(
        INSERT, placed, placed.size() + 1, (statement, one) -> set(statement, night, one));
  }

  private static void set(PreparedStatement statement, LocalDate night, Placed placed)
      throws SQLException {
    Scenario scenario = placed.scenario();
    Parameters row = new Parameters(statement);
    row.day(night)
        .text(scenario.pool().toString())
        .number(OptionalInt.of(placed.place()))
        .text(scenario.name())
        .text(scenario.assumption());
    if (scenario.result() instanceof Reached reached) {
      row.text(Optional.empty());
      crossing(row, reached.full());
      row.day(reached.orderBy()).number(OptionalInt.of(reached.horizonDays()));
    } else if (scenario.result() instanceof NotComputed not) {
      row.text(not.reason());
      crossing(row, Crossing.NONE);
      row.day(Optional.empty()).number(OptionalInt.empty());
    }
  }

  private static void crossing(Parameters row, Crossing crossing) throws SQLException {
    row.day(crossing.earliest()).day(crossing.likely()).day(crossing.latest());
  }
}
