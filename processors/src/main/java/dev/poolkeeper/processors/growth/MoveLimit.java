package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import java.util.Arrays;

/**
 * How far from the forecast a band may reach: the largest move ever seen over as many days, plus
 * two error scales. Only with 90 days of history in which something moved; a short past proves
 * nothing.
 */
final class MoveLimit {

  private static final int LEAST_DAYS = 90;
  private static final int DECISIVE_BUCKET = 2;

  private MoveLimit() {}

  /**
   * @return one limit per bucket, ascending; the largest double without enough history
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
    if (values.length < LEAST_DAYS || !(limits[DECISIVE_BUCKET] > 0)) {
      Arrays.fill(limits, Double.MAX_VALUE);
      return limits;
    }
    for (int bucket = 0; bucket < limits.length; bucket++) {
      limits[bucket] += 2 * scale[bucket];
    }
    return limits;
  }
}
