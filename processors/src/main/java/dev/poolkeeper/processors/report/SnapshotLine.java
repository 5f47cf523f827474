package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ZFS snapshot.
 *
 * @param content subject of the VolumeSnapshotContent it backs, empty when none
 * @param usedBytes space only this snapshot holds
 */
public record SnapshotLine(
    String subject,
    Optional<Instant> createdAt,
    Optional<String> content,
    OptionalLong usedBytes,
    OptionalLong referencedBytes) {}
