package dev.poolkeeper.writers.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of days, counted from 1970, with marks where people look for them: at single days of less
 * than two weeks, at Mondays of a few weeks, else at the first of every first, second, third, sixth
 * or twelfth month. At most six of them.
 */
final class DayAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private static final int FEW_DAYS = 14;
  private static final int WEEKS_OF_DAYS = 45;
  private static final int MOST = 6;

  /** Share of the axis that half a label takes: one nearer to its end would leave the chart. */
  private static final double ROOM_OF_A_LABEL = .06;

  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final LocalDate from;
  private final LocalDate to;

  DayAxis(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
    setAutoRange(false);
    setRange((double) from.toEpochDay(), (double) to.toEpochDay());
  }

  /** The marks, in order. */
  static List<LocalDate> marks(LocalDate from, LocalDate to) {
    int span = (int) ChronoUnit.DAYS.between(from, to);
    if (span < FEW_DAYS) {
      return from.datesUntil(to.plusDays(1), Period.ofDays(span / MOST + 1)).toList();
    }
    if (span <= WEEKS_OF_DAYS) {
      return mondays(from, to);
    }
    List<LocalDate> marks = List.of();
    for (int months : MONTHS) {
      marks = firsts(from, to, months);
      if (marks.size() <= MOST) {
        return marks;
      }
    }
    return marks;
  }

  private static List<LocalDate> mondays(LocalDate from, LocalDate to) {
    LocalDate monday = from.plusDays(Math.floorMod(1 - from.getDayOfWeek().getValue(), 7));
    return monday.datesUntil(to.plusDays(1), Period.ofWeeks(1)).toList();
  }

  private static List<LocalDate> firsts(LocalDate from, LocalDate to, int months) {
    List<LocalDate> marks = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        !month.atDay(1).isAfter(to);
        month = month.plusMonths(1)) {
      long number = month.getYear() * 12L + month.getMonthValue() - 1;
      if (number % months == 0 && !month.atDay(1).isBefore(from)) {
        marks.add(month.atDay(1));
      }
    }
    return marks;
  }

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  public List refreshTicks(
      Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean days = to.toEpochDay() - from.toEpochDay() <= WEEKS_OF_DAYS;
    double last = to.toEpochDay() - ROOM_OF_A_LABEL * (to.toEpochDay() - from.toEpochDay());
    return marks(from, to).stream()
        .filter(day -> day.toEpochDay() <= last)
        .map(
            day ->
                new NumberTick(
                    day.toEpochDay(),
                    (days ? DAY : MONTH).format(day),
                    TextAnchor.TOP_CENTER,
                    TextAnchor.TOP_CENTER,
                    0))
        .toList();
  }
}
