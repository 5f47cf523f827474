package dev.poolkeeper.processors.anomaly;

/**
 * How improbable a deviation is among those seen before: -log10 of the share of larger ones, in
 * units of 4, so that 1 stands for one in ten thousand.
 *
 * <p>Up to the 98 % quantile of the last 8,064 deviations (four weeks of five minutes) the share is
 * counted; beyond it a generalized Pareto law is fitted to the excesses (peaks over threshold).
 * Nothing is said before 100 deviations; the score ends at 3. O(1) on average plus one block move;
 * the fit, O(160), is made only for the 2 % of steps that need it. Source: Siffer et al. 2017, KDD,
 * "Anomaly Detection in Streams with Extreme Value Theory" (the initial level of SPOT).
 */
final class TailScore {

  private static final int MEMORY = 8064;
  private static final int LEAST = 100;
  private static final double LEVEL = 0.98;

  /** Powers of ten in a score of 1. */
  static final double UNIT = 4;

  private static final double LEAST_PROBABILITY = 1e-12;

  private final SortedWindow seen = new SortedWindow();
  private final double[] ring = new double[MEMORY];
  private int count;

  /** Judges a deviation, then remembers it; not negative. */
  double next(double deviation) {
    double score = count < LEAST ? 0 : -Math.log10(probability(deviation)) / UNIT;
    if (count >= MEMORY) {
      seen.remove(ring[count % MEMORY]);
    }
    ring[count % MEMORY] = deviation;
    seen.add(deviation);
    count++;
    return score;
  }

  private double probability(double deviation) {
    double level = seen.quantile(LEVEL);
    if (deviation <= level) {
      return Math.max(1 - LEVEL, 1 - seen.shareBelow(deviation));
    }
    double[] excesses = seen.above(level);
    if (excesses.length < 2) {
      return deviation > 0 ? LEAST_PROBABILITY : 1;
    }
    for (int i = 0; i < excesses.length; i++) {
      excesses[i] -= level;
    }
    double survival = GeneralizedPareto.fit(excesses).survival(deviation - level);
    return Math.max(LEAST_PROBABILITY, (1 - LEVEL) * survival);
  }
}
