package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.retention.owner.ReplicaPlan;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads out of an inventory who removes what on each NAS that was read whole. */
final class NasRetentions {

  private static final List<ObjectKind> NEEDED =
      List.of(
          ObjectKind.NAS_SYSTEM,
          ObjectKind.DATASET,
          ObjectKind.ZFS_SNAPSHOT,
          ObjectKind.SNAPSHOT_TASK);

  private final Inventory inventory;

  private NasRetentions(Inventory inventory) {
    this.inventory = inventory;
  }

  /** By name; one whose lists were not read whole is not among them. */
  static Map<String, NasRetention> of(Inventory inventory) {
    NasRetentions all = new NasRetentions(inventory);
    Map<String, NasRetention> systems = new TreeMap<>();
    for (String nas : inventory.estate().nas()) {
      if (NEEDED.stream().allMatch(kind -> inventory.complete(nas, kind))) {
        systems.put(nas, all.of(nas));
      }
    }
    return systems;
  }

  private NasRetention of(String nas) {
    List<ReplicationTask> replication =
        inventory.all(ObjectKind.REPLICATION_TASK, ReplicationTask.class);
    return new NasRetention(
        nas,
        inventory.estate().capturedAt(),
        zone(nas),
        inventory.all(ObjectKind.NAS_IDENTITY, NasIdentity.class).stream()
            .filter(identity -> identity.nas().equals(nas))
            .map(NasIdentity::hostId)
            .findFirst(),
        plans(nas),
        replication.stream()
            .filter(task -> task.writesHere() == task.nas().equals(nas))
            .map(task -> ReplicaPlan.of(task, plans(task.nas()), zone(task.nas())))
            .toList(),
        replication.stream()
            .filter(task -> task.nas().equals(nas) && task.direction().equals("PUSH"))
            .toList(),
        inventory.estate().nas().stream()
            .allMatch(each -> inventory.complete(each, ObjectKind.REPLICATION_TASK)));
  }

  private List<TaskPlan> plans(String nas) {
    return inventory.all(ObjectKind.SNAPSHOT_TASK, SnapshotTask.class).stream()
        .filter(task -> task.nas().equals(nas))
        .map(TaskPlan::of)
        .sorted((a, b) -> a.subject().compareTo(b.subject()))
        .toList();
  }

  /** A zone that no clock here knows is not told. */
  private Optional<ZoneId> zone(String nas) {
    return inventory.all(ObjectKind.NAS_SYSTEM, NasSystem.class).stream()
        .filter(system -> system.nas().equals(nas))
        .flatMap(system -> system.timeZone().stream())
        .flatMap(name -> zoneNamed(name).stream())
        .findFirst();
  }

  private static Optional<ZoneId> zoneNamed(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
