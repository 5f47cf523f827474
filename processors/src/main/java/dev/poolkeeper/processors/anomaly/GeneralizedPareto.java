package dev.poolkeeper.processors.anomaly;

/**
 * The law of what lies beyond a high level: P(X &gt; x) = (1 + shape x / scale)^(-1 / shape), or
 * exp(-x / scale) for shape 0.
 *
 * <p>Fitted by probability-weighted moments, which stay finite and sensible for a few dozen values
 * where maximum likelihood may not converge: with b0 the mean and b1 the mean weighted by the share
 * of larger values, shape = 2 - b0 / (b0 - 2 b1) and scale = 2 b0 b1 / (b0 - 2 b1). Valid for
 * shapes below 1/2; the estimate is kept within -1/2 and 1/2, as a heavier fit from so few values
 * is mostly chance. Source: Hosking and Wallis 1987, Technometrics 29:339; Pickands 1975, Annals of
 * Statistics 3:119.
 *
 * @param scale above 0
 */
record GeneralizedPareto(double shape, double scale) {

  private static final double LARGEST_SHAPE = 0.5;
  private static final double EXPONENTIAL = 1e-9;

  /**
   * O(n).
   *
   * @param excesses over the level, ascending, none negative, at least one above 0
   */
  static GeneralizedPareto fit(double[] excesses) {
    int n = excesses.length;
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      sum += excesses[i];
      weighted += excesses[i] * (1 - (i + 0.65) / n);
    }
    double mean = sum / n;
    if (!(mean > 0)) {
      throw new IllegalArgumentException("no excess above 0 among " + n);
    }
    double spread = mean - 2 * weighted / n;
    double shape = spread > 0 ? 2 - mean / spread : LARGEST_SHAPE;
    double kept = Math.max(-LARGEST_SHAPE, Math.min(LARGEST_SHAPE, shape));
    // the mean of the law is scale / (1 - shape): keep it when the shape was clipped
    return new GeneralizedPareto(kept, mean * (1 - kept));
  }

  /**
   * @param excess not negative
   * @return probability of more, from 0 to 1
   */
  double survival(double excess) {
    if (Math.abs(shape) < EXPONENTIAL) {
      return Math.exp(-excess / scale);
    }
    double base = 1 + shape * excess / scale;
    return base <= 0 ? 0 : Math.pow(base, -1 / shape);
  }

  /**
   * The excess that is passed with this probability.
   *
   * @param probability above 0, at most 1
   */
  double excessOf(double probability) {
    if (Math.abs(shape) < EXPONENTIAL) {
      return -scale * Math.log(probability);
    }
    return scale / shape * (Math.pow(probability, -shape) - 1);
  }
}
