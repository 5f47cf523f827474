package dev.poolkeeper.readers.series;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.Arrays;

/** Collects the rows of one series, in any order, into its grid of days. */
final class SeriesGrid {

  /** Some 270 years; more is a time in seconds, not a day, and would only fill the memory. */
  private static final int LONGEST = 100_000;

  private final String id;
  private final DayAxis axis;
  private long firstDay;
  private int length;
  private double[] values = new double[16];
  private int[] seconds = new int[0];

  SeriesGrid(String id, DayField first) {
    this.id = id;
    this.axis = first.axis();
    this.firstDay = first.day();
    Arrays.fill(values, Double.NaN);
  }

  /**
   * Of several values on one day the latest counts.
   *
   * @param value NaN for a day that is known to be missing
   * @throws IllegalArgumentException another kind of day than before, days too far apart, or two
   *     values for the very same time
   */
  void add(DayField day, double value) {
    if (day.axis() != axis) {
      throw new IllegalArgumentException("numbers and dates are mixed in the column t of " + id);
    }
    int position = place(day.day());
    if (!accepts(position, day.secondOfDay(), value)) {
      return;
    }
    values[position] = value;
    if (day.secondOfDay() > 0 || seconds.length > 0) {
      seconds = Arrays.copyOf(seconds, Math.max(values.length, seconds.length));
      seconds[position] = day.secondOfDay();
    }
  }

  private boolean accepts(int position, int second, double value) {
    if (Double.isNaN(values[position])) {
      return true;
    }
    int taken = position < seconds.length ? seconds[position] : 0;
    if (second == taken && !Double.isNaN(value) && value != values[position]) {
      throw new IllegalArgumentException(
          "%s has another value for the same time, %s".formatted(id, values[position]));
    }
    return second > taken && !Double.isNaN(value);
  }

  private int place(long day) {
    long last = Math.max(day, firstDay + Math.max(0, length - 1));
    long first = Math.min(day, firstDay);
    if (last < first || last - first < 0 || last - first >= LONGEST) {
      throw new IllegalArgumentException(
          "%s spans more than %d days; t counts days".formatted(id, LONGEST));
    }
    int span = (int) (last - first) + 1;
    int shift = (int) (firstDay - first);
    if (shift > 0 || span > values.length) {
      grow(span, shift);
    }
    firstDay = first;
    length = span;
    return (int) (day - first);
  }

  private void grow(int span, int shift) {
    double[] wider = new double[Math.min(LONGEST, Math.max(span, span + span / 2))];
    Arrays.fill(wider, Double.NaN);
    System.arraycopy(values, 0, wider, shift, length);
    values = wider;
    if (seconds.length > 0) {
      int[] moved = new int[wider.length];
      System.arraycopy(seconds, 0, moved, shift, Math.min(length, seconds.length));
      seconds = moved;
    }
  }

  DailySeries toSeries() {
    return DailySeries.of(id, axis, firstDay, Arrays.copyOf(values, length));
  }
}
