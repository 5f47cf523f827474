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

  /** The running episode of a class. */
  private record Episode(int lastOver, double alarmed) {}

  private final Map<AnomalyKind, Episode> running = new EnumMap<>(AnomalyKind.class);

  /**
   * @param relative score over threshold
   * @return whether this is an alarm
   */
  boolean alarms(AnomalyKind kind, int step, double relative) {
    if (relative < 1) {
      return false;
    }
    double alarmed = 0;
    for (Map.Entry<AnomalyKind, Episode> entry : running.entrySet()) {
      boolean goesOn = step - entry.getValue().lastOver() <= REFRACTORY;
      if (goesOn && entry.getKey().sharesEpisodeWith(kind)) {
        alarmed = Math.max(alarmed, entry.getValue().alarmed());
      }
    }
    boolean alarm = alarmed == 0 || (kind.isMove() && relative > WORSE * alarmed);
    running.put(kind, new Episode(step, alarm ? relative : alarmed));
    return alarm;
  }
}
