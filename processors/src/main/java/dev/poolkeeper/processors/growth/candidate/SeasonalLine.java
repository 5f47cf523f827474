package dev.poolkeeper.processors.growth.candidate;

import java.util.Arrays;

/**
 * Repeats the last period, raised by the median change from one period to the next, over at most
 * eight periods. O(8p). Source: the seasonal naive method with drift, Hyndman and Athanasopoulos,
 * Forecasting: Principles and Practice, 3rd edition, section 5.2.
 */
final class SeasonalLine {

  private static final int MOST_PERIODS = 8;

  private SeasonalLine() {}

  /**
   * Fewer than two periods and a day of history continue the last value.
   *
   * @param days how many of the values are history
   * @param period in days, at least 1
   */
  static void forecast(double[] values, int days, int period, double[] into) {
    if (days < 2 * period + 1) {
      Arrays.fill(into, values[days - 1]);
      return;
    }
    int count = Math.min(Math.min(MOST_PERIODS, (days - 1) / period) * period, days - 1 - period);
    double[] changes = new double[count];
    for (int i = 0; i < count; i++) {
      changes[i] = values[days - 1 - i] - values[days - 1 - i - period];
    }
    double perPeriod = Median.ofScratch(changes, count);
    for (int h = 0; h < into.length; h++) {
      into[h] = values[days - period + h % period] + (h / period + 1) * perPeriod;
    }
  }
}
