package dev.poolkeeper.processors.anomaly;

import java.util.EnumMap;
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

  private final AlarmThresholds thresholds;
  private final Materiality materiality;
  private final int first;
  private final TrustedValues trusted;
  private final ClassScores scores;
  private final Episodes episodes;
  private final Halvings halvings = new Halvings();
  private int known;

  private AnomalyDetector(
      int length,
      int first,
      Map<AnomalyKind, RunningEpisode> running,
      AlarmThresholds thresholds,
      Materiality materiality) {
    this.thresholds = thresholds;
    this.materiality = materiality;
    this.first = first;
    this.trusted = new TrustedValues(length);
    this.scores = new ClassScores(trusted, length, first);
    this.episodes = new Episodes(running);
  }

  /**
   * @param values one per step, NaN where missing; not changed
   */
  public static AnomalyScan scan(
      double[] values, AlarmThresholds thresholds, Materiality materiality) {
    AnomalyDetector detector =
        new AnomalyDetector(values.length, 0, Map.of(), thresholds, materiality);
    DayJudgement[] days = new DayJudgement[values.length];
    for (int step = 0; step < values.length; step++) {
      days[step] = detector.judgement(detector.next(step, values[step]));
    }
    return AnomalyScan.of(days, detector.trusted, values.length);
  }

  /**
   * Judges the last steps of a series whose earlier ones were judged before, and says of them what
   * a scan of all would have said. Steps before {@code first} cost next to nothing.
   *
   * @param values one per step, NaN where missing; not changed
   * @param first step to begin with
   * @param running episodes after the step before, as an earlier call left them
   */
  public static ResumedScan resume(
      double[] values,
      int first,
      Map<AnomalyKind, RunningEpisode> running,
      AlarmThresholds thresholds,
      Materiality materiality) {
    AnomalyDetector detector =
        new AnomalyDetector(values.length, first, running, thresholds, materiality);
    ScannedStep[] steps = new ScannedStep[Math.max(0, values.length - first)];
    for (int step = 0; step < values.length; step++) {
      ScannedStep scanned = detector.next(step, values[step]);
      if (step >= first) {
        steps[step - first] = scanned;
      }
    }
    return new ResumedScan(steps, detector.trusted, detector.episodes.runningAt(values.length - 1));
  }

  private ScannedStep next(int step, double value) {
    double before = step == 0 ? Double.NaN : trusted.value(step - 1);
    Reading reading = trusted.accept(step, value);
    if (step > 0 && trusted.reading(step - 1) == Reading.GLITCH) {
      episodes.forget(step - 1);
    }
    Map<AnomalyKind, Signal> signals = scores.at(step);
    boolean read = reading == Reading.TRUSTED || reading == Reading.RETURNED;
    if (read && known >= LEAST_HISTORY) {
      halvings
          .at(step, before, trusted.value(step), thresholds.beforeRaised(AnomalyKind.SHRINK))
          .filter(lost -> step >= first)
          .ifPresent(lost -> signals.merge(AnomalyKind.SHRINK, lost, Signal::orStronger));
    }
    known += read ? 1 : 0;
    return read
        ? judge(step, reading, signals)
        : new ScannedStep(step, reading, Map.of(), 0, scores.known(), Optional.empty(), step);
  }

  private ScannedStep judge(int step, Reading reading, Map<AnomalyKind, Signal> signals) {
    double strongest = 0;
    double alarmed = 0;
    Optional<AnomalyKind> alarm = Optional.empty();
    Map<AnomalyKind, Signal> material = new EnumMap<>(AnomalyKind.class);
    for (Map.Entry<AnomalyKind, Signal> entry : signals.entrySet()) {
      AnomalyKind kind = entry.getKey();
      double relative = entry.getValue().score() / thresholds.of(kind);
      strongest = Math.max(strongest, relative);
      if (relative == 0 || !materiality.matters(entry.getValue().size())) {
        continue;
      }
      material.put(kind, entry.getValue());
      if (episodes.alarms(kind, step, relative) && relative > alarmed) {
        alarmed = relative;
        alarm = Optional.of(kind);
      }
    }
    int began = alarm.map(episodes::began).orElse(step);
    return new ScannedStep(step, reading, material, strongest, scores.known(), alarm, began);
  }

  private DayJudgement judgement(ScannedStep step) {
    if (step.strongest() == 0 && step.alarm().isEmpty()) {
      return DayJudgement.QUIET;
    }
    String evidence =
        step.alarm()
            .map(kind -> Evidence.of(kind, step.signals().get(kind), step.step(), trusted))
            .orElse("");
    return new DayJudgement(step.strongest(), step.alarm(), evidence);
  }
}
