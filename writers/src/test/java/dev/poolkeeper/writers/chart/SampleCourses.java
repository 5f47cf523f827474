package dev.poolkeeper.writers.chart;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import dev.poolkeeper.processors.report.CourseLine.Alarm;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Courses as they occur, made up. */
public final class SampleCourses {

  static final LocalDate TODAY = LocalDate.of(2026, 2, 11);
  static final double GIB = 1 << 30;
  static final double TIB = 1024 * GIB;

  private SampleCourses() {}

  /** All of them, by a word for each. */
  static CourseLine sample(String name) {
    return requireNonNull(all().get(name), name);
  }

  static Map<String, CourseLine> all() {
    Map<String, CourseLine> all = new LinkedHashMap<>();
    all.put("pool-fills", growing());
    all.put("rebuilt-then-gap", rebuiltThenGap());
    all.put("saw-tooth", of(180, d -> (120 + d % 14 * 3.1 + wobble(d)) * GIB, 200 * GIB, .4));
    all.put("far-from-full", of(365, d -> (30 + d * .02 + wobble(d)) * GIB, 2 * TIB, .1));
    all.put("steps", of(120, d -> (40 + d / 30 * 22) * GIB, 160 * GIB, 1.2));
    all.put("full", of(90, d -> Math.min(100, 60 + d) * GIB, 100 * GIB, .1));
    all.put("three-days", of(3, d -> (10 + d) * GIB, 100 * GIB, 2));
    all.put("snapshots", counts());
    all.put("mass-delete", massDelete());
    all.put("leak", leak());
    all.put("flat", of(60, d -> 5 * GIB, 0, 0));
    all.put("one-day", of(1, d -> 5 * GIB, 10 * GIB, 0));
    return all;
  }

  /** A pool that grows, under another name. */
  public static CourseLine named(String subject) {
    CourseLine course = growing();
    return new CourseLine(
        subject,
        course.measure(),
        course.unit(),
        course.asOf(),
        course.days(),
        course.ahead(),
        course.capacity(),
        course.warnAt(),
        course.criticalAt(),
        course.alarm());
  }

  static CourseLine growing() {
    return of(
        200, d -> (5.1 + d * .0155) * TIB + 12 * GIB * wobble(d), 10 * TIB, .35 * TIB / GIB / 9);
  }

  static CourseLine rebuiltThenGap() {
    CourseLine all = of(150, d -> (20 + d * .3 + wobble(d)) * GIB, 100 * GIB, .5);
    return with(all, days(all, i -> i < 60, i -> (i >= 90 && i < 101) || i == 120 || i == 122));
  }

  private static CourseLine counts() {
    CourseLine course = of(100, d -> 4000 + d * 42, 10_000, 30 / GIB);
    return new CourseLine(
        "nas1",
        "snapshots",
        CourseLine.COUNT,
        TODAY,
        course.days(),
        course.ahead(),
        course.capacity(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static CourseLine massDelete() {
    CourseLine course = of(120, d -> (d < 119 ? 310 + d * .2 + wobble(d) : 95) * GIB, 500 * GIB, 0);
    return alarmed(course, new Alarm(TODAY, "sudden shrink", gib(330), gib(337)));
  }

  private static CourseLine leak() {
    CourseLine course =
        of(150, d -> (80 + wobble(d) + Math.max(0, d - 130) * .9) * GIB, 500 * GIB, 0);
    return alarmed(course, new Alarm(TODAY.minusDays(5), "leak", gib(79), gib(82)));
  }

  private static CourseLine alarmed(CourseLine course, Alarm alarm) {
    return new CourseLine(
        course.subject(),
        course.measure(),
        course.unit(),
        course.asOf(),
        course.days(),
        List.of(),
        course.capacity(),
        course.warnAt(),
        course.criticalAt(),
        Optional.of(alarm));
  }

  static CourseLine with(CourseLine course, List<Day> days) {
    return new CourseLine(
        course.subject(),
        course.measure(),
        course.unit(),
        course.asOf(),
        days,
        course.ahead(),
        course.capacity(),
        course.warnAt(),
        course.criticalAt(),
        course.alarm());
  }

  private static List<Day> days(CourseLine course, IntPredicate rebuilt, IntPredicate missing) {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < course.days().size(); i++) {
      Day day = course.days().get(i);
      if (!missing.test(i)) {
        days.add(new Day(day.day(), day.value(), rebuilt.test(i) ? "rebuilt" : "measured"));
      }
    }
    return days;
  }

  private static double wobble(int day) {
    return Math.sin(day * 1.7) * .6 + Math.sin(day * .37);
  }

  private static long gib(double amount) {
    return Math.round(amount * GIB);
  }

  /**
   * A course that ends today and goes on at the pace of its last quarter.
   *
   * @param spread GiB that a band widens by on the first day, then with the root of the days
   */
  static CourseLine of(int days, IntToDoubleFunction value, double capacity, double spread) {
    List<Day> known = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      LocalDate day = TODAY.minusDays(days - 1L - d);
      known.add(new Day(day, Math.round(value.applyAsDouble(d)), "measured"));
    }
    double last = value.applyAsDouble(days - 1);
    int quarter = Math.max(1, days / 4);
    double pace = (last - value.applyAsDouble(Math.max(0, days - 1 - quarter))) / quarter;
    List<Ahead> ahead = new ArrayList<>();
    for (int h = 1; h <= 90 && days >= 7; h++) {
      double error = spread * GIB * Math.sqrt(h);
      double mean = last + pace * h;
      ahead.add(
          new Ahead(
              TODAY.plusDays(h),
              Math.round(mean),
              Math.round(Math.max(0, mean - 1.3 * error)),
              Math.round(mean + 1.3 * error),
              Math.round(Math.max(0, mean - 2.6 * error)),
              Math.round(mean + 2.6 * error)));
    }
    return new CourseLine(
        "nas1/pools/tank",
        "used",
        CourseLine.BYTES,
        TODAY,
        known,
        ahead,
        capacity > 0 ? OptionalLong.of(Math.round(capacity)) : OptionalLong.empty(),
        capacity > 0 ? OptionalDouble.of(.8) : OptionalDouble.empty(),
        capacity > 0 ? OptionalDouble.of(.9) : OptionalDouble.empty(),
        Optional.empty());
  }
}
