package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
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
  private final Dependents dependents;

  SnapshotPlanner(Night night, Dependents dependents) {
    this.night = night;
    this.dependents = dependents;
  }

  /**
   * @param reclaimable what is freed with it, as its finding says: nothing where that is counted
   *     with its dataset
   */
  Planned plan(FindingCode code, Subject subject, OptionalLong reclaimable) {
    return night
        .join()
        .snapshots()
        .find(subject.source(), subject.name())
        .<Planned>map(snapshot -> new Planned.Steps(plan(code, snapshot, reclaimable)))
        .orElseGet(() -> new Planned.Nothing("it is not there any more"));
  }

  private Plan plan(FindingCode code, ZfsSnapshot snapshot, OptionalLong reclaimable) {
    return new Plan(
        code,
        snapshot.subject(),
        List.of(Steps.destroy(snapshot)),
        blockers(snapshot),
        reclaim(snapshot, reclaimable),
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
    blockers.addAll(dependents.ofSnapshot(snapshot, Optional.empty()));
    return blockers;
  }

  /**
   * At least what only this snapshot holds, and none of what is counted elsewhere; at most what all
   * of its dataset hold.
   */
  private Reclaim reclaim(ZfsSnapshot snapshot, OptionalLong counted) {
    OptionalLong used = snapshot.usage().usedBytes();
    OptionalLong own =
        used.isPresent() && counted.isPresent()
            ? OptionalLong.of(Math.min(used.getAsLong(), counted.getAsLong()))
            : used;
    OptionalLong all =
        dataset(snapshot).map(d -> d.usage().snapshotBytes()).orElse(OptionalLong.empty());
    boolean ordered = own.isEmpty() || all.isEmpty() || own.getAsLong() <= all.getAsLong();
    return new Reclaim(own, ordered ? all : OptionalLong.empty());
  }

  private Optional<Dataset> dataset(ZfsSnapshot snapshot) {
    return night.join().dataset(Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset()));
  }
}
