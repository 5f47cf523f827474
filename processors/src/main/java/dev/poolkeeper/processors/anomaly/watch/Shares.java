package dev.poolkeeper.processors.anomaly.watch;

import java.util.Locale;

/** Shares and ratios as sentences hold them. */
final class Shares {

  private Shares() {}

  /** {@code 4.2 %}, {@code 63 %}; without its sign. */
  static String percent(double share) {
    double percent = 100 * Math.abs(share);
    return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
  }

  /** {@code 3.4}, {@code 12}. */
  static String ratio(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
