package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.ScannedStep;

/** Which days of a series say something, and which of them thresholds are fitted to. */
final class JudgedDays {

  private static final int LEAST_MOVES = 14;
  private static final int GROWN_UP = 60;

  private JudgedDays() {}

  /** Whether scores of that day mean anything at all. */
  static boolean says(ScannedStep step) {
    return step.restsOn() >= LEAST_MOVES;
  }

  /** Whether it was read with so much history behind it that scores count in full. */
  static boolean countsForFit(ScannedStep step) {
    return ScannedSeries.read(step) && step.restsOn() >= GROWN_UP;
  }

  /** The score below which a fitted threshold never falls: what is lower need not be kept. */
  static double noticeable(AnomalyKind kind) {
    return 0.5 * AlarmThresholds.SHIPPED.of(kind);
  }
}
