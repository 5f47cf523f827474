package dev.poolkeeper.processors.growth.candidate;

/**
 * Where the present, homogeneous stretch of a series begins: since when it has grown as it does.
 *
 * <p>Daily changes of the last 180 days are limited to 6 robust standard deviations (1.4826 × MAD)
 * around their median, so that a step does not pass for a change of slope. The split with the
 * largest squared t statistic of the two means is taken when that is over 16 and both sides have 7
 * days; then the same to the right of it, at most four times. O(n). Source of the single step:
 * binary segmentation, A. J. Scott and M. Knott, Biometrics 30 (1974) 507.
 */
public final class LastSegment {

  private static final int LONGEST = 180;
  private static final int SHORTEST_HISTORY = 14;
  private static final int SHORTEST_SIDE = 7;
  private static final int MOST_SPLITS = 4;
  private static final double LIMIT = 16;

  private LastSegment() {}

  /** Position of the first day of the last segment, among the first {@code days} days. */
  public static int start(double[] values, int days) {
    int changes = Math.min(days - 1, LONGEST);
    int offset = days - 1 - changes;
    if (changes < SHORTEST_HISTORY) {
      return Math.max(0, offset);
    }
    double[] limited = limitedChanges(values, days, changes);
    int start = 0;
    for (int split = 0; split < MOST_SPLITS; split++) {
      if (changes - start < 3 * SHORTEST_SIDE) {
        break;
      }
      int next = bestSplit(limited, start);
      if (next < 0) {
        break;
      }
      start = next;
    }
    return offset + start;
  }

  private static double[] limitedChanges(double[] values, int days, int count) {
    double[] changes = new double[count];
    for (int i = 0; i < count; i++) {
      int day = days - count + i;
      changes[i] = values[day] - values[day - 1];
    }
    double median = Median.ofScratch(changes.clone(), count);
    double[] distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Math.abs(changes[i] - median);
    }
    double limit = 6 * 1.4826 * Median.ofScratch(distances, count);
    for (int i = 0; i < count; i++) {
      double distance = changes[i] - median;
      changes[i] = limit > 0 ? Math.max(-limit, Math.min(limit, distance)) : distance;
    }
    return changes;
  }

  /** The first position after the best split at or after {@code from}; negative for none. */
  private static int bestSplit(double[] changes, int from) {
    int count = changes.length - from;
    double total = 0;
    double squares = 0;
    for (int i = from; i < changes.length; i++) {
      total += changes[i];
      squares += changes[i] * changes[i];
    }
    double mean = total / count;
    double variance = Math.max(1e-300, squares / count - mean * mean);
    double best = LIMIT;
    int split = -1;
    double left = 0;
    for (int i = from; i < changes.length - SHORTEST_SIDE; i++) {
      left += changes[i];
      int before = i - from + 1;
      int after = count - before;
      if (before >= SHORTEST_SIDE) {
        double difference = left / before - (total - left) / after;
        double statistic = difference * difference / (variance * (1.0 / before + 1.0 / after));
        if (statistic > best) {
          best = statistic;
          split = i + 1;
        }
      }
    }
    return split;
  }
}
