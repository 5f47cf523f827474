package dev.poolkeeper.processors.report;

import java.util.OptionalLong;

/**
 * All snapshots of a night by their state, each in one of them; the field names are a public
 * contract.
 *
 * @param datasets with snapshots, or with somebody who promises them
 * @param missing promised ones that are not there; not among the snapshots
 * @param overdueAtLeastBytes what removing the overdue ones frees
 * @param overdueAtMostBytes the same; empty when a dataset does not tell
 */
public record RetentionTotals(
    long datasets,
    long snapshots,
    long kept,
    long overdue,
    long missing,
    long unowned,
    long held,
    long future,
    long unparsable,
    long kubernetes,
    long undecided,
    long overdueAtLeastBytes,
    OptionalLong overdueAtMostBytes) {

  /** Nobody looked. */
  public static final RetentionTotals NONE =
      new RetentionTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.of(0));
}
