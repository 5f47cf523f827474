package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.SpaceCategory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A pool with usable space, as its root dataset tells it (parity left out).
 *
 * @param usedBytes used by all datasets
 * @param availableBytes what datasets can still take
 * @param snapshotBytes held by snapshots alone, summed over its datasets
 * @param rawSizeBytes size of the pool with parity
 * @param datasets number of datasets and zvols that were listed
 * @param snapshots number of ZFS snapshots
 * @param usableBytes used and available together
 * @param kubernetesBytes of used, what volumes of Kubernetes take, their snapshots included
 * @param kubernetesSnapshotBytes of that, what only snapshots hold
 * @param unclaimedBytes of used, what CSI drivers made and nothing uses
 * @param remainderBytes of used, what is no listed dataset's own
 * @param provisionedBytes what the volumes may fill
 * @param overcommitRatio that against what is usable
 * @param shortfallBytes what is missing when all volumes fill and nothing else changes
 */
public record PoolLine(
    String subject,
    String status,
    OptionalLong usedBytes,
    OptionalLong availableBytes,
    OptionalLong snapshotBytes,
    OptionalLong rawSizeBytes,
    long datasets,
    long snapshots,
    OptionalLong usableBytes,
    OptionalLong kubernetesBytes,
    OptionalLong kubernetesSnapshotBytes,
    OptionalLong unclaimedBytes,
    OptionalLong remainderBytes,
    OptionalLong provisionedBytes,
    OptionalDouble overcommitRatio,
    OptionalLong shortfallBytes) {

  /** What a pool tells of itself, and what only counting tells. */
  public record Health(
      String status,
      OptionalLong snapshotBytes,
      OptionalLong rawSizeBytes,
      long datasets,
      long snapshots) {}

  public static PoolLine of(Health health, PoolSpace space) {
    return new PoolLine(
        space.subject(),
        health.status(),
        space.usedBytes(),
        space.availableBytes(),
        health.snapshotBytes(),
        health.rawSizeBytes(),
        health.datasets(),
        health.snapshots(),
        space.usableBytes(),
        space.bytesOf(SpaceCategory.VOLUME),
        space.snapshotBytesOf(SpaceCategory.VOLUME),
        space.bytesOf(SpaceCategory.UNCLAIMED),
        space.remainderBytes(),
        space.provisioning().provisionedBytes(),
        space.overcommitRatio(),
        space.shortfallBytes());
  }
}
