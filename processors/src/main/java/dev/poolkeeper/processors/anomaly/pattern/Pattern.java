package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.history.DayAxis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Something a series does or did. Sizes are in the unit of the series, or that unit per day. */
public sealed interface Pattern {

  /** As written in files: {@code weekly-cycle}. */
  String label();

  /** The day it is about: when it began, or was last seen. */
  long day();

  /** How large it is, with its sign. */
  double size();

  /** What was seen, in words. */
  String evidence(DayAxis axis, DoubleFunction<String> amounts);

  /**
   * Changes differ by weekday.
   *
   * @param day a day with the weekday of the largest change
   * @param weakestDay a day with the weekday of the smallest one
   * @param largest median change on that weekday
   * @param smallest median change on the other one
   * @param f variance between weekdays over variance within
   */
  record WeeklyCycle(long day, long weakestDay, double largest, double smallest, double f)
      implements Pattern {

    @Override
    public String label() {
      return "weekly-cycle";
    }

    @Override
    public double size() {
      return largest - smallest;
    }

    @Override
    public String evidence(DayAxis axis, DoubleFunction<String> amounts) {
      return "changes by %s on %s, by %s on %s; weekdays explain it with F %.1f"
          .formatted(
              amounts.apply(largest),
              weekday(axis, day),
              amounts.apply(smallest),
              weekday(axis, weakestDay),
              f);
    }

    private static String weekday(DayAxis axis, long day) {
      if (axis == DayAxis.INDEX) {
        return "every seventh day from " + axis.label(day);
      }
      DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
      String name = weekday.name().toLowerCase(Locale.ROOT);
      return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "s";
    }
  }

  /**
   * A move that comes back at equal distances; a release when it is a fall.
   *
   * @param day when last seen
   * @param period in days
   * @param size of the typical move on that day of the period
   * @param correlation of the changes with those one period before
   */
  record Period(long day, int period, double size, double correlation) implements Pattern {

    @Override
    public String label() {
      return size < 0 ? "release-period" : "rise-period";
    }

    @Override
    public String evidence(DayAxis axis, DoubleFunction<String> amounts) {
      return "%s by %s every %d days, last on %s; changes agree with those %d days before by %.2f"
          .formatted(
              size < 0 ? "falls" : "rises",
              amounts.apply(Math.abs(size)),
              period,
              axis.label(day),
              period,
              correlation);
    }
  }

  /**
   * The level moved within one day and stayed.
   *
   * @param day the first one on the new level
   * @param deviations size over the usual size of a change
   */
  record Step(long day, double size, double deviations) implements Pattern {

    @Override
    public String label() {
      return "step";
    }

    @Override
    public String evidence(DayAxis axis, DoubleFunction<String> amounts) {
      return "%s by %s on %s and stayed there, %.0f times the usual change"
          .formatted(
              size < 0 ? "fell" : "rose",
              amounts.apply(Math.abs(size)),
              axis.label(day),
              deviations);
    }
  }

  /**
   * The pace changed.
   *
   * @param before per day
   * @param after per day
   * @param explained share of the deviations from one line that the bend takes away
   */
  record SlopeChange(long day, double before, double after, double explained) implements Pattern {

    @Override
    public String label() {
      return "slope-change";
    }

    @Override
    public double size() {
      return after - before;
    }

    @Override
    public String evidence(DayAxis axis, DoubleFunction<String> amounts) {
      return "%s a day until %s, %s a day since; the bend explains %.0f %%"
          .formatted(amounts.apply(before), axis.label(day), amounts.apply(after), 100 * explained);
    }
  }

  /**
   * Grew and has stopped.
   *
   * @param day from which on it is seen to stand
   * @param before early pace per day
   * @param after late pace per day
   */
  record Saturation(long day, double before, double after) implements Pattern {

    @Override
    public String label() {
      return "saturation";
    }

    @Override
    public double size() {
      return after - before;
    }

    @Override
    public String evidence(DayAxis axis, DoubleFunction<String> amounts) {
      return "grew by %s a day, by %s a day since %s at the latest"
          .formatted(amounts.apply(before), amounts.apply(after), axis.label(day));
    }
  }
}
