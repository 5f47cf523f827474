package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How wrong forecasts have been, as the nights of a week have found. */
public final class ScoreNightReader {

  /** In as many nights every series is examined once. */
  public static final int NIGHTS = 7;

  private final JdbcClient jdbc;

  public ScoreNightReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The scores of the last seven nights, this one included.
   *
   * @param series how many there are; nights that examined some of them twice count them once
   */
  public ScorePool upTo(LocalDate night, long series) {
    List<ScorePool.Cell> cells =
        jdbc.sql(
                """
                select score_group, bucket, bins, counts from ledger.growth_score
                where run_on > :before and run_on <= :night
                """)
            .param("before", night.minusDays(NIGHTS))
            .param("night", night)
            .query((row, n) -> cell(row))
            .list();
    long scored =
        jdbc.sql(
                """
                select coalesce(sum(scored), 0) from ledger.growth_night
                where run_on > :before and run_on <= :night
                """)
            .param("before", night.minusDays(NIGHTS))
            .param("night", night)
            .query(Long.class)
            .single();
    return ScorePool.of(cells, Math.min(scored, series));
  }

  private static ScorePool.Cell cell(ResultSet row) throws SQLException {
    Number[] bins = (Number[]) row.getArray("bins").getArray();
    Long[] counts = (Long[]) row.getArray("counts").getArray();
    return new ScorePool.Cell(
        ScoreGroup.valueOf(row.getString("score_group")),
        row.getInt("bucket"),
        Arrays.stream(bins).map(Number::intValue).toList(),
        List.of(counts));
  }
}
