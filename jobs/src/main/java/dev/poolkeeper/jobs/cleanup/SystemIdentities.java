package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.LiveConnections;
import dev.poolkeeper.jobs.nightly.InventorySources;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which systems bear the names of sources right now: the host id of a TrueNAS, the uid of
 * kube-system of a cluster. What is not told is not in it.
 */
final class SystemIdentities {

  private SystemIdentities() {}

  /** Of everything that was read. */
  static Map<String, String> of(Inventory inventory) {
    Map<String, String> identities = new TreeMap<>();
    inventory
        .all(ObjectKind.NAS_IDENTITY, NasIdentity.class)
        .forEach(identity -> identities.put(identity.nas(), identity.hostId()));
    inventory.all(ObjectKind.NAMESPACE, Namespace.class).stream()
        .filter(namespace -> namespace.name().equals("kube-system"))
        .forEach(namespace -> identities.put(namespace.cluster(), namespace.uid()));
    return identities;
  }

  /** Of live systems, asked for nothing else. */
  static Map<String, String> live(Configuration configuration, Set<String> sources, Clock clock) {
    LiveConnections connections =
        name ->
            new ConfiguredConnections(
                    configuration.liveSystems(), nas -> KnownSnapshots.NONE, clock)
                .open(name);
    InventorySource estate =
        new InventorySources(configuration::liveSystems, connections, Progress.Watch.NOBODY)
            .open(Optional.empty(), clock.instant());
    Set<ObjectKind> kinds = Set.of(ObjectKind.NAS_IDENTITY, ObjectKind.NAMESPACE);
    List<String> known = estate.estate().sources().stream().filter(sources::contains).toList();
    return of(FreshInventory.read(estate, known, kinds));
  }
}
