package dev.poolkeeper.processors.anomaly;

import java.util.List;
import java.util.Map;

/** The last steps of a series judged, and what the next one has to know of them. */
public final class ResumedScan {

  private final List<ScannedStep> steps;
  private final TrustedValues values;
  private final Map<AnomalyKind, RunningEpisode> running;

  ResumedScan(ScannedStep[] steps, TrustedValues values, Map<AnomalyKind, RunningEpisode> running) {
    this.steps = List.of(steps);
    this.values = values;
    this.running = Map.copyOf(running);
  }

  /** In order; those that were judged before are not there. */
  public List<ScannedStep> steps() {
    return steps;
  }

  /** Episodes that were over their threshold within the last seven steps. */
  public Map<AnomalyKind, RunningEpisode> running() {
    return running;
  }

  /** What became of the reading of any step, as known at the end. */
  public Reading reading(int step) {
    return values.reading(step);
  }

  /** The value believed at any step, carried over steps without one; NaN before the first. */
  public double value(int step) {
    return values.value(step);
  }

  /** The step at which the value believed at a step was read; -1 before the first one. */
  public int readAt(int step) {
    return values.readAt(step);
  }
}
