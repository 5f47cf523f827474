package dev.poolkeeper.processors.capacity;

import java.util.Locale;

/** Writes shares as whole percent; what is neither nothing nor all never rounds to 0 or 100. */
public final class Shares {

  private Shares() {}

  /**
   * @param share at least 0; more than 1 is more than all
   */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 1) {
      return "<1 %";
    }
    if (percent > 99 && percent < 100) {
      return ">99 %";
    }
    return String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /** {@code 1.6 times}. */
  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 1 ? "%.2f times" : "%.1f times", ratio);
  }
}
