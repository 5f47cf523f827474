package dev.poolkeeper.processors.protection;

import java.time.Instant;
import java.util.Optional;

/**
 * When the newest snapshots of a claim were made, by ZFS' own time; empty when there is none.
 *
 * @param any of its dataset, whoever made it
 * @param byTask whose name an enabled periodic task would have given
 * @param byVolumeSnapshot of a VolumeSnapshot of the claim that is ready
 * @param undated snapshots whose age is not told
 */
public record SnapshotTimes(
    Optional<Instant> any,
    Optional<Instant> byTask,
    Optional<Instant> byVolumeSnapshot,
    int undated) {

  static final SnapshotTimes NONE =
      new SnapshotTimes(Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** The youngest of them. */
  Optional<Instant> newest() {
    return later(any, byVolumeSnapshot);
  }

  static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isBefore(other.get()) ? other : one;
  }
}
