package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.awt.BasicStroke;
import java.time.LocalDate;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Lines and labels across a chart: capacity and thresholds, today, the unusual day. */
final class CourseMarks {

  private static final BasicStroke SOLID = new BasicStroke(1.4f);
  private static final BasicStroke DOTTED = CourseChart.dashes(1, 1, 3);

  /** Lines closer than this share of the scale have no room for a label between them. */
  private static final double CROWDED = .088;

  /** The share of a chart that a word at its foot takes. */
  private static final double SHORT = .15;

  /** How far a label at the foot stays clear of the axis. */
  private static final double ABOVE_AXIS = 6;

  private CourseMarks() {}

  static void add(XYPlot plot, CourseLine course, CourseRange range) {
    if (range.showsCapacity()) {
      double capacity = course.capacity().orElseThrow();
      across(plot, Tone.CAPACITY, SOLID, capacity, "capacity " + amount(course));
      levels(plot, course, capacity, CROWDED * (range.high() - range.low()));
    }
    if (course.alarm().isPresent()) {
      alarm(plot, course, course.alarm().get());
    } else {
      today(plot, course);
      course.marks().forEach(mark -> mark(plot, course, mark));
    }
  }

  /** Named on the side of the past, unless the past is shorter than the word. */
  private static void today(XYPlot plot, CourseLine course) {
    long today = course.asOf().toEpochDay();
    ValueMarker line = upright(plot, Tone.MUTED, (double) today, "today");
    long past = today - course.days().get(0).day().toEpochDay();
    long ahead =
        course.ahead().isEmpty()
            ? 0
            : course.ahead().get(course.ahead().size() - 1).day().toEpochDay() - today;
    if (past < SHORT * (past + ahead)) {
      label(line, Tone.MUTED, "today", PageFont.Anchor.START);
      line.setLabelOffset(new RectangleInsets(2, 4, ABOVE_AXIS, 4));
      line.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
      line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    }
  }

  /**
   * Each level with its percentage above its line, or both below the lower one where there is no
   * room between the lines.
   */
  private static void levels(XYPlot plot, CourseLine course, double capacity, double room) {
    double critical = course.criticalAt().orElse(1);
    double warn = course.warnAt().orElse(critical);
    boolean crowded = Math.min(1 - critical, critical - warn) * capacity < room && warn < critical;
    if (course.criticalAt().isPresent()) {
      String text = crowded ? "" : percent(critical);
      across(plot, Tone.CRITICAL, DOTTED, capacity * critical, text);
    }
    if (course.warnAt().isPresent() && crowded) {
      ValueMarker line = new ValueMarker(capacity * warn, Tone.WARNING, DOTTED);
      labelledBelow(plot, line, percent(warn) + ", " + percent(critical));
    } else if (course.warnAt().isPresent()) {
      across(plot, Tone.WARNING, DOTTED, capacity * warn, percent(warn));
    }
  }

  private static void labelledBelow(XYPlot plot, ValueMarker line, String text) {
    line.setAlpha(1);
    label(line, Tone.WARNING, text, PageFont.Anchor.START);
    line.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
    line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    plot.addRangeMarker(line, Layer.FOREGROUND);
  }

  /** A line across the curve on the unusual day, named at its top. */
  private static void mark(XYPlot plot, CourseLine course, CourseLine.Mark mark) {
    ValueMarker line = new ValueMarker((double) mark.day().toEpochDay(), Tone.ALARM, DOTTED);
    line.setAlpha(1);
    boolean first = mark.equals(course.marks().get(0));
    label(line, Tone.ALARM, first ? mark.kind() : "", PageFont.Anchor.END);
    line.setLabelAnchor(RectangleAnchor.LEFT);
    line.setLabelTextAnchor(TextAnchor.CENTER_RIGHT);
    plot.addDomainMarker(line, Layer.BACKGROUND);
  }

  private static void alarm(XYPlot plot, CourseLine course, CourseLine.Alarm alarm) {
    IntervalMarker usual =
        new IntervalMarker(
            (double) Math.min(alarm.usualLow(), alarm.usualHigh()),
            (double) Math.max(alarm.usualLow(), alarm.usualHigh()),
            Tone.USUAL);
    usual.setAlpha(1);
    label(usual, Tone.MUTED, "usual", PageFont.Anchor.START);
    usual.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    usual.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addRangeMarker(usual, Layer.BACKGROUND);
    boolean rose = after(course, alarm.day()) > alarm.usualHigh();
    ValueMarker line = upright(plot, Tone.ALARM, (double) alarm.day().toEpochDay(), alarm.kind());
    if (rose) {
      // the curve before a rise is at the foot
      line.setLabelAnchor(RectangleAnchor.TOP_LEFT);
      line.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
    }
  }

  private static long after(CourseLine course, LocalDate day) {
    return course.days().stream()
        .filter(known -> known.day().equals(day))
        .mapToLong(CourseLine.Day::value)
        .findFirst()
        .orElse(Long.MIN_VALUE);
  }

  private static String amount(CourseLine course) {
    long capacity = course.capacity().orElseThrow();
    return course.unit().equals(CourseLine.BYTES) ? ByteText.of(capacity) : CountText.of(capacity);
  }

  private static String percent(double share) {
    return CountText.percent(Math.round(share * 1000), 1000);
  }

  /** Labelled at the left end, where bands never are, above the line. */
  private static void across(
      XYPlot plot, Tone tone, BasicStroke stroke, double value, String text) {
    ValueMarker line = new ValueMarker(value, tone, stroke);
    line.setAlpha(1);
    label(line, tone, text, PageFont.Anchor.START);
    line.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    plot.addRangeMarker(line, Layer.FOREGROUND);
  }

  /** Labelled at the foot, on the side of the past; the caller may move the label. */
  private static ValueMarker upright(XYPlot plot, Tone tone, double day, String text) {
    ValueMarker line = new ValueMarker(day, tone, DOTTED);
    line.setAlpha(1);
    label(line, tone, text, PageFont.Anchor.END);
    line.setLabelOffset(new RectangleInsets(2, 4, ABOVE_AXIS, 4));
    line.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
    line.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
    plot.addDomainMarker(line, Layer.BACKGROUND);
    return line;
  }

  private static void label(Marker marker, Tone tone, String text, PageFont.Anchor anchor) {
    marker.setLabel(text);
    marker.setLabelFont(new PageFont(10, anchor));
    marker.setLabelPaint(tone);
    marker.setLabelBackgroundColor(Tone.NONE);
    marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
  }
}
