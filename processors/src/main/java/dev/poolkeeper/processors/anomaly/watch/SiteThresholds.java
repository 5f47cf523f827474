package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import java.time.LocalDate;

/**
 * A site's thresholds and what they rest on.
 *
 * @param fittedOn the night whose peaks were the newest; used by later nights only
 * @param nights volume-nights they rest on
 * @param volumes volumes and claims that the budget was shared out over
 * @param budget false alarms per 1,000 volume-nights they allow
 */
public record SiteThresholds(
    LocalDate fittedOn, AlarmThresholds thresholds, long nights, int volumes, double budget) {

  /** Nights after which they are fitted anew. */
  public static final int LIFETIME = 7;

  /** Nights of the past that count. */
  public static final int DEPTH = 365;

  public SiteThresholds {
    requireNonNull(fittedOn, "fittedOn");
    requireNonNull(thresholds, "thresholds");
  }

  /** Whether another fit is due on a night, with a budget. */
  public boolean outdatedOn(LocalDate night, double wanted) {
    return !fittedOn.plusDays(LIFETIME).isAfter(night) || wanted != budget;
  }
}
