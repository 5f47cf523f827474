package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one promise on a night, over all datasets that it is about. A snapshot that two
 * tasks own counts for both.
 *
 * @param terms what is promised, in words
 * @param datasets how many it is about
 * @param counts how many snapshots are in each state
 * @param missing how many promised ones are not there
 * @param missingSeverity the worst of them
 * @param tooMany datasets with more snapshots than the policy allows
 * @param holds what all of its snapshots hold
 * @param overdueBytes what removing its overdue ones frees
 * @param strips its calendar, one for each length of period, shortest first
 * @param notes why it does nothing, or what may surprise
 */
public record PromiseRetention(
    Promise promise,
    String terms,
    int datasets,
    Map<SnapshotState, Long> counts,
    long missing,
    Optional<Severity> missingSeverity,
    int tooMany,
    FreedBytes holds,
    FreedBytes overdueBytes,
    List<CalendarStrip> strips,
    List<String> notes) {

  public PromiseRetention {
    counts = Map.copyOf(counts);
    strips = List.copyOf(strips);
    notes = List.copyOf(notes);
  }

  public long count(SnapshotState state) {
    return counts.getOrDefault(state, 0L);
  }
}
