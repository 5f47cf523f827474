package dev.poolkeeper.processors.report;

import java.util.OptionalLong;

/**
 * How many snapshots something has and what they hold, now and before; the field names are a public
 * contract.
 *
 * @param subject a pool, periodic snapshot task or namespace
 * @param kind pool, task or namespace
 * @param snapshots of a task only those that bear a name it gives
 * @param snapshotsWeekAgo on the last night at least 7 days before; empty: there is none
 * @param snapshotsMonthAgo on the last night at least 30 days before
 * @param heldBytes what all snapshots of its datasets hold together; empty: not told
 */
public record SnapshotHoldingLine(
    String subject,
    String kind,
    int datasets,
    long snapshots,
    OptionalLong snapshotsWeekAgo,
    OptionalLong snapshotsMonthAgo,
    OptionalLong heldBytes,
    OptionalLong heldBytesWeekAgo,
    OptionalLong heldBytesMonthAgo) {}
