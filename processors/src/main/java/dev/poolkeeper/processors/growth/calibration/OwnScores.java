package dev.poolkeeper.processors.growth.calibration;

import dev.poolkeeper.processors.growth.candidate.Median;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The scores that one series alone has had at one bucket. They enter its distribution besides those
 * of its group, the more the more independent ones there are: a volume that was cleaned before may
 * be cleaned again, and one that never strayed needs no band for those that do.
 */
public final class OwnScores {

  /** This many scores of a series say as much as its group. */
  private static final double GROUP_SCORES = 10;

  private final double[] ascending;
  private final double weight;

  private OwnScores(double[] ascending, double weight) {
    this.ascending = ascending;
    this.weight = weight;
  }

  /**
   * @param scores in any order; changed
   * @param bucket where they were counted; forecasts over h days from origins a week apart overlap,
   *     so that only every h/7th score is independent of the others
   */
  public static OwnScores of(double[] scores, int bucket) {
    Arrays.sort(scores);
    double overlap = Math.max(1, Horizons.middle(bucket) / 7);
    double independent = scores.length / overlap;
    return new OwnScores(scores, independent / (independent + GROUP_SCORES));
  }

  /** All of them, ascending; a copy. */
  public double[] ascending() {
    return ascending.clone();
  }

  /** The median of their sizes, whatever their sign; empty for none. */
  public OptionalDouble medianSize() {
    if (ascending.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sizes = Arrays.stream(ascending).map(Math::abs).toArray();
    return OptionalDouble.of(Median.ofScratch(sizes, sizes.length));
  }

  /** Their part in the mixture with the group, 0 to 1. */
  double weight() {
    return weight;
  }

  /** The share of them that is not over a score; 0 for none. */
  double shareAtMost(double score) {
    int count = 0;
    while (count < ascending.length && ascending[count] <= score) {
      count++;
    }
    return ascending.length == 0 ? 0 : (double) count / ascending.length;
  }

  /** The share of them at or over a score; 0 for none. */
  double shareAtLeast(double score) {
    int count = 0;
    while (count < ascending.length && ascending[ascending.length - 1 - count] >= score) {
      count++;
    }
    return ascending.length == 0 ? 0 : (double) count / ascending.length;
  }
}
