package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param holdsAtLeastBytes what its snapshots hold
 * @param holdsAtMostBytes the same; empty when a dataset does not tell
 * @param overdueAtLeastBytes what removing the overdue ones frees
 * @param notes why it does nothing, or what may surprise
 * @param strips its calendar by length of period, shortest first, each oldest first; none of any
 *     but the newest night
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
    long holdsAtLeastBytes,
    OptionalLong holdsAtMostBytes,
    long overdueAtLeastBytes,
    OptionalLong overdueAtMostBytes,
    List<String> notes,
    Map<String, List<Cell>> strips) {

  public PromiseLine {
    notes = List.copyOf(notes);
    strips = Collections.unmodifiableMap(new LinkedHashMap<>(strips));
  }

  /** The same with its calendar. */
  public PromiseLine withStrips(Map<String, List<Cell>> calendar) {
    return new PromiseLine(
        source,
        promise,
        terms,
        datasets,
        snapshots,
        kept,
        overdue,
        missing,
        missingSeverity,
        unowned,
        held,
        future,
        undecided,
        holdsAtLeastBytes,
        holdsAtMostBytes,
        overdueAtLeastBytes,
        overdueAtMostBytes,
        notes,
        calendar);
  }
}
