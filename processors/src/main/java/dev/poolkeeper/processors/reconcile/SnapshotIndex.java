package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ZFS snapshots by id, and those that a driver marked by the mark. */
public final class SnapshotIndex {

  private final Map<String, Map<String, ZfsSnapshot>> byId = new HashMap<>();
  private final Map<String, List<ZfsSnapshot>> byMark = new HashMap<>();

  SnapshotIndex(Inventory inventory) {
    for (ZfsSnapshot snapshot : inventory.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class)) {
      byId.computeIfAbsent(snapshot.nas(), n -> new HashMap<>()).put(snapshot.id(), snapshot);
      if (CsiMarks.csiSnapshot(snapshot)) {
        byMark.computeIfAbsent(snapshot.name(), n -> new ArrayList<>(1)).add(snapshot);
      }
    }
  }

  /** The snapshot {@code dataset@name} of a NAS. */
  public Optional<ZfsSnapshot> find(String nas, String id) {
    return Optional.ofNullable(byId.getOrDefault(nas, Map.of()).get(id));
  }

  /** Snapshots whose own marks hold this CSI snapshot name and source volume. */
  List<ZfsSnapshot> marked(String name, String sourceVolume) {
    return byMark.getOrDefault(name, List.of()).stream()
        .filter(s -> s.property(CsiMarks.SNAPSHOT_SOURCE).filter(sourceVolume::equals).isPresent())
        .toList();
  }
}
