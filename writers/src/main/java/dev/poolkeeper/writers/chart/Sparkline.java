package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Day;
import java.util.List;
import java.util.Locale;

/**
 * The last weeks of a quantity as a line of a word's size, for tables. It starts at the lowest
 * value, since it shows a direction and no amount; the amounts are in its words. Missing days stay
 * open. Pure; the same course gives the same bytes.
 */
public final class Sparkline {

  private static final int DAYS = 30;
  private static final int LEAST = 7;
  private static final int WIDTH = 90;
  private static final int HEIGHT = 18;
  private static final double EDGE = 1.5;

  private Sparkline() {}

  /** An {@code svg} element; empty when fewer than seven of the last 30 days are known. */
  public static String svg(CourseLine course) {
    List<Day> days =
        course.days().stream()
            .filter(day -> day.day().isAfter(course.asOf().minusDays(DAYS)))
            .filter(day -> !day.day().isAfter(course.asOf()))
            .toList();
    if (days.size() < LEAST) {
      return "";
    }
    return """
    <svg class="spark" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" \
    width="%1$d" height="%2$d" aria-label="%3$s"><path class="line measured" fill="none" \
    stroke="%4$s" stroke-width="1.5" d="%5$s"/></svg>\
    """
        .formatted(
            WIDTH,
            HEIGHT,
            Xml.text(CourseWords.sparkline(course, days)),
            Tone.MEASURED.hex(),
            path(course, days));
  }

  private static String path(CourseLine course, List<Day> days) {
    long low = days.stream().mapToLong(Day::value).min().orElse(0);
    long high = days.stream().mapToLong(Day::value).max().orElse(0);
    double span = Math.max(1, (double) high - low);
    StringBuilder path = new StringBuilder();
    long before = Long.MIN_VALUE;
    for (Day day : days) {
      long at = day.day().toEpochDay();
      double x = (WIDTH - 2 * EDGE) * (DAYS - 1 - (course.asOf().toEpochDay() - at)) / (DAYS - 1);
      double share = high == low ? 0.5 : ((double) day.value() - low) / span;
      double y = (HEIGHT - 2 * EDGE) * (1 - share);
      path.append(at == before + 1 ? 'L' : 'M')
          .append(String.format(Locale.ROOT, "%.1f %.1f", x + EDGE, y + EDGE));
      before = at;
    }
    return path.toString();
  }
}
