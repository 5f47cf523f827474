package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.growth.GrowthState;
import dev.poolkeeper.processors.history.SeriesKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what examinations have learned of series. */
public final class GrowthStateWriter {

  /** What was learned of one series. */
  public record Learned(SeriesKey key, GrowthState state) {}

  private final JdbcTemplate jdbc;

  public GrowthStateWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of what was learned of these series before, but never of what was learned later. */
  public void keep(LocalDate night, List<Learned> learned) {
    jdbc.batchUpdate(
        """
        insert into ledger.growth_state as kept (
            subject, measure, examined_on, origins, exponent, methods, weights, scale, own_scores,
            own_counts)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (subject, measure) do update set
            examined_on = excluded.examined_on,
            origins = excluded.origins,
            exponent = excluded.exponent,
            methods = excluded.methods,
            weights = excluded.weights,
            scale = excluded.scale,
            own_scores = excluded.own_scores,
            own_counts = excluded.own_counts
        where kept.examined_on <= excluded.examined_on
        """,
        learned,
        Math.max(1, learned.size()),
        (statement, one) -> set(statement, night, one));
  }

  private static void set(PreparedStatement statement, LocalDate night, Learned learned)
      throws SQLException {
    Connection connection = statement.getConnection();
    GrowthState state = learned.state();
    statement.setString(1, learned.key().subject().toString());
    statement.setString(2, learned.key().measure().word());
    statement.setObject(3, night);
    statement.setInt(4, state.origins());
    statement.setInt(5, state.exponent());
    statement.setArray(
        6,
        connection.createArrayOf(
            "text", state.shares().stream().map(share -> share.candidate().name()).toArray()));
    statement.setArray(
        7, doubles(connection, state.shares().stream().mapToDouble(share -> share.share())));
    statement.setArray(8, doubles(connection, state.scale().stream().mapToDouble(Double::doubleValue)));
    statement.setArray(
        9, doubles(connection, state.own().stream().flatMapToDouble(DoubleStream::of)));
    statement.setArray(
        10,
        connection.createArrayOf(
            "int2", state.own().stream().map(scores -> scores.length).toArray()));
  }

  private static java.sql.Array doubles(Connection connection, DoubleStream numbers)
      throws SQLException {
    return connection.createArrayOf("float8", numbers.boxed().toArray());
  }
}
