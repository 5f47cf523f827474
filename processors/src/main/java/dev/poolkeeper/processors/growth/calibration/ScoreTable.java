package dev.poolkeeper.processors.growth.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of the scores of some fleet, as they are shipped: for an installation that has no past
 * of its own yet, or too few volumes.
 */
public final class ScoreTable {

  private static final double[] SHARES = {
    .0005, .001, .0025, .005, .01, .015, .02, .025, .03, .04, .05, .06, .08, .1, .125, .15, .2, .25,
    .3, .35, .4, .45, .5, .55, .6, .65, .7, .75, .8, .85, .875, .9, .92, .94, .95, .96, .97, .975,
    .98, .985, .99, .995, .9975, .999, .9995
  };

  /** One line of the table: a group and bucket with one score per share. */
  public record Line(ScoreGroup group, int bucket, List<Double> scores) {

    public Line {
      if (scores.size() != SHARES.length) {
        throw new IllegalArgumentException(
            "%s, bucket %d: %d scores, not %d"
                .formatted(group, bucket, scores.size(), SHARES.length));
      }
      scores = List.copyOf(scores);
    }
  }

  private final double[][] shares;
  private final List<Line> lines;

  private ScoreTable(List<Line> lines, double[][] shares) {
    this.lines = lines;
    this.shares = shares;
  }

  /**
   * @throws IllegalArgumentException a group and bucket is missing or twice there
   */
  public static ScoreTable of(List<Line> lines) {
    double[][] shares = new double[ScoreGroup.values().length * Horizons.BUCKETS][];
    for (Line line : lines) {
      int cell = ScorePool.cell(line.group(), line.bucket());
      if (shares[cell] != null) {
        throw new IllegalArgumentException(
            "twice: %s, bucket %d".formatted(line.group(), line.bucket()));
      }
      shares[cell] = spread(line.scores());
    }
    if (lines.size() != shares.length) {
      throw new IllegalArgumentException("%d lines, not %d".formatted(lines.size(), shares.length));
    }
    return new ScoreTable(List.copyOf(lines), shares);
  }

  /**
   * The table of a fleet.
   *
   * @param pool with scores of every group
   */
  public static ScoreTable of(ScorePool pool) {
    List<Line> lines = new ArrayList<>();
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        lines.add(new Line(group, bucket, quantiles(pool.counts(group, bucket))));
      }
    }
    return of(lines);
  }

  private static List<Double> quantiles(long[] counts) {
    double[] sums = Calibration.cumulated(Arrays.stream(counts).asDoubleStream().toArray());
    List<Double> quantiles = new ArrayList<>();
    int bin = 0;
    for (double share : SHARES) {
      double target = share * sums[sums.length - 1];
      while (bin < sums.length - 1 && sums[bin] < target) {
        bin++;
      }
      quantiles.add(ScoreBins.score(bin));
    }
    return quantiles;
  }

  /** The shares the scores belong to, ascending. */
  public static List<Double> columns() {
    List<Double> columns = new ArrayList<>();
    for (double share : SHARES) {
      columns.add(share);
    }
    return columns;
  }

  public List<Line> lines() {
    return lines;
  }

  /** The share of each bin; they sum to 1. */
  double[] shares(ScoreGroup group, int bucket) {
    return shares[ScorePool.cell(group, bucket)].clone();
  }

  /** Evenly over the bins between two quantiles; what lies outside goes to the outermost. */
  private static double[] spread(List<Double> scores) {
    double[] bins = new double[ScoreBins.COUNT];
    bins[ScoreBins.bin(scores.get(0))] += SHARES[0];
    bins[ScoreBins.bin(scores.get(SHARES.length - 1))] += 1 - SHARES[SHARES.length - 1];
    for (int i = 1; i < SHARES.length; i++) {
      int from = ScoreBins.bin(scores.get(i - 1));
      int to = ScoreBins.bin(scores.get(i));
      if (to < from) {
        throw new IllegalArgumentException("scores that do not ascend: " + scores);
      }
      double each = (SHARES[i] - SHARES[i - 1]) / (to - from + 1);
      for (int bin = from; bin <= to; bin++) {
        bins[bin] += each;
      }
    }
    return bins;
  }
}
