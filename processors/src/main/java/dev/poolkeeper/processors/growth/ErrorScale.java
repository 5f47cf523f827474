package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;

/**
 * The error to be expected of a series, per bucket of days ahead: the mean absolute error its blend
 * had in the last 14 weeks of the backtest, shrunk with the weight of 15 observations to its {@link
 * UsualMove}. It never falls below 15 % of that, nor with more days ahead, so a quiet past does not
 * promise a quiet future.
 */
final class ErrorScale {

  private static final int WEEKS = 14;
  private static final double FADING = .95;
  private static final double PSEUDO_OBSERVATIONS = 15;
  private static final double LEAST_SHARE = .15;

  private ErrorScale() {}

  /**
   * @param weights of the candidates
   * @param asOf weeks back, 0 for the last day
   * @return one scale per bucket, ascending, in the unit of the history; all 0 only for a series
   *     that is zero throughout
   */
  static double[] of(Backtest backtest, double[] weights, int asOf) {
    double[] sums = new double[Horizons.BUCKETS];
    double[] counts = new double[Horizons.BUCKETS];
    double fading = 1;
    for (int week = asOf + 1; week <= Math.min(backtest.weeks(), asOf + WEEKS); week++) {
      int days = Math.min(Horizons.FARTHEST, 7 * (week - asOf));
      Blend blend = new Blend(backtest.forecasts(week), weights);
      for (int h = 1; h <= days; h++) {
        int bucket = Horizons.bucket(h);
        sums[bucket] += fading * Math.abs(blend.at(h - 1) - backtest.actual(week, h));
        counts[bucket] += fading;
      }
      fading *= FADING;
    }
    double[] moves = UsualMove.of(backtest.history().values(), backtest.daysAt(asOf));
    double[] scale = new double[Horizons.BUCKETS];
    double largest = 0;
    for (int bucket = 0; bucket < scale.length; bucket++) {
      double usual = moves[bucket];
      double shrunk =
          (sums[bucket] + PSEUDO_OBSERVATIONS * usual) / (counts[bucket] + PSEUDO_OBSERVATIONS);
      largest = Math.max(largest, Math.max(shrunk, LEAST_SHARE * usual));
      scale[bucket] = largest;
    }
    return scale;
  }
}
