package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What on a dataset itself keeps a driver from destroying it: clones, and snapshots of others. */
final class Blockers {

  private final Night night;
  private final Map<Subject, List<ZfsSnapshot>> foreign = new HashMap<>();

  Blockers(Night night) {
    this.night = night;
    night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(Blockers::foreign)
        .forEach(
            snapshot ->
                foreign.computeIfAbsent(dataset(snapshot), d -> new ArrayList<>(1)).add(snapshot));
  }

  /** Neither a driver's snapshot for a VolumeSnapshot, nor one it took for a clone or copy. */
  private static boolean foreign(ZfsSnapshot snapshot) {
    return !CsiMarks.csiSnapshot(snapshot)
        && !BackendSnapshotWithoutContent.GENERATED.matcher(snapshot.name()).matches()
        && !TemporaryName.of(snapshot);
  }

  private static Subject dataset(ZfsSnapshot snapshot) {
    return Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
  }

  /** The clone that stands on one of the dataset's snapshots; empty when none does. */
  Optional<ProbableCause> clone(Dataset dataset) {
    return clone(night.join().clonesOf(dataset), true);
  }

  /** The clone that stands on the snapshot; empty when none does. */
  Optional<ProbableCause> clone(ZfsSnapshot snapshot) {
    List<Dataset> clones =
        night.join().dataset(dataset(snapshot)).map(night.join()::clonesOf).orElse(List.of());
    return clone(
        clones.stream()
            .filter(clone -> clone.origin().filter(snapshot.id()::equals).isPresent())
            .toList(),
        false);
  }

  private static Optional<ProbableCause> clone(List<Dataset> clones, boolean ofDataset) {
    return clones.stream()
        .min(Comparator.comparing(Dataset::id))
        .map(
            first ->
                new ProbableCause(
                    Cause.BLOCKED_BY_CLONE,
                    "%s was cloned from %s%s"
                        .formatted(
                            first.id(),
                            ofDataset
                                ? first.origin().orElseThrow().replaceFirst(".*@", "its snapshot @")
                                : "it",
                            andOthers(clones.size()))));
  }

  /** The snapshots on the dataset that its driver did not make; empty when it has none. */
  Optional<ProbableCause> foreignSnapshot(Dataset dataset) {
    List<ZfsSnapshot> snapshots = foreign.getOrDefault(dataset.subject(), List.of());
    return snapshots.stream()
        .min(Comparator.comparing(ZfsSnapshot::name))
        .map(
            first ->
                new ProbableCause(
                    Cause.FOREIGN_SNAPSHOT_BLOCKS,
                    "its driver did not make snapshot @%s of it%s"
                        .formatted(first.name(), andOthers(snapshots.size()))));
  }

  private static String andOthers(int count) {
    return count == 1 ? "" : ", and %d more".formatted(count - 1);
  }
}
