package dev.poolkeeper.processors.report;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many snapshots a dataset or a NAS has and what they hold, now, before and later; the field
 * names are a public contract.
 *
 * @param snapshotsWeekAgo on the last night at least 7 days before; empty: there is none
 * @param snapshotsMonthAgo on the last night at least 30 days before
 * @param heldBytes what only its snapshots hold; empty: not told, or a NAS
 * @param growthPerDay snapshots a day on the expected path; empty: not forecast
 * @param expectedIn90Days how many are expected; empty: not forecast
 * @param alertAbove of more the TrueNAS itself warns; empty of a dataset, of which PK406 tells
 */
public record SnapshotTrendLine(
    String subject,
    long snapshots,
    OptionalLong snapshotsWeekAgo,
    OptionalLong snapshotsMonthAgo,
    OptionalLong heldBytes,
    OptionalLong heldBytesWeekAgo,
    OptionalLong heldBytesMonthAgo,
    OptionalDouble growthPerDay,
    OptionalDouble expectedIn90Days,
    OptionalLong alertAbove) {}
