package dev.poolkeeper.processors.growth.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

  /**
   * What a pool holds of one group and bucket, for keeping.
   *
   * @param bins those with a count, ascending
   * @param counts over 0, one per bin
   */
  public record Cell(ScoreGroup group, int bucket, List<Integer> bins, List<Long> counts) {

    public Cell {
      bins = List.copyOf(bins);
      counts = List.copyOf(counts);
    }
  }

  /** The cells that hold anything, in the order of groups and buckets. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        long[] all = counts(group, bucket);
        List<Integer> bins =
            IntStream.range(0, all.length).filter(bin -> all[bin] > 0).boxed().toList();
        if (!bins.isEmpty()) {
          List<Long> filled = bins.stream().map(bin -> all[bin]).toList();
          cells.add(new Cell(group, bucket, bins, filled));
        }
      }
    }
    return cells;
  }

  /**
   * A pool as it was kept.
   *
   * @param cells of one night or several; those of one group and bucket add up
   * @param series how many series they are of
   */
  public static ScorePool of(List<Cell> cells, long series) {
    ScorePool pool = new ScorePool();
    for (Cell cell : cells) {
      long[] counts = pool.counts(cell.group(), cell.bucket());
      for (int i = 0; i < cell.bins().size(); i++) {
        counts[cell.bins().get(i)] += cell.counts().get(i);
      }
    }
    pool.series = series;
    return pool;
  }

  long[] counts(ScoreGroup group, int bucket) {
    return counts[cell(group, bucket)];
  }

  static int cell(ScoreGroup group, int bucket) {
    return group.row() * Horizons.BUCKETS + bucket;
  }
}
