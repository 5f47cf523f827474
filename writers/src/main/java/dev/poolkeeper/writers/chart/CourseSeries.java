package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;

/** A course as the series of points that a chart draws: days on one axis, amounts on the other. */
final class CourseSeries {

  private final CourseLine course;

  CourseSeries(CourseLine course) {
    this.course = course;
  }

  private static XYSeries empty(String name) {
    return new XYSeries(name, false, true);
  }

  /**
   * The known days that follow one another, broken where days are missing. A step from or to a day
   * that was told later is drawn with those.
   *
   * @param rebuilt whether those are wanted that were told later
   */
  XYSeries line(boolean rebuilt) {
    XYSeries line = empty(rebuilt ? "rebuilt" : "measured");
    double end = Double.NaN;
    for (int i = 1; i < course.days().size(); i++) {
      Day before = course.days().get(i - 1);
      Day day = course.days().get(i);
      if (next(before, day) && (before.rebuilt() || day.rebuilt()) == rebuilt) {
        if (end != before.day().toEpochDay()) {
          line.add(before.day().toEpochDay() - .5, null);
          add(line, before);
        }
        add(line, day);
        end = day.day().toEpochDay();
      }
    }
    return line;
  }

  private static void add(XYSeries line, Day day) {
    line.add((double) day.day().toEpochDay(), (double) day.value());
  }

  /** Known days between missing ones: a line would not show them. */
  XYSeries lonely() {
    XYSeries points = empty("lonely");
    List<Day> days = course.days();
    for (int i = 0; i < days.size(); i++) {
      boolean left = i > 0 && next(days.get(i - 1), days.get(i));
      boolean right = i + 1 < days.size() && next(days.get(i), days.get(i + 1));
      if (!left && !right) {
        points.add((double) days.get(i).day().toEpochDay(), (double) days.get(i).value());
      }
    }
    return points;
  }

  private static boolean next(Day a, Day b) {
    return a.day().plusDays(1).equals(b.day());
  }

  /** The expected values, from the last known day on. */
  XYSeries expected() {
    XYSeries line = empty("expected");
    if (!course.ahead().isEmpty()) {
      last().ifPresent(day -> line.add((double) day.day().toEpochDay(), (double) day.value()));
      course
          .ahead()
          .forEach(ahead -> line.add((double) ahead.day().toEpochDay(), (double) ahead.mean()));
    }
    return line;
  }

  /** A band, from the last known day on, where it has no width. */
  YIntervalSeries band(String name, ToLongFunction<Ahead> low, ToLongFunction<Ahead> high) {
    YIntervalSeries band = new YIntervalSeries(name, false, true);
    if (!course.ahead().isEmpty()) {
      last().ifPresent(d -> add(band, d.day().toEpochDay(), d.value(), d.value(), d.value()));
      for (Ahead ahead : course.ahead()) {
        add(
            band,
            ahead.day().toEpochDay(),
            ahead.mean(),
            low.applyAsLong(ahead),
            high.applyAsLong(ahead));
      }
    }
    return band;
  }

  private static void add(YIntervalSeries band, long day, long mean, long low, long high) {
    band.add((double) day, (double) mean, (double) low, (double) high);
  }

  /** The unusual days, as far as their values are known. */
  XYSeries alarm() {
    XYSeries points = empty("alarm");
    Set<LocalDate> unusual = new HashSet<>();
    course.alarm().ifPresent(alarm -> unusual.add(alarm.day()));
    course.marks().forEach(mark -> unusual.add(mark.day()));
    course.days().stream()
        .filter(day -> unusual.contains(day.day()))
        .forEach(day -> points.add((double) day.day().toEpochDay(), (double) day.value()));
    return points;
  }

  private Optional<Day> last() {
    List<Day> days = course.days();
    return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
  }
}
