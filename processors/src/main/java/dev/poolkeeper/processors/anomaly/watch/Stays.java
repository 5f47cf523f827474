package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.util.List;

/** Whether a rise is a new level: a step on its night that the days after it have not undone. */
final class Stays {

  private static final int APART = 2;

  private Stays() {}

  static Anomaly judged(Anomaly anomaly, List<SeriesPattern> patterns) {
    boolean rise = anomaly.kind() == AnomalyKind.GROWTH || anomaly.kind() == AnomalyKind.LEAK;
    if (!rise) {
      return anomaly;
    }
    long alarmed = anomaly.alarm().day().toEpochDay();
    boolean stays =
        patterns.stream()
            .filter(pattern -> pattern.label().equals("step") && pattern.size() > 0)
            .anyMatch(step -> Math.abs(step.day().toEpochDay() - alarmed) <= APART);
    return anomaly.thatStayed(stays);
  }
}
