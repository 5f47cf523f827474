package dev.poolkeeper.processors.growth.candidate;

/**
 * The period, 3 to 45 days, in which space is taken and released: where the autocorrelation of the
 * daily changes of the last 200 days is highest, if it is over 0.35. O(200 × 45).
 *
 * <p>Source of the estimator: G. E. P. Box, G. M. Jenkins, Time Series Analysis, section 2.1.4,
 * scaled by n/(n−p) so that long periods are not put at a disadvantage.
 */
public final class ReleasePeriod {

  private static final int LONGEST_HISTORY = 200;
  private static final int SHORTEST_HISTORY = 30;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 45;
  private static final double LEAST_CORRELATION = .35;

  /** How much better a longer period must be than a shorter one, a multiple of which it may be. */
  private static final double MARGIN = .02;

  private ReleasePeriod() {}

  /** The period in days among the first {@code days} days; 0 for none. */
  public static int of(double[] values, int days) {
    int count = Math.min(days - 1, LONGEST_HISTORY);
    if (count < SHORTEST_HISTORY) {
      return 0;
    }
    double[] changes = centredChanges(values, days, count);
    double variance = product(changes, 0);
    if (!(variance > 0)) {
      return 0;
    }
    double best = 0;
    int period = 0;
    for (int lag = SHORTEST; lag <= Math.min(LONGEST, count / 3); lag++) {
      double correlation = product(changes, lag) / variance * count / (count - lag);
      if (correlation > best + MARGIN) {
        best = correlation;
        period = lag;
      }
    }
    return best > LEAST_CORRELATION ? period : 0;
  }

  private static double[] centredChanges(double[] values, int days, int count) {
    double[] changes = new double[count];
    double mean = (values[days - 1] - values[days - 1 - count]) / count;
    for (int i = 0; i < count; i++) {
      int day = days - count + i;
      changes[i] = values[day] - values[day - 1] - mean;
    }
    return changes;
  }

  private static double product(double[] changes, int lag) {
    double sum = 0;
    for (int i = lag; i < changes.length; i++) {
      sum += changes[i] * changes[i - lag];
    }
    return sum;
  }
}
