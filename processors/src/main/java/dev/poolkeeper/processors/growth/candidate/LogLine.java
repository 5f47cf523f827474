package dev.poolkeeper.processors.growth.candidate;

/**
 * Growth by a constant percentage: {@code y e^(bh)}, where b is the Theil-Sen slope of the
 * logarithms of the last 60 days, held between −2 % and 2 % per day so that it cannot run away.
 * O(60²).
 */
final class LogLine {

  private static final int WINDOW = 60;
  private static final int FEWEST = 14;
  private static final double LARGEST = .02;

  private LogLine() {}

  /** Fewer than 14 days, or any value in the window that is not positive: the last value. */
  static void forecast(Past past, double[] into) {
    int days = Math.min(past.days(), WINDOW);
    double[] logarithms = new double[days];
    boolean positive = true;
    for (int i = 0; i < days; i++) {
      double value = past.values()[past.days() - days + i];
      positive &= value > 0;
      logarithms[i] = Math.log(value);
    }
    if (!positive || days < FEWEST) {
      past.flat(into);
      return;
    }
    double slope = TheilSen.slope(logarithms, days, days);
    double rate = Math.max(-LARGEST, Math.min(LARGEST, slope));
    for (int h = 0; h < into.length; h++) {
      into[h] = past.last() * Math.exp(rate * (h + 1));
    }
  }
}
