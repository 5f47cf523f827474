package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.Period;
import java.util.Arrays;
import java.util.Optional;

/**
 * A period of 3 to 45 days in the changes of the last 200 days.
 *
 * <p>The changes less their running median over 45 days are correlated with themselves p days
 * before. A peak of that correlation counts when it stands 0.3 above the median of all
 * correlations' sizes and above the lowest of the shorter lags, else it is a trend that is left. Of
 * peaks within 85 % of the highest the shortest is the period, as its multiples peak as well; at 2
 * p at least half of it must be left. The size is the mean change of the day of the period that
 * changes most, of the last five periods. Needs 30 changes; periods up to a third of them. O(200 *
 * 90).
 *
 * <p>Source: Box and Jenkins, Time Series Analysis, 2.1 (autocorrelation); the threshold was
 * measured (docs/anomalies.md).
 */
final class PeriodTest {

  private static final int RECENT = 200;
  private static final int LONGEST = 46;
  private static final int LEAST = 30;
  private static final int HALF_TREND = 22;
  private static final double PROMINENT = 0.3;
  private static final double NEAR_HIGHEST = 0.85;

  private PeriodTest() {}

  static Optional<Pattern> of(double[] levels, long firstDay) {
    double[] all = Changes.of(levels);
    double[] changes = Arrays.copyOfRange(all, Math.max(0, all.length - RECENT), all.length);
    if (changes.length < LEAST) {
      return Optional.empty();
    }
    double[] correlations = correlations(lessTrend(changes));
    int period = period(correlations, Math.min(LONGEST, changes.length / 3 + 1));
    return period == 0
        ? Optional.empty()
        : Optional.of(
            described(changes, period, correlations[period], firstDay + levels.length - 1));
  }

  private static double[] lessTrend(double[] changes) {
    double[] left = new double[changes.length];
    for (int i = 0; i < left.length; i++) {
      int from = Math.max(0, i - HALF_TREND);
      int to = Math.min(changes.length, i + HALF_TREND + 1);
      left[i] = changes[i] - Changes.median(changes, from, to);
    }
    return left;
  }

  /** By lag, unbiased for the fewer pairs of long ones; 0 for lags below 2 and of a constant. */
  private static double[] correlations(double[] changes) {
    int n = changes.length;
    int lags = 2 * Math.min(LONGEST, n / 3 + 1);
    double[] correlations = new double[lags];
    double power = 0;
    for (double change : changes) {
      power += change * change;
    }
    for (int lag = 2; lag < lags && power > 0; lag++) {
      double product = 0;
      for (int i = lag; i < n; i++) {
        product += changes[i] * changes[i - lag];
      }
      correlations[lag] = product / power * n / (n - lag);
    }
    return correlations;
  }

  /** 0 when there is none. */
  private static int period(double[] r, int longest) {
    double[] sizes = Arrays.stream(r).skip(2).map(Math::abs).toArray();
    double level = PROMINENT + Changes.median(sizes);
    double highest = 0;
    for (int p = 3; p < longest; p++) {
      highest = Math.max(highest, isPeak(r, p, level) ? r[p] : 0);
    }
    for (int p = 3; p < longest && highest > 0; p++) {
      if (isPeak(r, p, level) && r[p] >= NEAR_HIGHEST * highest) {
        boolean again = 2 * p >= r.length || r[2 * p] > r[p] / 2 - 0.05;
        return again ? p : 0;
      }
    }
    return 0;
  }

  private static boolean isPeak(double[] r, int p, double level) {
    double trough = r[2];
    for (int lag = 3; lag < p; lag++) {
      trough = Math.min(trough, r[lag]);
    }
    return r[p] >= r[p - 1] && r[p] >= r[p + 1] && r[p] > level && r[p] - trough > PROMINENT;
  }

  private static Pattern described(double[] changes, int period, double correlation, long lastDay) {
    double overall = Changes.median(changes);
    int strongest = 0;
    double size = 0;
    for (int phase = 0; phase < period; phase++) {
      double sum = 0;
      int count = 0;
      for (int i = changes.length - 1 - phase; i >= 0 && count < 5; i -= period) {
        sum += changes[i];
        count++;
      }
      double mean = sum / count;
      if (Math.abs(mean - overall) > Math.abs(size - overall) || phase == 0) {
        strongest = phase;
        size = mean;
      }
    }
    return new Period(lastDay - strongest, period, size, correlation);
  }
}
