package dev.poolkeeper.processors.retention;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.check.DatasetRetention;
import dev.poolkeeper.processors.retention.check.FreedBytes;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.processors.retention.check.TaskRetention;
import dev.poolkeeper.processors.space.BinaryBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * 301 to 306, 308 and 309: what was found of a dataset's snapshots or of a task, as verdicts. One
 * per dataset or task, however many snapshots it is about.
 */
public final class RetentionVerdicts {

  private RetentionVerdicts() {}

  public static List<Verdict> find(Night night, NightRetention retention) {
    List<Verdict> verdicts = new ArrayList<>();
    for (DatasetRetention dataset : retention.datasets()) {
      candidates(dataset).forEach(c -> verdicts.add(night.verdict(c, Optional.empty())));
    }
    for (TaskRetention task : retention.tasks()) {
      if (!task.problems().isEmpty()) {
        List<String> evidence = new ArrayList<>(task.problems());
        evidence.add(task.text());
        verdicts.add(
            night.verdict(
                new Candidate(
                    FindingCode.TASK_COVERS_NOTHING,
                    task.task(),
                    OptionalLong.of(0),
                    evidence,
                    Optional.empty()),
                Optional.empty()));
      }
    }
    return verdicts;
  }

  private static List<Candidate> candidates(DatasetRetention dataset) {
    List<Candidate> candidates = new ArrayList<>();
    add(candidates, dataset, FindingCode.RETENTION_OVERDUE, SnapshotState.OVERDUE);
    if (dataset.missing().severity().isPresent()) {
      List<String> evidence = new ArrayList<>(dataset.missing().evidence());
      evidence.add("promised by " + String.join("; ", dataset.promises()));
      candidates.add(
          candidate(FindingCode.RETENTION_MISSING, dataset, OptionalLong.of(0), evidence)
              .ofSeverity(dataset.missing().severity().get()));
    }
    add(candidates, dataset, FindingCode.RETENTION_UNOWNED, SnapshotState.UNOWNED);
    add(candidates, dataset, FindingCode.RETENTION_HELD, SnapshotState.HELD);
    if (dataset.tooMany()) {
      candidates.add(
          candidate(
              FindingCode.TOO_MANY_SNAPSHOTS,
              dataset,
              OptionalLong.of(0),
              List.of(
                  "%d snapshots, of which Kubernetes keeps %d; %d may be there"
                      .formatted(
                          dataset.snapshots(),
                          dataset.count(SnapshotState.KUBERNETES),
                          dataset.mostCount().orElseThrow()),
                  "promised by " + String.join("; ", dataset.promises()))));
    }
    add(candidates, dataset, FindingCode.FUTURE_DATED, SnapshotState.FUTURE);
    if (!dataset.promises().isEmpty()) {
      add(candidates, dataset, FindingCode.UNPARSABLE_NAME, SnapshotState.UNPARSABLE);
    }
    return candidates;
  }

  private static void add(
      List<Candidate> candidates, DatasetRetention dataset, FindingCode code, SnapshotState state) {
    int count = dataset.count(state);
    if (count == 0) {
      return;
    }
    List<String> evidence = new ArrayList<>();
    evidence.add(
        count == 1
            ? "1 of %d snapshots".formatted(dataset.snapshots())
            : "%d of %d snapshots".formatted(count, dataset.snapshots()));
    evidence.addAll(dataset.samples(state));
    int rest = count - dataset.samples(state).size();
    if (rest > 0) {
      evidence.add(
          "and %d more: poolkeeper snapshots --%s lists them".formatted(rest, state.word()));
    }
    FreedBytes freed =
        switch (state) {
          case OVERDUE -> dataset.overdueBytes();
          case UNOWNED -> dataset.unownedBytes();
          case KEPT, HELD, FUTURE, UNPARSABLE, KUBERNETES, UNDECIDED -> FreedBytes.NOTHING;
        };
    if (!freed.equals(FreedBytes.NOTHING)) {
      evidence.add(bounds(freed));
    }
    candidates.add(candidate(code, dataset, OptionalLong.of(freed.atLeast()), evidence));
  }

  private static String bounds(FreedBytes freed) {
    return "together they free at least %s%s"
        .formatted(
            BinaryBytes.text(freed.atLeast()),
            freed.atMost().isPresent()
                ? " and at most " + BinaryBytes.text(freed.atMost().getAsLong())
                : "; how much at most is not told");
  }

  private static Candidate candidate(
      FindingCode code, DatasetRetention dataset, OptionalLong frees, List<String> evidence) {
    return new Candidate(code, dataset.dataset(), frees, evidence, Optional.empty());
  }
}
