package dev.poolkeeper.processors.space;

import java.util.OptionalLong;

/**
 * What the snapshots of a dataset hold that cannot go because clones stand on them.
 *
 * <p>ZFS tells no figure for that. It tells {@code used} of each snapshot, the blocks that no other
 * snapshot of the dataset and not its live data has: destroying several frees at least their sum.
 * Blocks that neighbouring snapshots share are in none of these figures, so the true one is larger;
 * it can exceed neither what the snapshots reference nor {@code usedbysnapshots}.
 *
 * @param snapshots how many snapshots are pinned
 * @param clones how many clones stand on them
 * @param atLeastBytes the lower bound, empty when a snapshot did not tell its figure
 * @param atMostBytes the upper bound, empty when none is known
 */
public record Pins(
    long snapshots, long clones, OptionalLong atLeastBytes, OptionalLong atMostBytes) {

  public static final Pins NONE = new Pins(0, 0, OptionalLong.empty(), OptionalLong.empty());

  /**
   * Figures of snapshots may be older than that of their dataset; a lower bound above the upper one
   * is such a case, and is dropped.
   *
   * @param uniqueBytes sum of {@code used} over the pinned snapshots
   * @param referencedBytes sum of {@code referenced} over them
   * @param snapshotBytes {@code usedbysnapshots} of the dataset
   */
  public static Pins of(
      long snapshots,
      long clones,
      OptionalLong uniqueBytes,
      OptionalLong referencedBytes,
      OptionalLong snapshotBytes) {
    if (snapshots == 0) {
      return NONE;
    }
    OptionalLong atMost = smaller(referencedBytes, snapshotBytes);
    boolean stale = uniqueBytes.orElse(0) > atMost.orElse(Long.MAX_VALUE);
    return new Pins(snapshots, clones, stale ? OptionalLong.empty() : uniqueBytes, atMost);
  }

  private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isPresent() ? a : b;
    }
    return OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
  }
}
