package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What replication tasks send. A task that pulls does not say which system it pulls from, so its
 * sources are looked for on every other registered one. Disabled tasks count: who enables one again
 * needs what it sent last.
 */
public final class ReplicationSources {

  /** Tasks by the dataset they name, as {@code nas:id}. */
  private final Map<String, List<ReplicationTask>> bySource = new HashMap<>();

  /** The newest snapshot of each dataset, as {@code nas:id}. */
  private final Map<String, ZfsSnapshot> newest = new HashMap<>();

  public ReplicationSources(Night night) {
    List<String> systems = night.completeness().estate().nas();
    for (ReplicationTask task : night.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class)) {
      boolean pulls = task.direction().equals("PULL");
      systems.stream()
          .filter(nas -> nas.equals(task.nas()) != pulls)
          .forEach(nas -> task.sourceDatasets().forEach(id -> append(nas + ":" + id, task)));
    }
    for (ZfsSnapshot snapshot : night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      newest.merge(key(snapshot), snapshot, ReplicationSources::later);
    }
  }

  private void append(String source, ReplicationTask task) {
    bySource.computeIfAbsent(source, s -> new ArrayList<>(1)).add(task);
  }

  private static String key(ZfsSnapshot snapshot) {
    return snapshot.nas() + ":" + snapshot.dataset();
  }

  private static ZfsSnapshot later(ZfsSnapshot one, ZfsSnapshot other) {
    Comparator<ZfsSnapshot> age =
        Comparator.comparing((ZfsSnapshot s) -> s.createdAt().orElse(Instant.MAX))
            .thenComparing(ZfsSnapshot::id);
    return age.compare(one, other) >= 0 ? one : other;
  }

  /** The tasks that name this very dataset. */
  public List<ReplicationTask> naming(String nas, String id) {
    return bySource.getOrDefault(nas + ":" + id, List.of());
  }

  /** The tasks that send the dataset: those that name it, or something around it with all below. */
  public List<ReplicationTask> sending(String nas, String id) {
    List<ReplicationTask> tasks = new ArrayList<>(naming(nas, id));
    for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
      naming(nas, id.substring(0, slash)).stream()
          .filter(ReplicationTask::recursive)
          .forEach(tasks::add);
    }
    return tasks.stream().sorted(Comparator.comparing(ReplicationTask::subject)).toList();
  }

  /**
   * The task whose next run may start from the snapshot: the newest that both sides have is most
   * likely the newest there is.
   */
  Optional<ReplicationTask> startingFrom(ZfsSnapshot snapshot) {
    return snapshot.equals(newest.get(key(snapshot)))
        ? sending(snapshot.nas(), snapshot.dataset()).stream().findFirst()
        : Optional.empty();
  }
}
