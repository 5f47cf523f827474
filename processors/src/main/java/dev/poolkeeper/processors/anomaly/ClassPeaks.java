package dev.poolkeeper.processors.anomaly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The highest score of each run of nights of a series, by class: what {@link ThresholdFit} is made
 * of. Nights of one run are at most seven apart.
 */
public final class ClassPeaks {

  private static final int APART = 7;

  private ClassPeaks() {}

  /**
   * @param values one per step, NaN where missing
   * @param first step from which on peaks count; those before only make history
   */
  public static Map<AnomalyKind, List<Double>> of(double[] values, int first) {
    Map<AnomalyKind, List<Double>> peaks = new EnumMap<>(AnomalyKind.class);
    Map<AnomalyKind, Integer> last = new EnumMap<>(AnomalyKind.class);
    TrustedValues trusted = new TrustedValues(values.length);
    ClassScores scores = new ClassScores(trusted, values.length);
    for (int step = 0; step < values.length; step++) {
      trusted.accept(step, values[step]);
      for (Map.Entry<AnomalyKind, Signal> entry : scores.at(step).entrySet()) {
        double score = entry.getValue().score();
        if (step >= first && score > 0) {
          AnomalyKind kind = entry.getKey();
          Integer before = last.put(kind, step);
          boolean apart = before == null || step - before > APART;
          put(peaks.computeIfAbsent(kind, k -> new ArrayList<>()), score, apart);
        }
      }
    }
    return peaks;
  }

  private static void put(List<Double> peaks, double score, boolean apart) {
    int newest = peaks.size() - 1;
    if (apart) {
      peaks.add(score);
    } else if (score > peaks.get(newest)) {
      peaks.set(newest, score);
    }
  }
}
