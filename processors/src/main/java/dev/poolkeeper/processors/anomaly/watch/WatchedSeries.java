package dev.poolkeeper.processors.anomaly.watch;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesPlace;

/** A series that is looked at for oddities, and where it belongs. */
public record WatchedSeries(SeriesKey key, SeriesKind kind, SeriesPlace place) {

  public WatchedSeries {
    requireNonNull(key, "key");
    requireNonNull(kind, "kind");
    requireNonNull(place, "place");
  }

  static WatchedSeries of(SeriesHistory history) {
    return new WatchedSeries(history.key(), history.kind(), history.place());
  }

  /**
   * Whether a series is watched: what is live in volumes, how full claims say they are, what pools
   * use, and how many snapshots there are. Sums over namespaces and classes move with their volumes
   * and would say everything twice.
   */
  public static boolean watches(SeriesHistory history) {
    return switch (history.kind()) {
      case VOLUME -> history.key().measure() == Measure.LIVE;
      case CLAIM, POOL -> true;
      case COUNT -> history.key().measure() == Measure.SNAPSHOTS;
      case DATASET, NAMESPACE, STORAGE_CLASS -> false;
    };
  }

  /** Whether it is one of many alike, of which a few may alarm falsely and many at once may not. */
  boolean ofFleet() {
    return kind == SeriesKind.VOLUME || kind == SeriesKind.CLAIM;
  }

  /** What its amounts are counted in. */
  public Measure.Unit unit() {
    return key.measure().unit();
  }

  public String source() {
    return place.source();
  }
}
