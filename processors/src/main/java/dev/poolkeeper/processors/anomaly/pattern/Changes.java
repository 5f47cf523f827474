package dev.poolkeeper.processors.anomaly.pattern;

import java.util.Arrays;

/** Robust arithmetic over the day-to-day changes of a series. */
final class Changes {

  /** The median distance of a normal law from its median is this part of its deviation. */
  private static final double NORMAL = 1.4826022185056018;

  private Changes() {}

  static double[] of(double[] levels) {
    double[] changes = new double[Math.max(0, levels.length - 1)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = levels[i + 1] - levels[i];
    }
    return changes;
  }

  /** Mean of the two middle values of an even number; the values are not reordered. 0 of none. */
  static double median(double[] values) {
    return median(values, 0, values.length);
  }

  /** Of the part from {@code from} to before {@code to}. O(n log n). */
  static double median(double[] values, int from, int to) {
    if (from >= to) {
      return 0;
    }
    double[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** 1.4826 times the median distance from a centre: the deviation, unmoved by outliers. */
  static double deviation(double[] values, int from, int to, double centre) {
    double[] distances = new double[to - from];
    for (int i = from; i < to; i++) {
      distances[i - from] = Math.abs(values[i] - centre);
    }
    return NORMAL * median(distances);
  }

  /** Pulled in to so many deviations around the median; unchanged when the deviation is 0. */
  static double[] winsorised(double[] changes, double deviations) {
    double median = median(changes);
    double reach = deviations * deviation(changes, 0, changes.length, median);
    if (reach == 0) {
      return changes.clone();
    }
    double[] kept = new double[changes.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = Math.max(median - reach, Math.min(median + reach, changes[i]));
    }
    return kept;
  }
}
