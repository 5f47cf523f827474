package dev.poolkeeper.processors.growth.candidate;

/** Level and trend after each day, so that a forecast can start from any of them in O(h). */
final class SmoothedPath {

  private final double[] levels;
  private final double[] trends;
  private final double damping;

  SmoothedPath(double[] levels, double[] trends, double damping) {
    this.levels = levels;
    this.trends = trends;
    this.damping = damping;
  }

  /** The level after the first {@code days} days, at least one. */
  double level(int days) {
    return levels[days - 1];
  }

  /**
   * Continues from the end of the first {@code days} days, at least one.
   *
   * @param into one value per coming day
   */
  void forecast(int days, double[] into) {
    double level = levels[days - 1];
    double trend = trends[days - 1];
    double power = 1;
    double sum = 0;
    for (int h = 0; h < into.length; h++) {
      power *= damping;
      sum += power;
      into[h] = level + sum * trend;
    }
  }
}
