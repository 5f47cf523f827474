package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.CalibrationOrigins;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.calibration.OwnScores;
import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.growth.candidate.Past;
import dev.poolkeeper.processors.history.DailySeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at one series on its own: tries all candidates on its past, blends the best of them into a
 * path, and tells the fleet how wrong such blends were before. Deterministic, and exactly
 * equivariant to a change of unit by a power of two.
 *
 * <p>O(n) per series but for the robust lines, O(90²) per origin; some milliseconds for a year.
 */
public final class GrowthExaminer {

  /** Below this many measured days nothing is forecast. */
  public static final int FEWEST_DAYS = 7;

  private GrowthExaminer() {}

  /**
   * Examines a series.
   *
   * @param horizon days ahead, at least 1
   * @param pool receives the scores of past forecasts of this series
   */
  public static Examined examine(DailySeries series, int horizon, ScorePool pool) {
    if (series.knownDays() < FEWEST_DAYS) {
      return tooShort(series);
    }
    History history = History.of(series);
    Past past = Past.of(history.values());
    Backtest backtest = Backtest.of(history, past);
    addScores(backtest, pool);
    double[] weights = CandidateWeights.asOf(backtest, 0);
    double[] scale = ErrorScale.of(backtest, weights, 0);
    return new Tonight(history, past, horizon)
        .examination(backtest.weeks(), weights, scale, ownScores(backtest, weights, scale));
  }

  /**
   * Continues a series with what an earlier examination has learned of it: only the candidates that
   * had a say, from the last day on. On the day of that examination the same comes out.
   *
   * @param horizon days ahead, at least 1
   */
  public static Examined resume(DailySeries series, int horizon, GrowthState state) {
    if (series.knownDays() < FEWEST_DAYS) {
      return tooShort(series);
    }
    History history = History.of(series);
    return new Tonight(history, Past.of(history.values()), horizon)
        .examination(
            state.origins(),
            state.allWeights(),
            state.scaleAt(history.exponent()),
            state.ownScores());
  }

  private static NotForecast tooShort(DailySeries series) {
    return new NotForecast(
        series.id(),
        "not enough history: %d measured %s, a forecast needs %d"
            .formatted(series.knownDays(), series.knownDays() == 1 ? "day" : "days", FEWEST_DAYS));
  }

  /** A series on its last day. */
  private record Tonight(History history, Past past, int horizon) {

    Examination examination(int origins, double[] weights, double[] scale, List<OwnScores> own) {
      double[] path =
          new Blend(Backtest.continued(past, horizon, history.floor(), weights), weights).path();
      return new Examination(
          BasisFinder.find(history, origins, weights, path, scale),
          path,
          scale,
          MoveLimit.of(history.values(), scale),
          ScoreGroup.of(history.values(), history.days()),
          own);
    }
  }

  /** Forecasts from past days with what was known then, against what came. */
  private static void addScores(Backtest backtest, ScorePool pool) {
    for (int week : CalibrationOrigins.weeksBack()) {
      if (week >= backtest.weeks()) {
        break;
      }
      double[] weights = CandidateWeights.asOf(backtest, week);
      Blend blend = new Blend(backtest.forecasts(week), weights);
      double[] scale = ErrorScale.of(backtest, weights, week);
      ScoreGroup group = ScoreGroup.of(backtest.history().values(), backtest.daysAt(week));
      int days = Math.min(Horizons.FARTHEST, 7 * week);
      for (int h = 1; h <= days && scale[0] > 0; h++) {
        int bucket = Horizons.bucket(h);
        double error = backtest.actual(week, h) - blend.at(h - 1);
        pool.add(group, bucket, error / scale[bucket]);
      }
    }
    pool.seriesDone();
  }

  /** One score per origin and bucket, with the weights of today. */
  private static List<OwnScores> ownScores(Backtest backtest, double[] weights, double[] scale) {
    List<OwnScores> own = new ArrayList<>();
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      int ahead = (int) Horizons.middle(bucket);
      int nearest = (ahead + 6) / 7;
      int count = scale[bucket] > 0 ? Math.max(0, backtest.weeks() - nearest + 1) : 0;
      double[] scores = new double[count];
      for (int i = 0; i < count; i++) {
        int week = nearest + i;
        double blended = new Blend(backtest.forecasts(week), weights).at(ahead - 1);
        scores[i] = (backtest.actual(week, ahead) - blended) / scale[bucket];
      }
      own.add(OwnScores.of(scores, bucket));
    }
    return own;
  }
}
