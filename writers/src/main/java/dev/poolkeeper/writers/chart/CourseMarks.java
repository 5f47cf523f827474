package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.awt.BasicStroke;
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

  private CourseMarks() {}

  static void add(XYPlot plot, CourseLine course, CourseRange range) {
    if (range.showsCapacity()) {
      double capacity = course.capacity().orElseThrow();
      across(plot, Tone.CAPACITY, SOLID, capacity, "capacity " + amount(course));
      course
          .criticalAt()
          .ifPresent(at -> across(plot, Tone.CRITICAL, DOTTED, capacity * at, percent(at)));
      course
          .warnAt()
          .ifPresent(at -> across(plot, Tone.WARNING, DOTTED, capacity * at, percent(at)));
    }
    if (course.alarm().isPresent()) {
      alarm(plot, course.alarm().get());
    } else {
      upright(plot, Tone.MUTED, (double) course.asOf().toEpochDay(), "today");
    }
  }

  private static void alarm(XYPlot plot, CourseLine.Alarm alarm) {
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
    upright(plot, Tone.ALARM, (double) alarm.day().toEpochDay(), alarm.kind());
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

  /** Labelled at the foot, on the side of the past. */
  private static void upright(XYPlot plot, Tone tone, double day, String text) {
    ValueMarker line = new ValueMarker(day, tone, DOTTED);
    line.setAlpha(1);
    label(line, tone, text, PageFont.Anchor.END);
    line.setLabelAnchor(RectangleAnchor.BOTTOM_LEFT);
    line.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
    plot.addDomainMarker(line, Layer.BACKGROUND);
  }

  private static void label(Marker marker, Tone tone, String text, PageFont.Anchor anchor) {
    marker.setLabel(text);
    marker.setLabelFont(new PageFont(10, anchor));
    marker.setLabelPaint(tone);
    marker.setLabelBackgroundColor(Tone.NONE);
    marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
  }
}
