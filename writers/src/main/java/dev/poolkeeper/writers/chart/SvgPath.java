package dev.poolkeeper.writers.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/** Writes a shape as the {@code d} of an SVG path, with tenths of a unit. */
final class SvgPath {

  private final StringBuilder text = new StringBuilder();

  private SvgPath() {}

  /** Empty when the shape is, or when a point of it is not finite. */
  static String of(Shape shape, AffineTransform transform) {
    SvgPath path = new SvgPath();
    double[] points = new double[6];
    for (PathIterator steps = shape.getPathIterator(transform); !steps.isDone(); steps.next()) {
      if (!path.step(steps.currentSegment(points), points)) {
        return "";
      }
    }
    return path.text.toString();
  }

  private boolean step(int kind, double[] points) {
    return switch (kind) {
      case PathIterator.SEG_MOVETO -> add('M', points, 2);
      case PathIterator.SEG_LINETO -> add('L', points, 2);
      case PathIterator.SEG_QUADTO -> add('Q', points, 4);
      case PathIterator.SEG_CUBICTO -> add('C', points, 6);
      default -> add('Z', points, 0);
    };
  }

  private boolean add(char command, double[] points, int count) {
    text.append(command);
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(points[i])) {
        return false;
      }
      text.append(i > 0 ? " " : "").append(number(points[i]));
    }
    return true;
  }

  /** A coordinate: tenths, without a point when whole. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
