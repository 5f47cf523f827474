package dev.poolkeeper.processors.growth.candidate;

/**
 * Finds the weights of {@link Smoothing} with the least squared error one day ahead: a coarse grid,
 * then steps along each weight that are halved whenever none helps. Deterministic, some 40 to 250
 * passes over the days.
 *
 * <p>The first level and trend are the line of least squares through the first ten days, the first
 * value without a trend.
 */
final class SmoothingFit {

  private static final double[] LEVEL_WEIGHTS = {.02, .1, .25, .4, .55, .7, .85, .999};
  private static final double[] TREND_WEIGHTS = {.005, .05, .15, .35, .7};
  private static final double[] DAMPINGS = {.8, .9, .95, .98};
  private static final int FIRST_DAYS = 10;
  private static final int ROUNDS = 12;
  private static final double LEAST = 1e-4;
  private static final double MOST = 1 - 1e-4;

  private final double[] values;
  private Smoothing best;
  private double bestError;

  private SmoothingFit(double[] values, Smoothing start) {
    this.values = values;
    this.best = start;
    this.bestError = start.squaredError(values);
  }

  /** Level only. At least one value. */
  static Smoothing simple(double[] values) {
    SmoothingFit fit = new SmoothingFit(values, new Smoothing(.5, 0, 1, values[0], 0));
    fit.grid(new double[] {0}, new double[] {1});
    fit.refine(false, false);
    return fit.best;
  }

  /** Level and trend. At least one value. */
  static Smoothing holt(double[] values) {
    SmoothingFit fit = new SmoothingFit(values, withLine(values, 1));
    fit.grid(TREND_WEIGHTS, new double[] {1});
    fit.refine(true, false);
    return fit.best;
  }

  /** Level and a trend that fades. At least one value. */
  static Smoothing damped(double[] values) {
    SmoothingFit fit = new SmoothingFit(values, withLine(values, .98));
    fit.grid(TREND_WEIGHTS, DAMPINGS);
    fit.refine(true, true);
    return fit.best;
  }

  private static Smoothing withLine(double[] values, double damping) {
    int days = Math.min(FIRST_DAYS, values.length);
    double slope = LeastSquares.slope(values, 0, days);
    double mean = 0;
    for (int i = 0; i < days; i++) {
      mean += values[i] / days;
    }
    return new Smoothing(.5, 0, damping, mean - slope * (days + 1) / 2, slope);
  }

  private void grid(double[] trendWeights, double[] dampings) {
    for (double levelWeight : LEVEL_WEIGHTS) {
      for (double trendWeight : trendWeights) {
        for (double damping : dampings) {
          tryOut(levelWeight, trendWeight, damping);
        }
      }
    }
  }

  private void refine(boolean trend, boolean damping) {
    double step = .1;
    double dampingStep = .03;
    for (int round = 0; round < ROUNDS; round++) {
      boolean better = around(0, step);
      if (trend) {
        better |= around(1, step);
      }
      if (damping) {
        better |= around(2, dampingStep);
      }
      if (!better) {
        step /= 2;
        dampingStep /= 2;
      }
    }
  }

  private boolean around(int weight, double step) {
    boolean up = shifted(weight, step);
    return shifted(weight, -step) || up;
  }

  private boolean shifted(int weight, double step) {
    double levelWeight = best.levelWeight();
    double trendWeight = best.trendWeight();
    double damping = best.damping();
    switch (weight) {
      case 0 -> levelWeight = Math.min(MOST, Math.max(LEAST, levelWeight + step));
      case 1 -> trendWeight = Math.min(MOST, Math.max(LEAST, trendWeight + step));
      default -> damping = Math.min(.98, Math.max(.8, damping + step));
    }
    return tryOut(levelWeight, trendWeight, damping);
  }

  private boolean tryOut(double levelWeight, double trendWeight, double damping) {
    Smoothing tried =
        new Smoothing(levelWeight, trendWeight, damping, best.firstLevel(), best.firstTrend());
    double better = bestError * (1 - 1e-9);
    double error = tried.squaredError(values, better);
    if (error < better) {
      best = tried;
      bestError = error;
      return true;
    }
    return false;
  }
}
