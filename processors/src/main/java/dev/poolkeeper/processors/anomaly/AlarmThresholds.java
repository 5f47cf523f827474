package dev.poolkeeper.processors.anomaly;

import java.util.EnumMap;
import java.util.Map;

/**
 * The score from which on each class alarms.
 *
 * <p>{@link #SHIPPED} is the fit for sites without a history of their own: see docs/anomalies.md,
 * "Thresholds", for the fleet it was made on and how to make it again. Real sites have heavier
 * tails; {@link ThresholdFit} makes a site's own from 2,000 volume-nights on.
 */
public final class AlarmThresholds {

  /** Fitted to about 0.75 false alarms per 1,000 volume-nights. */
  public static final AlarmThresholds SHIPPED =
      new AlarmThresholds(
          Map.of(
              AnomalyKind.GROWTH, 1.4,
              AnomalyKind.LEAK, 1.5,
              AnomalyKind.SHRINK, 1.15,
              AnomalyKind.FLATLINE, 1.1,
              AnomalyKind.PILE_UP, 4.4));

  private final Map<AnomalyKind, Double> scores;
  private final Map<AnomalyKind, Double> beforeRaised;

  private AlarmThresholds(Map<AnomalyKind, Double> scores) {
    this(scores, scores);
  }

  private AlarmThresholds(Map<AnomalyKind, Double> scores, Map<AnomalyKind, Double> beforeRaised) {
    this.scores = Map.copyOf(scores);
    this.beforeRaised = Map.copyOf(beforeRaised);
  }

  /**
   * @throws IllegalArgumentException a class is missing, or a threshold is not above 0
   */
  public static AlarmThresholds of(Map<AnomalyKind, Double> scores) {
    for (AnomalyKind kind : AnomalyKind.values()) {
      Double score = scores.get(kind);
      if (score == null || !(score > 0) || score.isInfinite()) {
        throw new IllegalArgumentException("the threshold of " + kind.label() + " is " + score);
      }
    }
    return new AlarmThresholds(scores);
  }

  public double of(AnomalyKind kind) {
    return of(kind, scores);
  }

  /** What it was before it was raised for one volume. */
  public double beforeRaised(AnomalyKind kind) {
    return of(kind, beforeRaised);
  }

  private static double of(AnomalyKind kind, Map<AnomalyKind, Double> scores) {
    Double score = scores.get(kind);
    if (score == null) {
      throw new IllegalStateException("no threshold for " + kind);
    }
    return score;
  }

  /**
   * For one volume, after a person called alarms of it expected: what scored so high before is no
   * news, and needs a quarter more to be.
   *
   * @param expected the highest score of an expected alarm, by class
   */
  public AlarmThresholds raisedBy(Map<AnomalyKind, Double> expected) {
    Map<AnomalyKind, Double> raised = new EnumMap<>(scores);
    expected.forEach((kind, score) -> raised.merge(kind, 1.25 * score, Math::max));
    return new AlarmThresholds(raised, beforeRaised);
  }

  @Override
  public String toString() {
    return new EnumMap<>(scores).toString();
  }
}
