package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Thresholds from a site's own nights, so that each class spends its share of an alarm budget.
 *
 * <p>Of each class the highest score of every run of nights closer than seven days is taken, volume
 * by volume: what would be one alarm. With N such peaks over the level u (the highest 40 at most) a
 * generalized Pareto law is fitted to their excesses; the threshold is the score that as many peaks
 * pass as the budget allows, beyond the data if need be. All peaks count as false alarms: real
 * events in them make the fit less eager, and confirmed ones are better left out by the caller. No
 * threshold falls under half of the shipped one, lest a site where nothing ever happened alarm at
 * every breath, nor to 1, which is as far as a series has gone before: a retention that releases as
 * much every week is no anomaly, however quiet the rest of the fleet is.
 *
 * <p>O(n log n) in the number of peaks. Deterministic; the order of volumes means nothing. Source:
 * Coles 2001, An Introduction to Statistical Modeling of Extreme Values, 4.3 (return levels) and
 * 5.3.2 (declustering).
 */
public final class ThresholdFit {

  /** Fewer volume-nights than this say too little about the rare; the shipped ones hold. */
  public static final long LEAST_NIGHTS = 2000;

  /** False alarms allowed per 1,000 volume-nights. */
  public static final double DEFAULT_BUDGET = 1;

  private static final double NIGHTS_PER_MONTH = 30;
  private static final int LARGEST = 40;
  private static final int LEAST_PEAKS = 10;
  private static final double LEAST_OF_SHIPPED = 0.5;

  /** What happens every week scores 1, give or take a little. */
  private static final double SEEN_BEFORE = 1.05;

  private static final Map<AnomalyKind, Double> SHARES =
      Map.of(
          AnomalyKind.GROWTH, 0.25,
          AnomalyKind.LEAK, 0.2,
          AnomalyKind.SHRINK, 0.25,
          AnomalyKind.FLATLINE, 0.1,
          AnomalyKind.PILE_UP, 0.2);

  private ThresholdFit() {}

  /**
   * @param peaks scores of the peaks of all volumes, by class, see {@link ClassPeaks}
   * @param volumes how many, above 0
   * @param nights judged nights of all of them together
   * @param budget false alarms per 1,000 volume-nights; a small site may spend one a month
   * @return the shipped thresholds when the nights are too few
   */
  public static AlarmThresholds fit(
      Map<AnomalyKind, List<Double>> peaks, int volumes, long nights, double budget) {
    if (nights < LEAST_NIGHTS) {
      return AlarmThresholds.SHIPPED;
    }
    double perThousand = Math.max(budget, 1000 / (NIGHTS_PER_MONTH * volumes));
    Map<AnomalyKind, Double> thresholds = new EnumMap<>(AnomalyKind.class);
    for (AnomalyKind kind : AnomalyKind.values()) {
      double allowed = perThousand * share(kind) * nights / 1000;
      double fitted = passedBy(allowed, peaks.getOrDefault(kind, List.of()));
      double least = Math.max(SEEN_BEFORE, LEAST_OF_SHIPPED * AlarmThresholds.SHIPPED.of(kind));
      thresholds.put(kind, Math.max(least, fitted));
    }
    return AlarmThresholds.of(thresholds);
  }

  private static double share(AnomalyKind kind) {
    Double share = SHARES.get(kind);
    return share == null ? 0 : share;
  }

  /** The score that so many of the peaks pass; 0 when there are not so many. */
  static double passedBy(double allowed, List<Double> peaks) {
    double[] sorted = peaks.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    if (n <= allowed) {
      return 0;
    }
    if (n < LEAST_PEAKS) {
      return Math.nextUp(sorted[n - 1 - (int) allowed]);
    }
    int over = (int) Math.min(n - 1, Math.max(LARGEST, 4 * allowed));
    double level = sorted[n - 1 - over];
    double[] excesses = Arrays.copyOfRange(sorted, n - over, n);
    for (int i = 0; i < over; i++) {
      excesses[i] -= level;
    }
    if (excesses[over - 1] == 0) {
      return Math.nextUp(level);
    }
    double probability = Math.min(1, allowed / over);
    return level + GeneralizedPareto.fit(excesses).excessOf(probability);
  }
}
