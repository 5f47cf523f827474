package dev.poolkeeper.processors.growth.candidate;

/**
 * Exponential smoothing with a trend that may fade: simple (no trend), Holt (trend), damped (fading
 * trend).
 *
 * <p>One day: {@code f = l + φb; e = y − f; l = f + αe; b = φb + αβe}. Forecast of day h: {@code l
 * + (φ + φ² + … + φ^h) b}. Source: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and
 * Practice, 3rd edition, sections 8.1, 8.2 and 8.5 (with β for their β/α).
 *
 * @param levelWeight α, 0 to 1
 * @param trendWeight β, 0 to 1; 0 without a trend
 * @param damping φ, 1 when the trend does not fade
 * @param firstLevel level before the first day
 * @param firstTrend trend per day before the first day
 */
record Smoothing(
    double levelWeight, double trendWeight, double damping, double firstLevel, double firstTrend) {

  /** The sum of the squared errors of all forecasts one day ahead. O(n). */
  double squaredError(double[] values) {
    return squaredError(values, Double.POSITIVE_INFINITY);
  }

  /**
   * The same, given up as soon as the sum is over a limit: squares only add to it. Then what comes
   * back is over the limit too.
   */
  double squaredError(double[] values, double limit) {
    double level = firstLevel;
    double trend = firstTrend;
    double sum = 0;
    double trendGain = levelWeight * trendWeight;
    for (double value : values) {
      double fading = damping * trend;
      double forecast = level + fading;
      double error = value - forecast;
      sum += error * error;
      if (sum > limit) {
        return sum;
      }
      level = forecast + levelWeight * error;
      trend = fading + trendGain * error;
    }
    return sum;
  }

  /** Level and trend after each day. O(n). */
  SmoothedPath path(double[] values) {
    double[] levels = new double[values.length];
    double[] trends = new double[values.length];
    double level = firstLevel;
    double trend = firstTrend;
    for (int i = 0; i < values.length; i++) {
      double forecast = level + damping * trend;
      double error = values[i] - forecast;
      level = forecast + levelWeight * error;
      trend = damping * trend + levelWeight * trendWeight * error;
      levels[i] = level;
      trends[i] = trend;
    }
    return new SmoothedPath(levels, trends, damping);
  }
}
