package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.history.DailySeries;
import java.util.ArrayList;
import java.util.List;

/**
 * A series made fit for forecasting: begins with its first known day, missing days carry the last
 * value, one-day glitches of the collector are repaired, and all values are divided by a power of
 * two that brings the largest to 1 to 2, which loses nothing and keeps sums of squares finite for
 * any double.
 *
 * <p>A glitch is a day that leaves the day before by more than 25 % and is followed by one within 5
 * % of it. Both ratios are of the value, so a series around zero is left alone.
 */
final class History {

  private final DailySeries series;
  private final int offset;
  private final double[] values;
  private final int exponent;
  private final List<Long> repairedDays;

  private History(
      DailySeries series, int offset, double[] values, int exponent, List<Long> repairedDays) {
    this.series = series;
    this.offset = offset;
    this.values = values;
    this.exponent = exponent;
    this.repairedDays = repairedDays;
  }

  /** At least one day must be known. */
  static History of(DailySeries series) {
    double[] given = series.values();
    int offset = 0;
    while (Double.isNaN(given[offset])) {
      offset++;
    }
    double[] values = new double[given.length - offset];
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      double value = given[offset + i];
      values[i] = Double.isNaN(value) ? values[i - 1] : value;
      largest = Math.max(largest, Math.abs(values[i]));
    }
    int exponent = largest == 0 ? 0 : Math.getExponent(largest);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.scalb(values[i], -exponent);
    }
    List<Long> repaired = repair(values, series.firstDay() + offset);
    return new History(series, offset, values, exponent, repaired);
  }

  private static List<Long> repair(double[] values, long firstDay) {
    List<Long> repaired = new ArrayList<>();
    for (int i = 1; i < values.length - 1; i++) {
      double before = values[i - 1];
      double size = Math.abs(before);
      boolean left = Math.abs(values[i] - before) > .25 * size;
      boolean returned = Math.abs(values[i + 1] - before) < .05 * size;
      if (left && returned) {
        values[i] = before;
        repaired.add(firstDay + i);
      }
    }
    return List.copyOf(repaired);
  }

  DailySeries series() {
    return series;
  }

  /** Normalised, one per day, without gaps; not to be changed. */
  double[] values() {
    return values;
  }

  int days() {
    return values.length;
  }

  /** The day of a position among {@link #values()}. */
  long day(int position) {
    return series.firstDay() + offset + position;
  }

  /** From the normalised to the series' own unit; what a double cannot hold stays at its limit. */
  double restored(double normalised) {
    double value = Math.scalb(normalised, exponent);
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }

  /** Values are held divided by two to this power. */
  int exponent() {
    return exponent;
  }

  /** How many days carry the value of the day before. */
  int missingDays() {
    return values.length - series.knownDays();
  }

  /** What the quantity cannot fall below: 0 if it never was, as sizes and counts; else nothing. */
  double floor() {
    for (double value : values) {
      if (value < 0) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    return 0;
  }

  List<Long> repairedDays() {
    return repairedDays;
  }
}
