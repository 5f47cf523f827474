package dev.poolkeeper.processors.report;

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
 */
public record PoolLine(
    String subject,
    String status,
    OptionalLong usedBytes,
    OptionalLong availableBytes,
    OptionalLong snapshotBytes,
    OptionalLong rawSizeBytes,
    long datasets,
    long snapshots) {}
