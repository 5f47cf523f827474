package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;

/** What is usual at this moment of the day: the median of the same moment on the last days. */
final class SeasonalMedian {

  private static final int DAYS = 7;
  private static final int LEAST = 3;

  private final double[] values;
  private final int stepsPerDay;
  private final double[] same = new double[DAYS];

  /**
   * @param stepsPerDay 0 when not known
   */
  SeasonalMedian(double[] values, int stepsPerDay) {
    this.values = values;
    this.stepsPerDay = stepsPerDay;
  }

  /** NaN when fewer than three of the last seven days have a value for that moment. */
  double at(int step) {
    int known = 0;
    for (int d = 1; stepsPerDay > 0 && d <= DAYS && step - d * stepsPerDay >= 0; d++) {
      double value = values[step - d * stepsPerDay];
      if (!Double.isNaN(value)) {
        same[known++] = value;
      }
    }
    if (known < LEAST) {
      return Double.NaN;
    }
    Arrays.sort(same, 0, known);
    return (same[(known - 1) / 2] + same[known / 2]) / 2;
  }
}
