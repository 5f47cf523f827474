package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.CourseLine.Ahead;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Draws the course of a quantity: what was measured (missing days stay open, days that were told
 * later are dashed), what is expected with its two bands, the lines it should not reach, and today.
 * With an alarm it shows the unusual day instead, beside what would have been usual.
 *
 * <p>Pure; the same course gives the same bytes, on every machine.
 */
public final class CourseChart {

  /** Width and height of the drawing; a page scales it. */
  private static final int WIDTH = 480;

  private static final int HEIGHT = 170;

  private static final double DOT = 5;
  private static final BasicStroke THIN = new BasicStroke(1);

  private CourseChart() {}

  /**
   * The chart as an {@code svg} element that takes its colours and fonts from the page.
   *
   * @param id unique on the page, letters, digits and dashes
   * @return empty when not one day is known
   */
  public static String svg(CourseLine course, String id) {
    if (course.days().isEmpty()) {
      return "";
    }
    SvgCanvas canvas = new SvgCanvas(id);
    draw(course, canvas);
    return """
        <svg class="chart" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" \
        width="%1$d" height="%2$d" aria-labelledby="%3$s-title" aria-describedby="%3$s-desc">\
        <title id="%3$s-title">%4$s</title><desc id="%3$s-desc">%5$s</desc>%6$s</svg>"""
        .formatted(
            WIDTH,
            HEIGHT,
            id,
            Xml.text(CourseWords.title(course)),
            Xml.text(CourseWords.description(course)),
            canvas.elements());
  }

  /** The same chart as a picture, with two pixels for one in each direction. */
  static byte[] png(CourseLine course, GlyphOutlines glyphs) {
    PngCanvas canvas = new PngCanvas(WIDTH, HEIGHT, 2, glyphs);
    draw(course, canvas);
    return canvas.png();
  }

  private static void draw(CourseLine course, PlainGraphics canvas) {
    JFreeChart chart = new JFreeChart(null, null, plot(course), false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(2, 0, 3, 8));
    chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
  }

  private static XYPlot plot(CourseLine course) {
    CourseRange range = CourseRange.of(course);
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(
        dressed(new DayAxis(firstDay(course), lastDay(course)), PageFont.Anchor.MIDDLE));
    plot.setRangeAxis(
        dressed(new AmountAxis(course.unit(), range.low(), range.high()), PageFont.Anchor.END));
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Tone.GRID);
    plot.setRangeGridlineStroke(THIN);
    plot.setInsets(new RectangleInsets(0, 0, 0, 0));
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    CourseSeries series = new CourseSeries(course);
    bands(plot, series);
    lines(plot, series);
    CourseMarks.add(plot, course, range);
    return plot;
  }

  /** The day before the first, so that a line does not begin on the axis. */
  private static LocalDate firstDay(CourseLine course) {
    return course.days().get(0).day().minusDays(1);
  }

  private static LocalDate lastDay(CourseLine course) {
    LocalDate known = course.days().get(course.days().size() - 1).day();
    LocalDate last = known.isAfter(course.asOf()) ? known : course.asOf();
    return course.ahead().isEmpty()
        ? last.plusDays(1)
        : course.ahead().get(course.ahead().size() - 1).day();
  }

  private static NumberAxis dressed(NumberAxis axis, PageFont.Anchor anchor) {
    axis.setTickLabelFont(new PageFont(11, anchor));
    axis.setLabelFont(new PageFont(11, PageFont.Anchor.MIDDLE));
    axis.setTickLabelPaint(Tone.MUTED);
    axis.setAxisLinePaint(Tone.GRID);
    axis.setTickMarkPaint(Tone.GRID);
    axis.setTickLabelInsets(new RectangleInsets(2, 2, 2, 4));
    return axis;
  }

  /** First and so behind everything. */
  private static void bands(XYPlot plot, CourseSeries series) {
    YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
    bands.addSeries(series.band("band95", Ahead::lo95, Ahead::hi95));
    bands.addSeries(series.band("band80", Ahead::lo80, Ahead::hi80));
    DeviationRenderer areas = new DeviationRenderer(false, false);
    areas.setAlpha(1);
    areas.setSeriesFillPaint(0, Tone.BAND_95);
    areas.setSeriesFillPaint(1, Tone.BAND_80);
    add(plot, 0, bands, areas);
  }

  private static void lines(XYPlot plot, CourseSeries series) {
    XYSeriesCollection lines = new XYSeriesCollection();
    lines.addSeries(series.expected());
    lines.addSeries(series.line(true));
    lines.addSeries(series.line(false));
    lines.addSeries(series.lonely());
    lines.addSeries(series.alarm());
    XYLineAndShapeRenderer pens = new XYLineAndShapeRenderer(true, false);
    pens.setDrawSeriesLineAsPath(true);
    pen(pens, 0, Tone.EXPECTED, dashes(1.5f, 5, 3));
    pen(pens, 1, Tone.REBUILT, dashes(1.5f, 2, 2));
    pen(pens, 2, Tone.MEASURED, new BasicStroke(1.8f));
    dot(pens, 3, Tone.MEASURED, DOT / 2);
    dot(pens, 4, Tone.ALARM, DOT);
    add(plot, 1, lines, pens);
  }

  private static void add(XYPlot plot, int place, XYDataset data, XYLineAndShapeRenderer renderer) {
    plot.setDataset(place, data);
    plot.setRenderer(place, renderer);
  }

  private static void pen(XYLineAndShapeRenderer pens, int series, Tone tone, BasicStroke stroke) {
    pens.setSeriesPaint(series, tone);
    pens.setSeriesStroke(series, stroke);
  }

  private static void dot(XYLineAndShapeRenderer pens, int series, Tone tone, double size) {
    pens.setSeriesLinesVisible(series, false);
    pens.setSeriesShapesVisible(series, true);
    pens.setSeriesShape(series, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
    pens.setSeriesPaint(series, tone);
  }

  static BasicStroke dashes(float width, float on, float off) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
  }
}
