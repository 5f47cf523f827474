package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one snapshot.
 *
 * @param reasons who says so, at least one
 * @param removeAt when it is due, or was
 */
public record SnapshotVerdict(
    ZfsSnapshot snapshot, SnapshotState state, List<String> reasons, Optional<Instant> removeAt) {

  public SnapshotVerdict {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException(snapshot.id() + " is " + state + " for no reason");
    }
  }

  static SnapshotVerdict of(ZfsSnapshot snapshot, SnapshotState state, String reason) {
    return new SnapshotVerdict(snapshot, state, List.of(reason), Optional.empty());
  }
}
