package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import java.util.Arrays;

/**
 * How far from the forecast a band may reach: the largest move ever seen over as many days, plus
 * two error scales. Fewer than 90 days of history prove less, so there the move counts more, up to
 * five times; and where fewer than three days brought a change there is no limit.
 */
final class MoveLimit {

  private static final int LONG_HISTORY = 90;
  private static final int FEWEST_CHANGES = 3;

  private MoveLimit() {}

  /**
   * @return one limit per bucket, ascending; the largest double for none
   */
  static double[] of(double[] values, double[] scale) {
    double[] limits = new double[Horizons.BUCKETS];
    double largest = 0;
    for (int bucket = 0; bucket < limits.length; bucket++) {
      int days = Math.min((int) Horizons.middle(bucket), values.length - 1);
      for (int i = days; i < values.length; i++) {
        largest = Math.max(largest, Math.abs(values[i] - values[i - days]));
      }
      limits[bucket] = largest;
    }
    if (changedDays(values) < FEWEST_CHANGES) {
      Arrays.fill(limits, Double.MAX_VALUE);
      return limits;
    }
    double factor = 1 + 4 * Math.max(0.0, LONG_HISTORY - values.length) / LONG_HISTORY;
    for (int bucket = 0; bucket < limits.length; bucket++) {
      limits[bucket] = factor * limits[bucket] + 2 * scale[bucket];
    }
    return limits;
  }

  private static int changedDays(double[] values) {
    int changed = 0;
    for (int i = 1; i < values.length; i++) {
      changed += values[i] == values[i - 1] ? 0 : 1;
    }
    return changed;
  }
}
