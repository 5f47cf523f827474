package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.ThresholdFit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the peaks of a site for {@link ThresholdFit}: of each run of noticeable nights of a
 * series and class, at most seven nights apart, the highest.
 *
 * <p>Peaks below half of the shipped threshold are not kept by the ledger; no fitted threshold can
 * fall below that, so they would change nothing but the number of runs, which they would join.
 */
public final class SiteFit {

  private static final int APART = 7;

  private final Map<AnomalyKind, List<Double>> runs = new EnumMap<>(AnomalyKind.class);
  private @Nullable Peak last;

  /** Peaks by series, class and day, ascending. */
  public void add(Peak peak) {
    Peak before = last;
    List<Double> scores = runs.computeIfAbsent(peak.kind(), kind -> new ArrayList<>());
    boolean sameRun =
        before != null
            && before.kind() == peak.kind()
            && before.key().equals(peak.key())
            && !before.day().plusDays(APART).isBefore(peak.day());
    if (sameRun) {
      int newest = scores.size() - 1;
      scores.set(newest, Math.max(scores.get(newest), peak.score()));
    } else {
      scores.add(peak.score());
    }
    last = peak;
  }

  /**
   * The shipped thresholds while there are fewer than {@link ThresholdFit#LEAST_NIGHTS} nights.
   *
   * @param night the newest whose peaks were given
   * @param volumes volumes and claims of that night
   * @param nights volume-nights the peaks were found in
   */
  public SiteThresholds fit(LocalDate night, int volumes, long nights, double budget) {
    AlarmThresholds thresholds = ThresholdFit.fit(runs, Math.max(1, volumes), nights, budget);
    return new SiteThresholds(night, thresholds, nights, volumes, budget);
  }
}
