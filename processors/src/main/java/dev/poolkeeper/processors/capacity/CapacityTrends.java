package dev.poolkeeper.processors.capacity;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.growth.Fullness.Outlook;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * What the judges of capacity know beside the night itself.
 *
 * @param outlooks tonight's forecasts, as far as they {@link #matter}
 * @param snapshotsBefore what snapshots held on an earlier night, at most one per pool
 */
public record CapacityTrends(
    CapacityPolicy policy, List<SeriesOutlook> outlooks, List<SnapshotsBefore> snapshotsBefore) {

  /** Nothing is forecast and nothing is remembered; the usual thresholds. */
  public static final CapacityTrends NONE =
      new CapacityTrends(CapacityPolicy.DEFAULT, List.of(), List.of());

  /**
   * What the snapshots of a pool held together.
   *
   * @param bytes sum of {@code usedbysnapshots} over its datasets
   */
  public record SnapshotsBefore(Subject pool, LocalDate day, long bytes) {}

  public CapacityTrends {
    requireNonNull(policy, "policy");
    outlooks = List.copyOf(outlooks);
    snapshotsBefore = List.copyOf(snapshotsBefore);
  }

  /**
   * Whether a forecast can make a verdict: it fills or is full, it is of a pool or a count, its
   * level is known though no forecast could be made, or it is not known how full it is. Most
   * volumes never fill, so that few need to be kept.
   */
  public static boolean matter(SeriesOutlook outlook) {
    boolean filling =
        outlook
            .forecast()
            .map(forecast -> forecast.fullness().outlook())
            .filter(word -> word == Outlook.FULL || word == Outlook.FILLS)
            .isPresent();
    boolean unforecast = outlook.forecast().isEmpty() && outlook.limit().isPresent();
    return filling
        || unforecast
        || outlook.kind() == SeriesKind.POOL
        || outlook.kind() == SeriesKind.COUNT
        || FillRatio.of(outlook).orElse(0) >= FillRating.NEARLY_FULL;
  }
}
