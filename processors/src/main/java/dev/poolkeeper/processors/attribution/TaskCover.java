package dev.poolkeeper.processors.attribution;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which periodic snapshot tasks cover a dataset. That a task covers it does not say that its
 * snapshots hold the space: ZFS tells what all snapshots of a dataset hold together, not how much
 * each of them adds.
 */
public final class TaskCover {

  /** A task with the paths it is about, written once. */
  private record Scope(SnapshotTask task, Subject root, List<Subject> excluded) {

    static Scope of(SnapshotTask task) {
      return new Scope(
          task,
          dataset(task, task.dataset()),
          task.exclude().stream().map(path -> dataset(task, path)).toList());
    }

    private static Subject dataset(SnapshotTask task, String path) {
      return Subject.of(task.nas(), ObjectKind.DATASET, path);
    }

    boolean covers(Subject dataset) {
      return dataset.equals(root)
          || (task.recursive()
              && inside(dataset, root)
              && excluded.stream().noneMatch(out -> dataset.equals(out) || inside(dataset, out)));
    }
  }

  private final List<Scope> scopes;

  /**
   * @param tasks in any order; disabled ones cover nothing
   */
  public TaskCover(List<SnapshotTask> tasks) {
    this.scopes =
        tasks.stream()
            .filter(SnapshotTask::enabled)
            .sorted(Comparator.comparing(SnapshotTask::subject))
            .map(Scope::of)
            .toList();
  }

  /** Sorted; empty when none does. */
  List<Subject> of(Subject dataset) {
    return scopes(dataset).map(scope -> scope.task().subject()).toList();
  }

  /** The tasks themselves, sorted by subject; empty when none covers the dataset. */
  public List<SnapshotTask> covering(Subject dataset) {
    return scopes(dataset).map(Scope::task).toList();
  }

  private Stream<Scope> scopes(Subject dataset) {
    return scopes.stream().filter(scope -> scope.covers(dataset));
  }

  private static boolean inside(Subject dataset, Subject outer) {
    return dataset.source().equals(outer.source()) && dataset.path().startsWith(outer.path() + "/");
  }
}
