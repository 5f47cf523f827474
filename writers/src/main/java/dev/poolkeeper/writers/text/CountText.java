package dev.poolkeeper.writers.text;

import static java.util.Locale.ROOT;

/** Writes counts and shares: thousands grouped, the noun in the right number. */
public final class CountText {

  private CountText() {}

  /** {@code 100,000}. */
  public static String of(long count) {
    return String.format(ROOT, "%,d", count);
  }

  /** {@code 1 night}, {@code 3 nights}. */
  public static String of(long count, String noun) {
    return of(count, noun, noun + "s");
  }

  /** {@code 1 entry}, {@code 3 entries}. */
  public static String of(long count, String one, String many) {
    return of(count) + " " + (count == 1 ? one : many);
  }

  /** {@code +3}, {@code −4} with a real minus, {@code ±0}. */
  public static String signed(long count) {
    if (count == 0) {
      return "±0";
    }
    return (count > 0 ? "+" : "−") + of(Math.abs(count));
  }

  /** {@code 1.5×}, two decimals below 1: how often one thing goes into another. */
  public static String times(double ratio) {
    return String.format(ROOT, ratio < 1 ? "%.2f×" : "%.1f×", ratio);
  }

  /**
   * The share as whole percent; what is neither nothing nor all never rounds to 0 % or 100 %.
   *
   * @param whole more than 0
   */
  public static String percent(long part, double whole) {
    return wholePercent(100.0 * part / whole);
  }

  /** As above, of a share of 1. */
  public static String percent(double share) {
    return wholePercent(100 * share);
  }

  private static String wholePercent(double percent) {
    if (percent > 0 && percent < 1) {
      return "<1 %";
    }
    if (percent > 99 && percent < 100) {
      return ">99 %";
    }
    return String.format(ROOT, "%.0f %%", percent);
  }
}
