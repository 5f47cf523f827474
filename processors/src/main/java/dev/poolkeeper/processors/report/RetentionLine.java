package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.check.TaskRetention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A dataset or a task as the list of retention shows it.
 *
 * @param subject of the dataset or task
 * @param promises of a dataset who promises what, of a task its terms
 * @param snapshots all of a dataset, or all that a task owns
 * @param missing how many promised ones are not there
 * @param missingSeverity how bad that is
 * @param overdueAtLeastBytes what removing the overdue ones frees at least
 * @param overdueAtMostBytes at most; empty when not told
 * @param notes what else is to be said
 */
public record RetentionLine(
    String subject,
    List<String> promises,
    long snapshots,
    long kept,
    long overdue,
    long missing,
    Optional<String> missingSeverity,
    long unowned,
    long held,
    long future,
    long unparsable,
    long kubernetes,
    long undecided,
    OptionalLong overdueAtLeastBytes,
    OptionalLong overdueAtMostBytes,
    Optional<Instant> oldest,
    Optional<Instant> newest,
    List<String> notes) {

  /** By how many snapshots are not as they should be; equal ones stay in their order. */
  public static final Comparator<RetentionLine> WORST_FIRST =
      Comparator.comparingLong(RetentionLine::amiss).reversed();

  public RetentionLine {
    promises = List.copyOf(promises);
    notes = List.copyOf(notes);
  }

  private long amiss() {
    return overdue + missing + unowned + held + future + unparsable;
  }

  public static RetentionLine of(DatasetRetention dataset) {
    return new RetentionLine(
        dataset.dataset().toString(),
        dataset.promises(),
        dataset.snapshots(),
        dataset.count(SnapshotState.KEPT),
        dataset.count(SnapshotState.OVERDUE),
        dataset.missing().count(),
        dataset.missing().severity().map(Severity::word),
        dataset.count(SnapshotState.UNOWNED),
        dataset.count(SnapshotState.HELD),
        dataset.count(SnapshotState.FUTURE),
        dataset.count(SnapshotState.UNPARSABLE),
        dataset.count(SnapshotState.KUBERNETES),
        dataset.count(SnapshotState.UNDECIDED),
        OptionalLong.of(dataset.overdueBytes().atLeast()),
        dataset.overdueBytes().atMost(),
        dataset.oldest(),
        dataset.newest(),
        dataset.missing().evidence());
  }

  public static RetentionLine of(TaskRetention task) {
    List<String> notes = new ArrayList<>(task.problems());
    notes.addAll(task.remarks());
    if (!task.enabled()) {
      notes.add("disabled; %d snapshots will never be removed".formatted(task.orphaned()));
    }
    notes.add("covers %d datasets".formatted(task.datasets()));
    task.nextRun().ifPresent(at -> notes.add("runs next at " + at));
    return new RetentionLine(
        task.task().toString(),
        List.of(task.text()),
        task.owned(),
        task.owned(),
        0,
        0,
        Optional.empty(),
        task.orphaned(),
        0,
        0,
        0,
        0,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        notes);
  }
}
