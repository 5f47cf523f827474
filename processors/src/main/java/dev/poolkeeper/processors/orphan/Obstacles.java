package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.NfsClient;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands in the way of deleting a dataset that nobody uses, in words that begin with "blocked
 * by". It changes no verdict: a leak that is replicated or snapshotted every night is a leak still,
 * and hiding it would hide most of them.
 *
 * <p>Holds keep ZFS from destroying a snapshot. A replication or snapshot task that names the very
 * dataset would fail from then on; one that covers it with all others around it would not, so it is
 * only told while it is at work. An entry of the NFSv3 mount table may be stale.
 */
final class Obstacles {

  private final ReplicationSources replication;
  private final Map<String, SortedSet<String>> held = new HashMap<>();
  private final Map<String, SortedSet<String>> clients = new HashMap<>();
  private final Map<String, SortedSet<String>> snapshotTasks = new HashMap<>();

  Obstacles(Night night, ReplicationSources replication) {
    this.replication = replication;
    night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
        .filter(snapshot -> snapshot.held().orElse(false))
        .forEach(s -> note(held, s.nas() + ":" + s.dataset(), "@" + s.name()));
    for (NfsClient client : night.all(ObjectKind.NFS_CLIENT, NfsClient.class)) {
      night
          .join()
          .nas(client.nas())
          .holding(client.export())
          .ifPresent(d -> note(clients, d.nas() + ":" + d.id(), client.address()));
    }
    for (SnapshotTask task : night.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class)) {
      note(snapshotTasks, task.nas() + ":" + task.dataset(), task.subject().toString());
    }
  }

  private static void note(Map<String, SortedSet<String>> notes, String dataset, String what) {
    notes.computeIfAbsent(dataset, d -> new TreeSet<>()).add(what);
  }

  /** One sentence each; empty when nothing is in the way. */
  List<String> of(Dataset dataset) {
    String key = dataset.nas() + ":" + dataset.id();
    List<String> obstacles = new ArrayList<>();
    list(held, key, "a hold on its snapshot", obstacles);
    for (ReplicationTask task : replication.sending(dataset.nas(), dataset.id())) {
      if (replication.naming(dataset.nas(), dataset.id()).contains(task)) {
        obstacles.add("blocked by %s (%s), which sends it".formatted(task.subject(), task.name()));
      } else if (task.running()) {
        obstacles.add(
            "blocked by %s (%s), which is sending it".formatted(task.subject(), task.name()));
      }
    }
    list(snapshotTasks, key, "a task that is for it alone:", obstacles);
    list(clients, key, "the NFSv3 mount table, which may be stale: client", obstacles);
    return obstacles;
  }

  private static void list(
      Map<String, SortedSet<String>> notes, String key, String by, List<String> obstacles) {
    SortedSet<String> found = notes.get(key);
    if (found != null) {
      String more = found.size() == 1 ? "" : " and %d more".formatted(found.size() - 1);
      obstacles.add("blocked by %s %s%s".formatted(by, found.first(), more));
    }
  }

  /** Whether ZFS would refuse to destroy the dataset for a hold on one of its snapshots. */
  boolean held(Dataset dataset) {
    return held.containsKey(dataset.nas() + ":" + dataset.id());
  }
}
