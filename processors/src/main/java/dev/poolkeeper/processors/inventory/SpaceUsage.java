package dev.poolkeeper.processors.inventory;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * Space figures of one object on one night, all in bytes. Empty means the source did not say, which
 * is never the same as zero.
 *
 * @param usedBytes all space charged to the object, with its snapshots and children
 * @param availableBytes what could still be written
 * @param referencedBytes live data, without snapshots and children
 * @param snapshotBytes space that only snapshots hold (ZFS {@code usedbysnapshots})
 * @param childrenBytes space of child datasets (ZFS {@code usedbychildren})
 * @param reservedBytes space held by an unfilled reservation (ZFS {@code usedbyrefreservation})
 * @param capacityBytes the object's own limit: pool size, refquota or volsize
 */
public record SpaceUsage(
    OptionalLong usedBytes,
    OptionalLong availableBytes,
    OptionalLong referencedBytes,
    OptionalLong snapshotBytes,
    OptionalLong childrenBytes,
    OptionalLong reservedBytes,
    OptionalLong capacityBytes) {

  public static final SpaceUsage UNKNOWN =
      new SpaceUsage(
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());

  public SpaceUsage {
    requireNonNull(usedBytes, "usedBytes");
    requireNonNull(availableBytes, "availableBytes");
    requireNonNull(referencedBytes, "referencedBytes");
    requireNonNull(snapshotBytes, "snapshotBytes");
    requireNonNull(childrenBytes, "childrenBytes");
    requireNonNull(reservedBytes, "reservedBytes");
    requireNonNull(capacityBytes, "capacityBytes");
  }

  /** Only how much is used and how much is live: what a snapshot tells. */
  public static SpaceUsage ofSnapshot(OptionalLong usedBytes, OptionalLong referencedBytes) {
    return new SpaceUsage(
        usedBytes,
        OptionalLong.empty(),
        referencedBytes,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  /** Used, free and size: what a pool or a mounted claim tells. */
  public static SpaceUsage ofCapacity(OptionalLong used, OptionalLong free, OptionalLong size) {
    return new SpaceUsage(
        used,
        free,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        size);
  }
}
