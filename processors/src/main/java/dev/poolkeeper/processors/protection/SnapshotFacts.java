package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.attribution.TaskCover;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Night;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The newest snapshots of a claim by who made them, and which periodic tasks should make them. */
final class SnapshotFacts {

  private final SnapshotShelf shelf;
  private final ReadySnapshots ready;
  private final TaskCover cover;
  private final TaskNames names = new TaskNames();

  SnapshotFacts(Night night, SnapshotShelf shelf) {
    this.shelf = shelf;
    this.ready = new ReadySnapshots(night, shelf);
    List<SnapshotTask> tasks = night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class);
    this.cover = new TaskCover(tasks);
  }

  /** Enabled tasks that cover it, by subject. */
  List<SnapshotTask> covering(Subject dataset) {
    return cover.covering(dataset);
  }

  SnapshotTimes of(PersistentVolumeClaim claim, Subject dataset, List<SnapshotTask> covering) {
    List<ZfsSnapshot> snapshots = shelf.of(dataset);
    Optional<Instant> any = snapshots.stream().findFirst().flatMap(ZfsSnapshot::createdAt);
    int undated = (int) snapshots.stream().filter(s -> s.createdAt().isEmpty()).count();
    return new SnapshotTimes(
        any, byTask(snapshots, covering), ready.newest(claim, dataset), undated);
  }

  private Optional<Instant> byTask(List<ZfsSnapshot> snapshots, List<SnapshotTask> covering) {
    return snapshots.stream()
        .filter(snapshot -> covering.stream().anyMatch(task -> names.fits(task, snapshot.name())))
        .findFirst()
        .flatMap(ZfsSnapshot::createdAt);
  }
}
