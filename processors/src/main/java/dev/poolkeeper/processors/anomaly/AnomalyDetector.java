package dev.poolkeeper.processors.anomaly;

import java.util.Map;
import java.util.Optional;

/**
 * Judges each step of a series against what was before it: five scores, one threshold per class,
 * materiality, one alarm per episode. What is said of a step depends on steps up to it only.
 *
 * <p>Linear in the number of steps. Deterministic. Missing steps are neither judged nor compared
 * with. An empty series, one of missing steps only and one of fewer than 14 moves give no alarm.
 *
 * <p>A fall by half or more between two readings alarms though the series fell as far before, once
 * it has 14 readings: losing half of a volume is not routine. Only a series that does so a fourth
 * time within 60 steps is left to its scores; it swings.
 */
public final class AnomalyDetector {

  private static final int LEAST_HISTORY = 14;

  private AnomalyDetector() {}

  /**
   * @param values one per step, NaN where missing; not changed
   */
  public static AnomalyScan scan(
      double[] values, AlarmThresholds thresholds, Materiality materiality) {
    TrustedValues trusted = new TrustedValues(values.length);
    ClassScores scores = new ClassScores(trusted, values.length);
    Episodes episodes = new Episodes();
    Halvings halvings = new Halvings();
    DayJudgement[] days = new DayJudgement[values.length];
    int known = 0;
    for (int step = 0; step < values.length; step++) {
      double before = step == 0 ? Double.NaN : trusted.value(step - 1);
      Reading reading = trusted.accept(step, values[step]);
      Map<AnomalyKind, Signal> signals = scores.at(step);
      boolean read = reading == Reading.TRUSTED || reading == Reading.RETURNED;
      if (read && known >= LEAST_HISTORY) {
        halvings
            .at(step, before, trusted.value(step), thresholds.of(AnomalyKind.SHRINK))
            .ifPresent(lost -> signals.merge(AnomalyKind.SHRINK, lost, Signal::orStronger));
      }
      known += read ? 1 : 0;
      days[step] =
          read
              ? judge(step, signals, thresholds, materiality, episodes, trusted)
              : DayJudgement.QUIET;
    }
    return AnomalyScan.of(days, trusted, values.length);
  }

  private static DayJudgement judge(
      int step,
      Map<AnomalyKind, Signal> signals,
      AlarmThresholds thresholds,
      Materiality materiality,
      Episodes episodes,
      TrustedValues values) {
    double strongest = 0;
    double alarmed = 0;
    Optional<AnomalyKind> alarm = Optional.empty();
    for (Map.Entry<AnomalyKind, Signal> entry : signals.entrySet()) {
      AnomalyKind kind = entry.getKey();
      double relative = entry.getValue().score() / thresholds.of(kind);
      strongest = Math.max(strongest, relative);
      boolean alarms =
          materiality.matters(entry.getValue().size()) && episodes.alarms(kind, step, relative);
      if (alarms && relative > alarmed) {
        alarmed = relative;
        alarm = Optional.of(kind);
      }
    }
    String evidence =
        alarm.map(kind -> Evidence.of(kind, signals.get(kind), step, values)).orElse("");
    return new DayJudgement(strongest, alarm, evidence);
  }
}
