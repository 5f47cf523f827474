package dev.poolkeeper.writers.report;

import static java.util.Locale.ROOT;

import dev.poolkeeper.writers.report.NightlyPage.Segment;
import java.util.ArrayList;
import java.util.List;

/** Lays parts of a whole side by side on a bar of length 100. */
final class Bars {

  /** What is there at all stays visible. */
  private static final double LEAST_LENGTH = 0.6;

  /**
   * @param bytes not negative
   */
  record Portion(String tone, long bytes) {}

  private Bars() {}

  /** No segment at all when the whole is nothing. */
  static List<Segment> of(List<Portion> portions) {
    double whole = portions.stream().mapToDouble(Portion::bytes).sum();
    List<Segment> segments = new ArrayList<>();
    double start = 0;
    for (Portion portion : portions) {
      if (portion.bytes() > 0) {
        double length = Math.max(LEAST_LENGTH, 100 * portion.bytes() / whole);
        length = Math.min(length, 100 - start);
        segments.add(new Segment(portion.tone(), shown(start), shown(length)));
        start += length;
      }
    }
    return segments;
  }

  private static String shown(double value) {
    return String.format(ROOT, "%.2f", value);
  }
}
