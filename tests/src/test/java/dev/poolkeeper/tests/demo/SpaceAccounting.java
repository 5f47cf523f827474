package dev.poolkeeper.tests.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up a pool's datasets the way ZFS does: a dataset's use is its own bytes and those of all its
 * children.
 */
final class SpaceAccounting {
  private final Map<String, Long> childrenBytes = new HashMap<>();
  private final Map<String, Long> poolUsedBytes = new HashMap<>();
  private final Map<String, Long> poolReservedBytes = new HashMap<>();

  SpaceAccounting(List<Dataset> datasets) {
    for (Dataset dataset : datasets) {
      poolUsedBytes.merge(dataset.pool(), dataset.ownBytes(), Math::addExact);
      poolReservedBytes.merge(dataset.pool(), dataset.refreservationBytes(), Math::addExact);
      String ancestor = dataset.parent();
      while (!ancestor.isEmpty()) {
        childrenBytes.merge(ancestor, dataset.ownBytes(), Math::addExact);
        ancestor = ancestor.contains("/") ? ancestor.substring(0, ancestor.lastIndexOf('/')) : "";
      }
    }
  }

  long childrenBytes(Dataset dataset) {
    return childrenBytes.getOrDefault(dataset.id, 0L);
  }

  long usedBytes(Dataset dataset) {
    return dataset.ownBytes() + childrenBytes(dataset);
  }

  /** A refquota narrows what a file system may still take; a reservation widens it for a zvol. */
  long availableBytes(Dataset dataset) {
    long free =
        Pool.named(dataset.pool()).usableBytes() - poolUsedBytes.getOrDefault(dataset.pool(), 0L);
    if (dataset.zvol) {
      return free + dataset.refreservationBytes();
    }
    return dataset.limitBytes == 0
        ? free
        : Math.max(0, Math.min(free, dataset.limitBytes - dataset.dataBytes));
  }

  long allocatedBytes(Pool pool) {
    long used = poolUsedBytes.getOrDefault(pool.label(), 0L);
    return pool.rawBytes(used - poolReservedBytes.getOrDefault(pool.label(), 0L));
  }
}
