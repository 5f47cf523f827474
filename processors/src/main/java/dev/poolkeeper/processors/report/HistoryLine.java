package dev.poolkeeper.processors.report;

import java.time.LocalDate;

/**
 * Days without a night of which something is known all the same.
 *
 * @param origin rebuilt (from ZFS snapshots), prometheus, or measured by a night before the first
 *     that the ledger still has
 * @param days how many UTC days it tells of, up to the night of the report
 * @param since the oldest of them
 */
public record HistoryLine(String origin, long days, LocalDate since) {}
