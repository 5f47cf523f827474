package dev.poolkeeper.processors.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A policy or task, and what became of the snapshots that it is about; the field names are a public
 * contract.
 *
 * @param source policy, sanoid, task, replication or nobody
 * @param promise name of the policy, subject of the task, or the NAS
 * @param terms what is promised, in words
 * @param missingSeverity how bad it is; empty when none is missing
 * @param tooMany datasets with more snapshots than the policy allows
 * @param holdsAtLeastBytes what its snapshots hold
 * @param holdsAtMostBytes the same; empty when a dataset does not tell
 * @param overdueAtLeastBytes what removing the overdue ones frees
 * @param notes why it does nothing, or what may surprise
 */
public record PromiseLine(
    String source,
    String promise,
    String terms,
    int datasets,
    long snapshots,
    long kept,
    long overdue,
    long missing,
    Optional<String> missingSeverity,
    long unowned,
    long held,
    long future,
    long undecided,
    int tooMany,
    long holdsAtLeastBytes,
    OptionalLong holdsAtMostBytes,
    long overdueAtLeastBytes,
    OptionalLong overdueAtMostBytes,
    List<String> notes) {

  public PromiseLine {
    notes = List.copyOf(notes);
  }
}
