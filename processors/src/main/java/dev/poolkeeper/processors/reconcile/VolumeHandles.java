package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which dataset a cluster's driver means by a volumeHandle, as far as volumes were linked. */
final class VolumeHandles {

  private record Handle(String cluster, String driver, String value) {}

  private record Driver(String cluster, String name) {}

  private final Map<Handle, List<Dataset>> datasets = new HashMap<>();
  private final Set<Driver> truenas = new HashSet<>();
  private final Set<Driver> foreign = new HashSet<>();

  void add(PersistentVolume volume, List<Dataset> linked) {
    Driver driver = new Driver(volume.cluster(), volume.source().driver());
    boolean owns = VolumeClass.of(volume.source()).family().ownsDatasets();
    (owns ? truenas : foreign).add(driver);
    datasets
        .computeIfAbsent(
            new Handle(volume.cluster(), volume.source().driver(), volume.source().handle()),
            h -> new ArrayList<>(1))
        .addAll(linked);
  }

  List<Dataset> datasets(String cluster, String driver, String handle) {
    return datasets.getOrDefault(new Handle(cluster, driver, handle), List.of());
  }

  /** Whether every volume of the driver that was seen lives elsewhere than on a TrueNAS. */
  boolean foreign(String cluster, String driver) {
    Driver key = new Driver(cluster, driver);
    return foreign.contains(key) && !truenas.contains(key);
  }
}
