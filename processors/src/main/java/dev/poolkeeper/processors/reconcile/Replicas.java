package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which datasets are copies made by replication. A copy carries its source's name and marks and is
 * neither anybody's volume nor an orphan (contract, trap 5).
 */
public final class Replicas {

  /** Targets as {@code nas:dataset}; a pushed target may be on any registered NAS. */
  private final Set<String> targets = new HashSet<>();

  /** Those of them that are surely meant: no other NAS could be. */
  private final Set<String> sure = new HashSet<>();

  Replicas(Inventory inventory) {
    for (ReplicationTask task : inventory.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class)) {
      List<String> systems =
          task.writesHere()
              ? List.of(task.nas())
              : inventory.estate().nas().stream().filter(nas -> !nas.equals(task.nas())).toList();
      for (String nas : systems) {
        String target = nas + ":" + task.targetDataset();
        targets.add(target);
        if (systems.size() == 1) {
          sure.add(target);
        }
      }
    }
  }

  /** Why the dataset is taken for a copy; empty when nothing says so. */
  public Optional<String> reason(Dataset dataset) {
    return covering(dataset, targets)
        .map(target -> "below replication target " + target)
        .or(() -> sign(dataset));
  }

  /** Whether nothing shows the dataset for a copy but a task that may mean another NAS. */
  boolean doubtful(Dataset dataset) {
    return covering(dataset, targets).isPresent()
        && covering(dataset, sure).isEmpty()
        && sign(dataset).isEmpty();
  }

  private static Optional<String> sign(Dataset dataset) {
    if (dataset.properties().values().stream()
        .anyMatch(property -> property.source() == PropertySource.RECEIVED)) {
      return Optional.of("its properties were received by replication");
    }
    // a dataset that our own cleanup made read-only is no copy
    boolean marked = CsiMarks.anyDriver(dataset) && CsiMarks.quarantined(dataset).isEmpty();
    return marked && dataset.readOnly().orElse(false)
        ? Optional.of("read-only with a driver's marks, as replicas are")
        : Optional.empty();
  }

  private static Optional<String> covering(Dataset dataset, Set<String> targets) {
    String id = dataset.id();
    while (!id.isEmpty()) {
      if (targets.contains(dataset.nas() + ":" + id)) {
        return Optional.of(id);
      }
      id = id.substring(0, Math.max(id.lastIndexOf('/'), 0));
    }
    return Optional.empty();
  }
}
