package dev.poolkeeper.processors.attribution;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;

/**
 * Which periodic snapshot tasks cover a dataset. That a task covers it does not say that its
 * snapshots hold the space: ZFS tells what all snapshots of a dataset hold together, not how much
 * each of them adds.
 */
public final class TaskCover {

  private final List<SnapshotTask> tasks;

  /**
   * @param tasks in any order; disabled ones cover nothing
   */
  public TaskCover(List<SnapshotTask> tasks) {
    this.tasks = tasks.stream().filter(SnapshotTask::enabled).toList();
  }

  /** Sorted; empty when none does. */
  List<Subject> of(Subject dataset) {
    return tasks.stream()
        .filter(task -> covers(task, dataset))
        .map(SnapshotTask::subject)
        .sorted()
        .toList();
  }

  private static boolean covers(SnapshotTask task, Subject dataset) {
    Subject root = Subject.of(task.nas(), ObjectKind.DATASET, task.dataset());
    if (dataset.equals(root)) {
      return true;
    }
    return task.recursive()
        && inside(dataset, root)
        && task.exclude().stream()
            .map(path -> Subject.of(task.nas(), ObjectKind.DATASET, path))
            .noneMatch(out -> dataset.equals(out) || inside(dataset, out));
  }

  private static boolean inside(Subject dataset, Subject outer) {
    return dataset.source().equals(outer.source()) && dataset.path().startsWith(outer.path() + "/");
  }
}
