package dev.poolkeeper.processors.growth.calibration;

/**
 * Days ahead, in six buckets that errors are pooled over: 1-3, 4-7, 8-14, 15-30, 31-60 and 61-90.
 */
public final class Horizons {

  /** How many buckets there are. */
  public static final int BUCKETS = 6;

  /** The farthest day ahead that is backtested. */
  public static final int FARTHEST = 90;

  private static final int[] ENDS = {3, 7, 14, 30, 60, FARTHEST};
  private static final double[] MIDDLES = {2, 5, 10.5, 22, 45, 75};

  private Horizons() {}

  /**
   * The bucket of a day ahead; days beyond the last bucket belong to it.
   *
   * @param daysAhead 1 or more
   */
  public static int bucket(int daysAhead) {
    int bucket = 0;
    while (bucket < BUCKETS - 1 && daysAhead > ENDS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /** The day ahead in the middle of a bucket. */
  public static double middle(int bucket) {
    return MIDDLES[bucket];
  }

  /** Days in a bucket. */
  public static int width(int bucket) {
    return bucket == 0 ? ENDS[0] : ENDS[bucket] - ENDS[bucket - 1];
  }

  /**
   * A quantity known per bucket, at any day ahead: linear in the root of the days between the
   * middles of buckets, as errors of random walks grow; level before the first middle and from the
   * last one to day 90; from there on it grows with the root of the days.
   */
  public static double interpolate(double[] perBucket, int daysAhead) {
    double root = Math.sqrt(daysAhead);
    if (daysAhead <= MIDDLES[0]) {
      return perBucket[0];
    }
    for (int bucket = 1; bucket < BUCKETS; bucket++) {
      if (daysAhead <= MIDDLES[bucket]) {
        double from = Math.sqrt(MIDDLES[bucket - 1]);
        double share = (root - from) / (Math.sqrt(MIDDLES[bucket]) - from);
        return perBucket[bucket - 1] + share * (perBucket[bucket] - perBucket[bucket - 1]);
      }
    }
    double beyond = Math.max(1, root / Math.sqrt(FARTHEST));
    return perBucket[BUCKETS - 1] * beyond;
  }
}
