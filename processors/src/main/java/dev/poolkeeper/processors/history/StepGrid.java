package dev.poolkeeper.processors.history;

import java.util.Arrays;

/**
 * The grid of equal steps that times belong to: which step each falls into.
 *
 * <p>The interval is the median distance of the first hundred different times, so that rows that
 * come later do not move it. Times of days (12 to 36 hours apart) fall into their UTC day, others
 * into the nearest step from the first time on. One time alone, or none, makes days of clock times
 * and steps of one of plain numbers.
 */
public final class StepGrid {

  private static final double DAY = 86_400;
  private static final int FIRST = 100;
  private static final int MOST_PER_ROW = 100;
  private static final int FREE = 100_000;

  private final double interval;
  private final boolean clock;
  private final int[] steps;

  private StepGrid(double interval, boolean clock, int[] steps) {
    this.interval = interval;
    this.clock = clock;
    this.steps = steps;
  }

  /**
   * O(n).
   *
   * @param times ascending; seconds since 1970 when {@code clock}, else plain numbers
   * @throws IllegalArgumentException the times span so many steps that hardly any has a value
   */
  public static StepGrid of(double[] times, boolean clock) {
    double interval = interval(times, clock);
    boolean daily = clock && interval >= DAY / 2 && interval <= DAY * 1.5;
    int[] steps = new int[times.length];
    double origin = times.length == 0 ? 0 : times[0];
    for (int i = 0; i < times.length; i++) {
      double step =
          daily
              ? Math.floor(times[i] / DAY) - Math.floor(origin / DAY)
              : Math.rint((times[i] - origin) / interval);
      if (step > FREE && step > (double) MOST_PER_ROW * times.length) {
        throw new IllegalArgumentException(
            "%d rows are spread over %.0f steps of %s"
                .formatted(times.length, step, daily ? "a day" : interval));
      }
      steps[i] = (int) step;
    }
    return new StepGrid(daily ? DAY : interval, clock, steps);
  }

  private static double interval(double[] times, boolean clock) {
    double[] gaps = new double[Math.min(FIRST, Math.max(0, times.length - 1))];
    int count = 0;
    for (int i = 1; i < times.length && count < gaps.length; i++) {
      double gap = times[i] - times[i - 1];
      if (gap > 0) {
        gaps[count++] = gap;
      }
    }
    if (count == 0) {
      return clock ? DAY : 1;
    }
    Arrays.sort(gaps, 0, count);
    return gaps[(count - 1) / 2];
  }

  /** Of a step, in seconds on the clock or in the unit of plain numbers. */
  public double interval() {
    return interval;
  }

  /** Whether the times are on the clock. */
  public boolean clock() {
    return clock;
  }

  /** The step a time falls into; ascending like the times, the first one 0. */
  public int step(int row) {
    return steps[row];
  }

  /** Steps of the grid, empty ones included. */
  public int length() {
    return steps.length == 0 ? 0 : steps[steps.length - 1] + 1;
  }

  /** How many steps a day has, when they are shorter than half a day; else 0. */
  public int stepsPerDay() {
    return clock && interval < DAY / 2 ? (int) Math.rint(DAY / interval) : 0;
  }
}
