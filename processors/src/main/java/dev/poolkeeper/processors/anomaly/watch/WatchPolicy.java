package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.processors.anomaly.ThresholdFit;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;

/**
 * What is worth an alarm.
 *
 * @param budget false alarms that a site accepts per 1,000 volume-nights
 * @param leastMoveBytes smaller moves do not count, however unusual
 * @param leastShare moves below this share of the capacity do not count, where it is known
 */
public record WatchPolicy(double budget, long leastMoveBytes, double leastShare) {

  /** 1 per 1,000 nights, 1 GiB, 1 %. */
  public static final WatchPolicy DEFAULT =
      new WatchPolicy(ThresholdFit.DEFAULT_BUDGET, 1L << 30, 0.01);

  private static final double LEAST_COUNT = 5;

  public WatchPolicy {
    if (!(budget > 0) || leastMoveBytes < 0 || !(leastShare >= 0 && leastShare <= 1)) {
      throw new IllegalArgumentException(
          "no policy: %s, %d, %s".formatted(budget, leastMoveBytes, leastShare));
    }
  }

  Materiality of(SeriesHistory history) {
    if (history.key().measure().unit() == Measure.Unit.COUNT) {
      return new Materiality(LEAST_COUNT, 0);
    }
    double capacity = history.limit().map(limit -> (double) limit.amount()).orElse(0.0);
    return new Materiality(leastMoveBytes, capacity, leastShare);
  }
}
