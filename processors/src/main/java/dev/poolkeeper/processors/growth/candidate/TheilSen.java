package dev.poolkeeper.processors.growth.candidate;

/**
 * The median of the slopes between all pairs of days: the slope of a line that tolerates about 29 %
 * of outliers.
 *
 * <p>O(w²) in the days of the window, which callers keep at 90 (4,005 pairs). Source: P. K. Sen,
 * Estimates of the Regression Coefficient Based on Kendall's Tau, JASA 63 (1968) 1379.
 */
public final class TheilSen {

  private TheilSen() {}

  /**
   * The slope per day over the last days before {@code to}; 0 for fewer than two days.
   *
   * @param to end, excluded
   * @param window how many days back, fewer when there are no more
   */
  public static double slope(double[] values, int to, int window) {
    int days = Math.min(to, window);
    int from = to - days;
    double[] slopes = new double[days * (days - 1) / 2];
    int count = 0;
    for (int distance = 1; distance < days; distance++) {
      double perDay = 1.0 / distance;
      for (int i = from; i < to - distance; i++) {
        slopes[count++] = (values[i + distance] - values[i]) * perDay;
      }
    }
    return Median.ofScratch(slopes, count);
  }
}
