package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.Collection;
import java.util.OptionalLong;

/**
 * What removing a set of snapshots of one dataset frees.
 *
 * <p>ZFS tells of each snapshot what only it holds, and of the dataset what all of them hold
 * together; what some share and no other does, it tells of none. So the set frees at least the sum
 * of what each of it alone holds, and at most what all hold less what each of the others alone
 * holds. Both are equal when all of them go. Source: zfsprops(7), {@code used} of a snapshot and
 * {@code usedbysnapshots}.
 *
 * @param atLeast lower bound in bytes; snapshots that do not tell count as 0
 * @param atMost upper bound; empty when the dataset does not tell
 */
public record FreedBytes(long atLeast, OptionalLong atMost) {

  public static final FreedBytes NOTHING = new FreedBytes(0, OptionalLong.of(0));

  /**
   * @param going of the dataset
   * @param staying all others of it
   * @param snapshotBytes what all of them hold together
   */
  public static FreedBytes of(
      Collection<ZfsSnapshot> going, Collection<ZfsSnapshot> staying, OptionalLong snapshotBytes) {
    return going.isEmpty()
        ? NOTHING
        : of(sum(going), sum(staying), staying.isEmpty(), snapshotBytes);
  }

  /**
   * The same of a set that is not empty.
   *
   * @param going what each of those that go holds alone, summed up
   * @param staying the same of all others of the dataset
   * @param all whether there are no others
   */
  static FreedBytes of(long going, long staying, boolean all, OptionalLong snapshotBytes) {
    if (snapshotBytes.isEmpty()) {
      return new FreedBytes(going, OptionalLong.empty());
    }
    long most = Math.max(snapshotBytes.getAsLong() - staying, going);
    return new FreedBytes(all ? most : going, OptionalLong.of(most));
  }

  private static long sum(Collection<ZfsSnapshot> snapshots) {
    long sum = 0;
    for (ZfsSnapshot snapshot : snapshots) {
      sum = Math.addExact(sum, Math.max(snapshot.usage().usedBytes().orElse(0), 0));
    }
    return sum;
  }

  /** Of two datasets together. */
  public FreedBytes plus(FreedBytes other) {
    return new FreedBytes(
        Math.addExact(atLeast, other.atLeast),
        atMost.isPresent() && other.atMost.isPresent()
            ? OptionalLong.of(Math.addExact(atMost.getAsLong(), other.atMost.getAsLong()))
            : OptionalLong.empty());
  }
}
