package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import java.util.stream.LongStream;

/**
 * How much of the scale a chart shows.
 *
 * <p>A chart of growth begins at zero and reaches to the capacity, if the quantity comes anywhere
 * near it; one of an alarm shows what moved. The 80 % band is always inside; a wider one may leave
 * the chart.
 *
 * @param low in the unit of the course
 * @param high more than {@code low}
 * @param showsCapacity whether the capacity is on it
 */
record CourseRange(double low, double high, boolean showsCapacity) {

  /** A quantity that reaches this share of its capacity is near enough to show it. */
  private static final double NEAR = .3;

  private static final double MARGIN = .08;

  /** Above the line of the capacity stands its name. */
  private static final double NAME = .12;

  /**
   * @param course with at least one day
   */
  static CourseRange of(CourseLine course) {
    double least = values(course).min().orElse(0);
    double most = values(course).max().orElse(0);
    boolean near =
        course.alarm().isEmpty()
            && course.capacity().isPresent()
            && most >= NEAR * course.capacity().getAsLong();
    if (near) {
      double named = (1 + NAME) * course.capacity().getAsLong();
      return new CourseRange(0, Math.max(above(0, most), named), true);
    }
    if (course.alarm().isEmpty()) {
      return new CourseRange(0, above(0, most), false);
    }
    double below = least - MARGIN * Math.max(most - least, 1);
    return new CourseRange(least >= 0 ? Math.max(0, below) : below, above(least, most), false);
  }

  private static double above(double low, double high) {
    return high + MARGIN * Math.max(high - low, 1);
  }

  private static LongStream values(CourseLine course) {
    LongStream known = course.days().stream().mapToLong(CourseLine.Day::value);
    LongStream ahead =
        course.ahead().stream().flatMapToLong(a -> LongStream.of(a.lo80(), a.hi80()));
    LongStream usual =
        course.alarm().stream().flatMapToLong(a -> LongStream.of(a.usualLow(), a.usualHigh()));
    return LongStream.concat(known, LongStream.concat(ahead, usual));
  }
}
