package dev.poolkeeper.processors.growth.candidate;

/**
 * The straight line of least squares through consecutive days.
 *
 * <p>Slope {@code Σ(x−x̄)(y−ȳ) / Σ(x−x̄)²}, where on a grid of days {@code Σ(x−x̄)² = n(n²−1)/12}.
 * O(n). Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 4.1.4.1.
 */
public final class LeastSquares {

  private LeastSquares() {}

  /**
   * The slope per day; 0 for fewer than two days.
   *
   * @param from first position, included
   * @param to end, excluded
   */
  public static double slope(double[] values, int from, int to) {
    int days = to - from;
    if (days < 2) {
      return 0;
    }
    double middle = (days - 1) / 2.0;
    double last = values[to - 1];
    double products = 0;
    for (int i = 0; i < days; i++) {
      products += (i - middle) * (values[from + i] - last);
    }
    return products / (days * (Math.pow(days, 2) - 1) / 12);
  }
}
