package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a rise is a new level: there is a step on its night, and four nights later at least half
 * of it is still there.
 */
final class Stays {

  private static final int APART = 2;
  private static final int LATER = 4;
  private static final double LEFT = 0.5;

  private Stays() {}

  /**
   * @param night the night it is
   * @param level the value believed now
   */
  static Anomaly judged(
      Anomaly anomaly, List<SeriesPattern> patterns, LocalDate night, double level) {
    boolean rise = anomaly.kind() == AnomalyKind.GROWTH || anomaly.kind() == AnomalyKind.LEAK;
    if (!rise) {
      return anomaly;
    }
    long alarmed = anomaly.alarm().day().toEpochDay();
    boolean late = !anomaly.alarm().day().plusDays(LATER).isAfter(night);
    boolean there = level - anomaly.alarm().before() >= LEFT * anomaly.alarm().move();
    boolean stays =
        late
            && there
            && patterns.stream()
                .filter(pattern -> pattern.label().equals("step") && pattern.size() > 0)
                .anyMatch(step -> Math.abs(step.day().toEpochDay() - alarmed) <= APART);
    return anomaly.thatStayed(stays);
  }
}
