package dev.poolkeeper.processors.growth.calibration;

/**
 * Counts the scores of a fleet: forecast errors in units of what was expected of them, as {@code
 * (actual − forecast) / scale}. Its size does not grow with the fleet, and neither the order of
 * scores nor that of merges matters. Not for several threads at once: each has its own, merged at
 * the end.
 */
public final class ScorePool {

  private final long[][] counts =
      new long[ScoreGroup.values().length * Horizons.BUCKETS][ScoreBins.COUNT];
  private long series;

  /** Counts one score. */
  public void add(ScoreGroup group, int bucket, double score) {
    counts[cell(group, bucket)][ScoreBins.bin(score)]++;
  }

  /** Tells that a series has given all its scores. */
  public void seriesDone() {
    series++;
  }

  /** How many series have given scores. */
  public long series() {
    return series;
  }

  /** Adds the counts of another pool. */
  public void merge(ScorePool other) {
    for (int cell = 0; cell < counts.length; cell++) {
      for (int bin = 0; bin < ScoreBins.COUNT; bin++) {
        counts[cell][bin] += other.counts[cell][bin];
      }
    }
    series += other.series;
  }

  long[] counts(ScoreGroup group, int bucket) {
    return counts[cell(group, bucket)];
  }

  static int cell(ScoreGroup group, int bucket) {
    return group.row() * Horizons.BUCKETS + bucket;
  }
}
