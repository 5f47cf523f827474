package dev.poolkeeper.processors.history;

import static java.util.Objects.requireNonNull;

/**
 * One measured quantity on a grid of days without holes: position {@code i} is day {@code firstDay
 * + i}. A day that was not measured stays in the grid as missing; nothing is filled in here.
 *
 * <p>Inside this numeric type, and nowhere else, a missing value is NaN. Values may be any finite
 * number, negative ones too. An empty series and one of missing days only are allowed; whoever
 * analyses it says what it makes of them. Immutable.
 */
public final class DailySeries {

  private final String id;
  private final DayAxis axis;
  private final long firstDay;
  private final double[] values;
  private final int knownDays;

  private DailySeries(String id, DayAxis axis, long firstDay, double[] values) {
    this.id = requireNonNull(id, "id");
    this.axis = requireNonNull(axis, "axis");
    this.firstDay = firstDay;
    this.values = values;
    int known = 0;
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException(id + " holds an infinite value");
      }
      known += Double.isNaN(value) ? 0 : 1;
    }
    this.knownDays = known;
  }

  /**
   * @param firstDay day of the first value, as the axis counts
   * @param values one per day, NaN where missing; copied
   */
  public static DailySeries of(String id, DayAxis axis, long firstDay, double... values) {
    return new DailySeries(id, axis, firstDay, values.clone());
  }

  public String id() {
    return id;
  }

  public DayAxis axis() {
    return axis;
  }

  public long firstDay() {
    return firstDay;
  }

  /** Day of the last position, measured or not; the day before the first one when empty. */
  public long lastDay() {
    return firstDay + values.length - 1;
  }

  /** Days of the grid, missing ones included. */
  public int length() {
    return values.length;
  }

  /** Days that were measured. */
  public int knownDays() {
    return knownDays;
  }

  public boolean isKnown(int position) {
    return !Double.isNaN(values[position]);
  }

  /** The value at a position; NaN when that day is missing. */
  public double value(int position) {
    return values[position];
  }

  /** All values, NaN where missing; a copy. */
  public double[] values() {
    return values.clone();
  }

  @Override
  public String toString() {
    return "%s: %d days from %s, %d known"
        .formatted(id, values.length, axis.label(firstDay), knownDays);
  }
}
