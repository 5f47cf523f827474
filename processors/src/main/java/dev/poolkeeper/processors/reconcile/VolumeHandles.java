package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.reconcile.Match.Absent;
import dev.poolkeeper.processors.reconcile.Match.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which dataset a cluster's driver means by a volumeHandle, as far as volumes were linked. */
final class VolumeHandles {

  private record Handle(String cluster, String driver, String value) {}

  private record Driver(String cluster, String name) {}

  private final Map<Handle, List<Dataset>> datasets = new HashMap<>();
  private final Map<Handle, String> unresolved = new HashMap<>();
  private final Map<Driver, String> away = new HashMap<>();
  private final Map<Handle, Absent> absent = new HashMap<>();
  private final Set<Driver> truenas = new HashSet<>();
  private final Set<Driver> foreign = new HashSet<>();

  /**
   * @param linked the datasets that the match leads to
   */
  void add(PersistentVolume volume, Match match, List<Dataset> linked) {
    Driver driver = new Driver(volume.cluster(), volume.source().driver());
    boolean owns = VolumeClass.of(volume.source()).family().ownsDatasets();
    (owns ? truenas : foreign).add(driver);
    Handle handle =
        new Handle(volume.cluster(), volume.source().driver(), volume.source().handle());
    datasets.computeIfAbsent(handle, h -> new ArrayList<>(1)).addAll(linked);
    if (match instanceof Unresolved reason) {
      unresolved.merge(handle, reason.reason(), VolumeHandles::first);
      away.merge(driver, reason.reason(), VolumeHandles::first);
    }
    if (match instanceof Absent lost) {
      absent.putIfAbsent(handle, lost);
    }
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  List<Dataset> datasets(String cluster, String driver, String handle) {
    return datasets.getOrDefault(new Handle(cluster, driver, handle), List.of());
  }

  /**
   * Why it cannot be said where the volume of this handle is; empty when it can. Of a handle that
   * no volume has any more nothing can be said while another volume of its driver is away.
   */
  Optional<String> unresolved(String cluster, String driver, String handle) {
    Handle key = new Handle(cluster, driver, handle);
    if (!datasets.containsKey(key)) {
      return Optional.ofNullable(away.get(new Driver(cluster, driver)));
    }
    return datasets.getOrDefault(key, List.of()).isEmpty()
        ? Optional.ofNullable(unresolved.get(key))
        : Optional.empty();
  }

  /** Where the volume of this handle was looked for in vain; empty when it was found. */
  Optional<Absent> absent(String cluster, String driver, String handle) {
    Handle key = new Handle(cluster, driver, handle);
    return datasets.getOrDefault(key, List.of()).isEmpty()
        ? Optional.ofNullable(absent.get(key))
        : Optional.empty();
  }

  /** Whether every volume of the driver that was seen lives elsewhere than on a TrueNAS. */
  boolean foreign(String cluster, String driver) {
    Driver key = new Driver(cluster, driver);
    return foreign.contains(key) && !truenas.contains(key);
  }
}
