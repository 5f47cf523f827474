package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which datasets are copies made by replication. A copy carries its source's name and marks and is
 * neither anybody's volume nor an orphan (contract, trap 5).
 */
public final class Replicas {

  /** Targets as {@code nas:dataset}; a pushed target may be on any registered NAS. */
  private final Set<String> targets = new HashSet<>();

  Replicas(Inventory inventory) {
    for (ReplicationTask task : inventory.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class)) {
      if (task.writesHere()) {
        targets.add(task.nas() + ":" + task.targetDataset());
      } else {
        inventory.estate().nas().stream()
            .filter(nas -> !nas.equals(task.nas()))
            .forEach(nas -> targets.add(nas + ":" + task.targetDataset()));
      }
    }
  }

  /** Why the dataset is taken for a copy; empty when nothing says so. */
  public Optional<String> reason(Dataset dataset) {
    Optional<String> target = coveringTarget(dataset);
    if (target.isPresent()) {
      return Optional.of("below replication target " + target.get());
    }
    if (dataset.properties().values().stream()
        .anyMatch(property -> property.source() == PropertySource.RECEIVED)) {
      return Optional.of("its properties were received by replication");
    }
    boolean marked = CsiMarks.anyDriver(dataset);
    return marked && dataset.readOnly().orElse(false)
        ? Optional.of("read-only with a driver's marks, as replicas are")
        : Optional.empty();
  }

  private Optional<String> coveringTarget(Dataset dataset) {
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
