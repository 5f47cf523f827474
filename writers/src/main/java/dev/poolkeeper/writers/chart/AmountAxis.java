package dev.poolkeeper.writers.chart;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of bytes or counts, with three to six marks at 1, 2 or 5 times a power of ten of the unit
 * that fits: of GiB when there are GiB.
 */
final class AmountAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private static final int STEPS = 5;

  private final boolean bytes;
  private final double low;
  private final double high;

  /**
   * @param low finite, less than {@code high}
   */
  AmountAxis(String unit, double low, double high) {
    this.bytes = unit.equals(CourseLine.BYTES);
    this.low = low;
    this.high = high;
    setAutoRange(false);
    setRange(low, high);
  }

  /** The marks within the range, in order. */
  static List<Double> marks(boolean bytes, double low, double high) {
    double step = step(bytes, (high - low) / STEPS);
    List<Double> marks = new ArrayList<>();
    for (double k = Math.ceil(low / step); k * step <= high; k++) {
      marks.add(k * step);
    }
    return marks;
  }

  /** The smallest step of 1, 2 or 5 times a power of ten that is not below the least. */
  private static double step(boolean bytes, double least) {
    double unit = 1;
    while (bytes && STEPS * least >= 1024 * unit) {
      unit *= 1024;
    }
    // parts of a unit, but none of a byte or of an object
    double finest = unit > 1 ? -2 : 0;
    double power = unit * Math.pow(10, Math.max(finest, Math.floor(Math.log10(least / unit))));
    for (int times : new int[] {1, 2, 5, 10}) {
      if (times * power >= least) {
        return times * power;
      }
    }
    return 10 * power;
  }

  private String label(double value) {
    if (value == 0) {
      return "0";
    }
    long whole = Math.round(value);
    return bytes ? ByteText.of(whole) : CountText.of(whole);
  }

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  public List refreshTicks(
      Graphics2D canvas, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return marks(bytes, low, high).stream()
        .map(
            value ->
                new NumberTick(
                    value, label(value), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0))
        .toList();
  }
}
