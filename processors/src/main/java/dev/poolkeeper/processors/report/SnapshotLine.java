package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ZFS snapshot.
 *
 * @param content subject of the VolumeSnapshotContent it backs, empty when none
 * @param usedBytes space only this snapshot holds
 * @param retention overdue, unowned, held, future, unparsable or undecided; empty when it is kept,
 *     a CSI driver's, or not of the newest night
 * @param reasons who says so
 * @param removeAt when it is due, or was
 */
public record SnapshotLine(
    String subject,
    Optional<Instant> createdAt,
    Optional<String> content,
    OptionalLong usedBytes,
    OptionalLong referencedBytes,
    Optional<String> retention,
    List<String> reasons,
    Optional<Instant> removeAt) {

  public SnapshotLine {
    reasons = List.copyOf(reasons);
  }
}
