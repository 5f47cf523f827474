package dev.poolkeeper.processors.space;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import java.util.Optional;
import java.util.OptionalLong;

/** Figures of datasets, volumes and pools, told or not. */
final class Spaces {

  static final OptionalLong NONE = OptionalLong.empty();

  private Spaces() {}

  static OptionalLong known(long bytes) {
    return OptionalLong.of(bytes);
  }

  /** A dataset of which everything was told. */
  static SpaceUsage usage(long used, long snapshots, long children, long reserved, long limit) {
    return new SpaceUsage(
        known(used),
        NONE,
        NONE,
        known(snapshots),
        known(children),
        known(reserved),
        limit == 0 ? NONE : known(limit));
  }

  /** A dataset of which only used was told, as by CORE. */
  static SpaceUsage onlyUsed(long used) {
    return new SpaceUsage(known(used), NONE, NONE, NONE, NONE, NONE, NONE);
  }

  static SpaceUsage referencing(SpaceUsage usage, long referenced) {
    return new SpaceUsage(
        usage.usedBytes(),
        NONE,
        known(referenced),
        usage.snapshotBytes(),
        usage.childrenBytes(),
        usage.reservedBytes(),
        usage.capacityBytes());
  }

  static VolumeSpace volume(String name, String dataset, long capacity, SpaceUsage usage) {
    return volume(name, dataset, capacity, usage, Optional.empty());
  }

  static VolumeSpace volume(
      String name, String dataset, long capacity, SpaceUsage usage, Optional<String> origin) {
    return VolumeSpace.of(
        "prod-a/persistentvolumes/" + name,
        Optional.of("media/" + name),
        capacity == 0 ? NONE : known(capacity),
        new VolumeSpace.Backing(
            "nas1/datasets/tank/" + dataset, "nas1/pools/tank", usage, origin, Pins.NONE));
  }

  static PoolShare share(SpaceCategory category, OptionalLong bytes) {
    return new PoolShare(category.word(), "", 1, bytes.isEmpty() ? 1 : 0, bytes, NONE, NONE, NONE);
  }
}
