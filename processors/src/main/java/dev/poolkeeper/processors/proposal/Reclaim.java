package dev.poolkeeper.processors.proposal;

import java.util.Collection;
import java.util.OptionalLong;

/**
 * Bytes that a plan frees on its pool, between two bounds.
 *
 * <p>A dataset that nothing was cloned from frees what ZFS calls its {@code used}, so both bounds
 * are equal. A snapshot frees its own {@code used} at least, and no more than all snapshots of its
 * dataset hold together: blocks that several snapshots share count for none of them (zfsprops(7)).
 *
 * @param atLeast empty: not known
 * @param atMost empty: not known
 */
public record Reclaim(OptionalLong atLeast, OptionalLong atMost) {

  public static final Reclaim NOTHING = exactly(0);
  public static final Reclaim UNKNOWN = new Reclaim(OptionalLong.empty(), OptionalLong.empty());

  public Reclaim {
    atLeast.ifPresent(low -> atMost.ifPresent(high -> ordered(low, high)));
  }

  private static void ordered(long low, long high) {
    if (low < 0 || low > high) {
      throw new IllegalArgumentException("%d to %d bytes".formatted(low, high));
    }
  }

  public static Reclaim exactly(long bytes) {
    return new Reclaim(OptionalLong.of(bytes), OptionalLong.of(bytes));
  }

  public static Reclaim exactly(OptionalLong bytes) {
    return bytes.isPresent() ? exactly(bytes.getAsLong()) : UNKNOWN;
  }

  /** Of several plans together; a bound that is not known of one is not known of all. */
  public static Reclaim together(Collection<Reclaim> all) {
    return all.stream()
        .reduce(
            NOTHING,
            (one, other) ->
                new Reclaim(sum(one.atLeast, other.atLeast), sum(one.atMost, other.atMost)));
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(Math.addExact(one.getAsLong(), other.getAsLong()))
        : OptionalLong.empty();
  }
}
