package dev.poolkeeper.processors.anomaly;

import java.util.EnumMap;
import java.util.Map;

/**
 * One alarm per episode. An episode of a class begins when its score reaches the threshold and ends
 * after seven steps below it (the refractory period). Within it only a score half as high again as
 * the last alarm's alarms anew, and never that of a stand-still or a pile-up, which rises with time
 * alone. Growth and leak share their episodes: a jump is also a rise over 28 days, and is told
 * once.
 */
final class Episodes {

  private static final int REFRACTORY = 7;
  private static final double WORSE = 1.5;

  private final Map<AnomalyKind, RunningEpisode> running = new EnumMap<>(AnomalyKind.class);

  Episodes() {
    this(Map.of());
  }

  /**
   * @param before episodes that were running before the first step that is asked about
   */
  Episodes(Map<AnomalyKind, RunningEpisode> before) {
    running.putAll(before);
  }

  /** Those that still run at a step: over their threshold within the last seven steps. */
  Map<AnomalyKind, RunningEpisode> runningAt(int step) {
    Map<AnomalyKind, RunningEpisode> still = new EnumMap<>(running);
    still.values().removeIf(episode -> step - episode.lastOver() > REFRACTORY);
    return still;
  }

  /** The step on which the running episode of a class began. */
  int began(AnomalyKind kind) {
    RunningEpisode episode = running.get(kind);
    if (episode == null) {
      throw new IllegalStateException("no episode of " + kind);
    }
    return episode.began();
  }

  /** What a step said was a fault of the collector: nothing has begun there. */
  void forget(int step) {
    running.values().removeIf(episode -> episode.began() == step);
  }

  /**
   * @param relative score over threshold
   * @return whether this is an alarm
   */
  boolean alarms(AnomalyKind kind, int step, double relative) {
    if (relative < 1) {
      return false;
    }
    double alarmed = 0;
    int began = step;
    for (Map.Entry<AnomalyKind, RunningEpisode> entry : running.entrySet()) {
      boolean goesOn = step - entry.getValue().lastOver() <= REFRACTORY;
      if (goesOn && entry.getKey().sharesEpisodeWith(kind)) {
        alarmed = Math.max(alarmed, entry.getValue().alarmed());
        began = Math.min(began, entry.getValue().began());
      }
    }
    boolean alarm = alarmed == 0 || (kind.isMove() && relative > WORSE * alarmed);
    running.put(kind, new RunningEpisode(began, step, alarm ? relative : alarmed));
    return alarm;
  }
}
