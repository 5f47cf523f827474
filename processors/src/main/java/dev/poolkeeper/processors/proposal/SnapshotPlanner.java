package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A ZFS snapshot that nobody uses. There is no quarantine for it: ZFS cannot hide a snapshot, so
 * its destruction is its only step.
 */
final class SnapshotPlanner {

  private final Night night;
  private final DatasetPlanner datasets;

  SnapshotPlanner(Night night, DatasetPlanner datasets) {
    this.night = night;
    this.datasets = datasets;
  }

  Planned plan(FindingCode code, Subject subject) {
    return night
        .join()
        .snapshots()
        .find(subject.source(), subject.name())
        .<Planned>map(snapshot -> new Planned.Steps(plan(code, snapshot)))
        .orElseGet(() -> new Planned.Nothing("it is not there any more"));
  }

  private Plan plan(FindingCode code, ZfsSnapshot snapshot) {
    return new Plan(
        code,
        snapshot.subject(),
        List.of(Steps.destroy(snapshot)),
        blockers(snapshot),
        reclaim(snapshot),
        Set.of());
  }

  private List<Blocker> blockers(ZfsSnapshot snapshot) {
    List<Blocker> blockers = new ArrayList<>();
    if (snapshot.createTxg().isEmpty() && snapshot.createdAt().isEmpty()) {
      blockers.add(
          Blocker.of(
              Blocker.Kind.IDENTITY,
              snapshot.subject(),
              "the TrueNAS does not tell when it was made, so it cannot be told from a later one of"
                  + " its name"));
    }
    dataset(snapshot).map(night.join()::clonesOf).orElse(List.of()).stream()
        .filter(clone -> clone.origin().filter(snapshot.id()::equals).isPresent())
        .sorted(Comparator.comparing(Dataset::id))
        .forEach(clone -> blockers.add(datasets.clone(clone)));
    if (snapshot.held().orElse(false)) {
      blockers.add(Blocker.of(Blocker.Kind.HOLD, snapshot.subject(), "a hold keeps it"));
    }
    return blockers;
  }

  /** At least what only this snapshot holds, at most what all of its dataset hold. */
  private Reclaim reclaim(ZfsSnapshot snapshot) {
    OptionalLong own = snapshot.usage().usedBytes();
    OptionalLong all =
        dataset(snapshot).map(d -> d.usage().snapshotBytes()).orElse(OptionalLong.empty());
    boolean ordered =
        own.isEmpty() || all.isEmpty() || own.getAsLong() <= all.getAsLong();
    return new Reclaim(own, ordered ? all : OptionalLong.empty());
  }

  private Optional<Dataset> dataset(ZfsSnapshot snapshot) {
    return night
        .join()
        .dataset(Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset()));
  }
}
