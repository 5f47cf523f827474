package dev.poolkeeper.readers.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of one series as they stand in the file, whatever their order and interval. */
public final class ObservedSeries {

  private final String id;
  private final boolean clock;
  private double[] times = new double[16];
  private double[] values = new double[16];
  private int count;
  private boolean ascending = true;

  ObservedSeries(String id, boolean clock) {
    this.id = id;
    this.clock = clock;
  }

  void add(TimeField time, double value) {
    if (time.clock() != clock) {
      throw new IllegalArgumentException("numbers and dates are mixed in the column t of " + id);
    }
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    ascending = ascending && (count == 0 || times[count - 1] < time.time());
    times[count] = time.time();
    values[count] = value;
    count++;
  }

  public String id() {
    return id;
  }

  /** Whether the times are seconds since 1970, not plain numbers. */
  public boolean clock() {
    return clock;
  }

  public int rows() {
    return count;
  }

  public double time(int row) {
    return times[row];
  }

  /** NaN when missing. */
  public double value(int row) {
    return values[row];
  }

  /** The rows in the order of their times; of equal ones in the order of the file. */
  public int[] chronological() {
    IntStream rows = IntStream.range(0, count);
    return ascending
        ? rows.toArray()
        : rows.boxed()
            .sorted((a, b) -> Double.compare(times[a], times[b]))
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
