package dev.poolkeeper.processors.anomaly;

import dev.poolkeeper.processors.finding.Severity;

/** How urgent an anomaly is. */
public final class AnomalySeverity {

  private static final double HALF = 0.5;
  private static final double LIKELY = 0.3;

  private AnomalySeverity() {}

  /**
   * Critical: half of a volume or more gone in one night. Warning: growth that brings a full volume
   * near, which it does when the probability to be full within 30 days passes 0.3 with it. Else
   * info.
   *
   * @param before value the night before; 0 or less when not known
   * @param fullWithin30DaysBefore probability without the anomaly, 0 when not known
   * @param fullWithin30DaysNow with it
   */
  public static Severity of(
      AnomalyKind kind,
      double before,
      double now,
      double fullWithin30DaysBefore,
      double fullWithin30DaysNow) {
    return switch (kind) {
      case SHRINK ->
          before > 0 && before - now >= HALF * before ? Severity.CRITICAL : Severity.INFO;
      case GROWTH, LEAK ->
          fullWithin30DaysNow >= LIKELY && fullWithin30DaysBefore < LIKELY
              ? Severity.WARNING
              : Severity.INFO;
      case FLATLINE, PILE_UP -> Severity.INFO;
    };
  }
}
