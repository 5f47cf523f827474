package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.TemporaryName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ZFS snapshots that protect, of the datasets that matter, newest first.
 *
 * <p>A snapshot does not protect when it is only kept alive by a clone or hold ({@code
 * defer_destroy}), when a driver took it for a clone or copy and removes it with that, or when it
 * is dated more than an hour ahead, which no clock excuses.
 */
final class SnapshotShelf {

  /** As far as a NAS may be ahead, see {@link dev.poolkeeper.processors.health}. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final Comparator<ZfsSnapshot> NEWEST_FIRST =
      Comparator.comparing((ZfsSnapshot snapshot) -> snapshot.createdAt().orElse(Instant.MIN))
          .thenComparing(ZfsSnapshot::name)
          .reversed();

  private final Instant latest;
  private final Map<String, Map<String, List<ZfsSnapshot>>> byDataset = new HashMap<>();

  /**
   * @param datasets whose snapshots are asked for; others are not kept
   */
  SnapshotShelf(Night night, Set<Subject> datasets) {
    this.latest = night.asOf().plus(AHEAD);
    for (Subject dataset : datasets) {
      byDataset
          .computeIfAbsent(dataset.source(), nas -> new HashMap<>())
          .put(dataset.name(), new ArrayList<>());
    }
    for (ZfsSnapshot snapshot : night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      Map<String, List<ZfsSnapshot>> ofNas = byDataset.getOrDefault(snapshot.nas(), Map.of());
      Optional.ofNullable(ofNas.get(snapshot.dataset()))
          .filter(kept -> protects(snapshot))
          .ifPresent(kept -> kept.add(snapshot));
    }
    byDataset.values().forEach(ofNas -> ofNas.values().forEach(kept -> kept.sort(NEWEST_FIRST)));
  }

  /** Newest first, undated ones last; empty also for a dataset that was not asked for. */
  List<ZfsSnapshot> of(Subject dataset) {
    return byDataset
        .getOrDefault(dataset.source(), Map.of())
        .getOrDefault(dataset.name(), List.of());
  }

  /** Whether one may restore from the snapshot. */
  boolean protects(ZfsSnapshot snapshot) {
    return !snapshot.destroyPending()
        && !TemporaryName.of(snapshot)
        && snapshot.createdAt().filter(latest::isBefore).isEmpty();
  }
}
