package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.GrowthState;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier examinations have learned of series. */
public final class GrowthStateReader {

  private final JdbcClient jdbc;

  public GrowthStateReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By number in the list of a run, what was learned of these series up to its night; absent when
   * nothing was, or only later.
   */
  public Map<Integer, GrowthState> read(long run, LocalDate night, Collection<Integer> numbers) {
    Map<Integer, GrowthState> states = new HashMap<>();
    jdbc.sql(
            """
            select series.series_no, state.origins, state.exponent, state.methods, state.weights,
                state.scale, state.own_scores, state.own_counts
            from staging.series
            join ledger.growth_state as state
                on state.subject = series.subject and state.measure = series.measure
            where series.run_id = :run and series.series_no = any(:numbers)
                and state.examined_on <= :night
            """)
        .param("run", run)
        .param("numbers", numbers.toArray(Integer[]::new))
        .param("night", night)
        .query(
            row -> {
              states.put(row.getInt("series_no"), state(row));
            });
    return states;
  }

  private static GrowthState state(ResultSet row) throws SQLException {
    List<String> methods = Columns.texts(row, "methods");
    double[] weights = doubles(row, "weights");
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      shares.add(new Share(Candidate.valueOf(methods.get(i)), weights[i]));
    }
    return new GrowthState(
        row.getInt("origins"),
        row.getInt("exponent"),
        shares,
        Arrays.stream(doubles(row, "scale")).boxed().toList(),
        own(row));
  }

  private static List<double[]> own(ResultSet row) throws SQLException {
    double[] scores = doubles(row, "own_scores");
    List<double[]> own = new ArrayList<>();
    int from = 0;
    for (Number count : (Number[]) row.getArray("own_counts").getArray()) {
      own.add(Arrays.copyOfRange(scores, from, from + count.intValue()));
      from += count.intValue();
    }
    return own;
  }

  private static double[] doubles(ResultSet row, String column) throws SQLException {
    Double[] numbers = (Double[]) row.getArray(column).getArray();
    return Arrays.stream(numbers).mapToDouble(Double::doubleValue).toArray();
  }
}
