package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.Saturation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Growth that has come to rest: the median slope of the last sixth of the days (28 to 120) is less
 * than a fifth of that of the first half (at most 150 days).
 *
 * <p>Besides, the first half must have risen by 2 %, what the last part still gains must be within
 * three deviations of its changes or a tenth of what the early pace would have brought, and the
 * last value must be near the highest ever (97 %): a fall is no saturation. Needs 56 days. O(w^2
 * log w) for w = 150 days at most. Source of the slope: Sen 1968, JASA 63:1379; it tolerates 29 %
 * of outliers.
 */
final class SaturationTest {

  private static final int LEAST = 56;
  private static final int LEAST_LATE = 28;
  private static final int MOST_LATE = 120;
  private static final int MOST_EARLY = 150;
  private static final double MUCH_SLOWER = 0.2;

  private SaturationTest() {}

  static Optional<Pattern> of(double[] levels, long firstDay) {
    int n = levels.length;
    if (n < LEAST) {
      return Optional.empty();
    }
    int late = Math.min(MOST_LATE, Math.max(LEAST_LATE, n / 6));
    double before = medianSlope(levels, 0, Math.min(n / 2, MOST_EARLY));
    double after = medianSlope(levels, n - late, n);
    boolean slower = before > 0 && after < MUCH_SLOWER * before;
    return slower && grewEarly(levels) && rests(levels, late, before, after)
        ? Optional.of(new Saturation(firstDay + n - late, before, after))
        : Optional.empty();
  }

  private static boolean grewEarly(double[] levels) {
    return levels[levels.length / 2] - levels[0] > 0.02 * Math.abs(levels[0]);
  }

  private static boolean rests(double[] levels, int late, double before, double after) {
    double[] changes = Changes.of(Arrays.copyOfRange(levels, levels.length - late, levels.length));
    double noise = Changes.deviation(changes, 0, changes.length, 0);
    double highest = Arrays.stream(levels).max().orElse(0);
    return Math.abs(after) * late < Math.max(3 * noise, 0.1 * before * late)
        && levels[levels.length - 1] >= 0.97 * highest;
  }

  /** Median of the slopes of all pairs of days; needs two days. */
  static double medianSlope(double[] levels, int from, int to) {
    int n = to - from;
    double[] slopes = new double[n * (n - 1) / 2];
    int count = 0;
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        slopes[count++] = (levels[j] - levels[i]) / (j - i);
      }
    }
    return Changes.median(slopes);
  }
}
