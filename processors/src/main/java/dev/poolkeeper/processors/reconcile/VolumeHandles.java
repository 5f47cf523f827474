package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
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
  private final Set<Driver> truenas = new HashSet<>();
  private final Set<Driver> foreign = new HashSet<>();
  private final Map<Handle, Match> matches = new HashMap<>();
  private final Map<Handle, VolumeSource> sources = new HashMap<>();
  private final Map<Driver, String> unresolved = new HashMap<>();

  void add(PersistentVolume volume, Match match, List<Dataset> linked) {
    Driver driver = new Driver(volume.cluster(), volume.source().driver());
    boolean owns = VolumeClass.of(volume.source()).family().ownsDatasets();
    (owns ? truenas : foreign).add(driver);
    Handle handle =
        new Handle(volume.cluster(), volume.source().driver(), volume.source().handle());
    datasets.computeIfAbsent(handle, h -> new ArrayList<>(1)).addAll(linked);
    matches.putIfAbsent(handle, match);
    sources.putIfAbsent(handle, volume.source());
    if (match instanceof Match.Unresolved unknown) {
      matches.put(handle, unknown);
      unresolved.merge(driver, unknown.reason(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** Where the volume of this handle says its data is; empty when no volume has it. */
  Optional<VolumeSource> source(String cluster, String driver, String handle) {
    return Optional.ofNullable(sources.get(new Handle(cluster, driver, handle)));
  }

  /** What was found for the volume of this handle; empty when no volume has it. */
  Optional<Match> match(String cluster, String driver, String handle) {
    return Optional.ofNullable(matches.get(new Handle(cluster, driver, handle)));
  }

  /** Why it cannot be said where some volume of the driver is; empty when it can of all. */
  Optional<String> unresolved(String cluster, String driver) {
    return Optional.ofNullable(unresolved.get(new Driver(cluster, driver)));
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
