package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.growth.calibration.ScorePool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps how wrong the forecasts of the series examined on a night have been. */
public final class GrowthNightWriter {

  /**
   * What a night did.
   *
   * @param series that exist and are forecast if they can be
   * @param examined tried on all of their past
   * @param forecasts made
   */
  public record Done(long series, long examined, long forecasts) {}

  private static final int BATCH = 100;

  private final JdbcTemplate jdbc;

  public GrowthNightWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In place of the scores of that night. */
  public void scores(LocalDate night, ScorePool pool) {
    jdbc.update("delete from ledger.growth_score where run_on = ?", night);
    List<ScorePool.Cell> cells = pool.cells();
    jdbc.batchUpdate(
        """
        insert into ledger.growth_score (run_on, score_group, bucket, bins, counts)
        values (?, ?, ?, ?, ?)
        """,
        cells,
        BATCH,
        (statement, cell) -> set(statement, night, cell));
    count(night, new Done(0, 0, 0), pool.series());
  }

  /** How much was done, once it is. */
  public void done(LocalDate night, Done done) {
    jdbc.update(
        """
        update ledger.growth_night set series = ?, examined = ?, forecasts = ? where run_on = ?
        """,
        done.series(),
        done.examined(),
        done.forecasts(),
        night);
  }

  private void count(LocalDate night, Done done, long scored) {
    jdbc.update("delete from ledger.growth_night where run_on = ?", night);
    jdbc.update(
        """
        insert into ledger.growth_night (run_on, series, examined, scored, forecasts)
        values (?, ?, ?, ?, ?)
        """,
        night,
        done.series(),
        done.examined(),
        scored,
        done.forecasts());
  }

  private static void set(PreparedStatement statement, LocalDate night, ScorePool.Cell cell)
      throws SQLException {
    Connection connection = statement.getConnection();
    statement.setObject(1, night);
    statement.setString(2, cell.group().name());
    statement.setInt(3, cell.bucket());
    statement.setArray(
        4, connection.createArrayOf("int2", cell.bins().toArray()));
    statement.setArray(
        5, connection.createArrayOf("int8", cell.counts().toArray()));
  }
}
