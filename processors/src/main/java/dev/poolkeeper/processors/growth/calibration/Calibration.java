package dev.poolkeeper.processors.growth.calibration;

/**
 * The distribution of scores per group and bucket: how wrong, and in which direction, forecasts
 * turn out to be. Split conformal prediction per group; source: V. Vovk, A. Gammerman, G. Shafer,
 * Algorithmic Learning in a Random World, section 4.5 (Mondrian conformal predictors), with scores
 * pooled over series and past origins as in C. Xu, Y. Xie, Conformal prediction interval for
 * dynamic time-series, ICML 2021.
 */
public final class Calibration {

  /** Below this many own series the shipped table alone is used. */
  public static final int FEWEST_SERIES = 30;

  /** The shipped table counts as much as the scores of this many own series of a group. */
  private static final double SHIPPED_SERIES = 30;

  private final double[][] cumulative;

  private Calibration(double[][] cumulative) {
    this.cumulative = cumulative;
  }

  /** From the shipped table alone. */
  public static Calibration of(ScoreTable shipped) {
    return of(shipped, new ScorePool());
  }

  /**
   * From a fleet's own scores, blended with the shipped table so that a group with few series is
   * not judged by those alone.
   */
  public static Calibration of(ScoreTable shipped, ScorePool own) {
    double[][] cumulative = new double[ScoreGroup.values().length * Horizons.BUCKETS][];
    boolean enough = own.series() >= FEWEST_SERIES;
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        double[] mass = shipped.shares(group, bucket);
        double weight = SHIPPED_SERIES * scoresPerSeries(bucket);
        long[] counts = own.counts(group, bucket);
        for (int bin = 0; bin < mass.length; bin++) {
          mass[bin] = weight * mass[bin] + (enough ? counts[bin] : 0);
        }
        cumulative[ScorePool.cell(group, bucket)] = cumulated(mass);
      }
    }
    return new Calibration(cumulative);
  }

  private static double scoresPerSeries(int bucket) {
    double scores = 0;
    for (int weeks : CalibrationOrigins.weeksBack()) {
      int days = Math.min(Horizons.FARTHEST, 7 * weeks);
      int before = 0;
      for (int earlier = 0; earlier < bucket; earlier++) {
        before += Horizons.width(earlier);
      }
      scores += Math.max(0, Math.min(days - before, Horizons.width(bucket)));
    }
    return scores;
  }

  static double[] cumulated(double[] mass) {
    double sum = 0;
    for (int bin = 0; bin < mass.length; bin++) {
      sum += mass[bin];
      mass[bin] = sum;
    }
    return mass;
  }

  /**
   * The score that a share of the scores does not exceed, of the group and of the series itself.
   *
   * @param share over 0 and under 1
   */
  public double quantile(ScoreGroup group, int bucket, double share, OwnScores own) {
    double[] sums = cumulative[ScorePool.cell(group, bucket)];
    double total = Math.max(Double.MIN_NORMAL, sums[sums.length - 1]);
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double below =
          (1 - own.weight()) * sums[middle] / total
              + own.weight() * own.shareAtMost(ScoreBins.score(middle + .5));
      if (below >= share) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ScoreBins.score(low);
  }

  /** The share of scores at or over a score, of the group and of the series itself. */
  public double shareAtLeast(ScoreGroup group, int bucket, double score, OwnScores own) {
    double[] sums = cumulative[ScorePool.cell(group, bucket)];
    double total = Math.max(Double.MIN_NORMAL, sums[sums.length - 1]);
    int bin = ScoreBins.bin(score);
    double before = bin == 0 ? 0 : sums[bin - 1];
    double ofGroup = 1 - (before + sums[bin]) / 2 / total;
    return (1 - own.weight()) * ofGroup + own.weight() * own.shareAtLeast(score);
  }
}
