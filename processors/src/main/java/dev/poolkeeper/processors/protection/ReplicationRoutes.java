package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where replication tasks send a dataset to. A task does not say which system it pulls from or
 * pushes to; every registered one but its own may be meant. Disabled tasks have routes too: what
 * they sent is still there. Source: zettarepl, a dataset keeps its path below the common path of a
 * task's sources.
 */
final class ReplicationRoutes {

  /**
   * One way out of a dataset.
   *
   * @param targets the datasets that may be the copy, one for each system that may be meant
   */
  record Route(ReplicationTask task, List<Subject> targets) {}

  private final List<String> systems;
  private final Map<Subject, List<ReplicationTask>> bySource = new HashMap<>();

  ReplicationRoutes(Night night) {
    this.systems = night.completeness().estate().nas();
    for (ReplicationTask task : night.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class)) {
      boolean pulls = task.direction().equals("PULL");
      systems.stream()
          .filter(nas -> nas.equals(task.nas()) != pulls)
          .forEach(
              nas ->
                  task.sourceDatasets().stream()
                      .map(id -> Subject.of(nas, ObjectKind.DATASET, id))
                      .forEach(root -> append(root, task)));
    }
  }

  private void append(Subject root, ReplicationTask task) {
    bySource.computeIfAbsent(root, r -> new ArrayList<>(1)).add(task);
  }

  /** The ways out of a dataset, by task. */
  List<Route> from(Subject dataset) {
    if (bySource.isEmpty()) {
      return List.of();
    }
    List<ReplicationTask> sending = new ArrayList<>(bySource.getOrDefault(dataset, List.of()));
    String id = dataset.name();
    for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
      Subject root = Subject.of(dataset.source(), ObjectKind.DATASET, id.substring(0, slash));
      bySource.getOrDefault(root, List.of()).stream()
          .filter(task -> task.recursive() && sends(task, id))
          .forEach(sending::add);
    }
    return sending.stream()
        .distinct()
        .sorted(Comparator.comparing(ReplicationTask::subject))
        .map(task -> new Route(task, targets(task, id)))
        .toList();
  }

  private static boolean sends(ReplicationTask task, String id) {
    return task.exclude().stream().noneMatch(out -> id.equals(out) || id.startsWith(out + "/"));
  }

  private List<Subject> targets(ReplicationTask task, String id) {
    String target = task.targetDataset() + id.substring(base(task.sourceDatasets()).length());
    return systems.stream()
        .filter(nas -> nas.equals(task.nas()) == task.writesHere())
        .map(nas -> Subject.of(nas, ObjectKind.DATASET, plain(target)))
        .toList();
  }

  private static String plain(String path) {
    return path.replaceAll("/+", "/");
  }

  /** The common path of all sources; a single one is its own. Empty when they share none. */
  static String base(List<String> sources) {
    String base = sources.get(0);
    for (String source : sources) {
      while (!source.equals(base) && !source.startsWith(base + "/") && !base.isEmpty()) {
        base = base.substring(0, Math.max(base.lastIndexOf('/'), 0));
      }
    }
    return base;
  }
}
