package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiPortal;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which registered systems are one: an appliance registered under two names, both
 * controllers of an HA pair, or a pool that two systems claim. Without that every dataset would be
 * there twice, and the second of each would look like nobody's.
 *
 * <p>The same host id is the same system: it is judged once, under the name that was read best, and
 * known by the addresses of both. The same pool guid on systems of other host ids cannot be: the
 * pool was moved while the night read, or one of them answers for the other. Both lists are then
 * called partial, so that nothing is said of either. A system that answered neither is itself.
 * Source: contract 2.1, trap 14.
 */
public final class SameSystems {

  private static final List<ObjectKind> LISTS_OF_POOLS =
      List.of(ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT);

  private final Inventory inventory;
  private final Map<String, String> hostIds = new HashMap<>();

  private SameSystems(Inventory inventory) {
    this.inventory = inventory;
    inventory
        .all(ObjectKind.NAS_IDENTITY, NasIdentity.class)
        .forEach(identity -> hostIds.put(identity.nas(), identity.hostId()));
  }

  /** The inventory with every system in it once; the same one when no two are one. */
  public static Inventory once(Inventory inventory) {
    if (inventory.estate().nas().size() < 2) {
      return inventory;
    }
    Inventory merged = new SameSystems(inventory).merged();
    return new SameSystems(merged).withoutDoubleClaims();
  }

  private Inventory merged() {
    Map<String, String> keptBy = new TreeMap<>();
    for (List<String> names : byHostId().values()) {
      String kept = best(names);
      names.stream().filter(name -> !name.equals(kept)).forEach(name -> keptBy.put(name, kept));
    }
    if (keptBy.isEmpty()) {
      return inventory;
    }
    return new Inventory(
        estate(keptBy),
        inventory.captures(),
        inventory.objects().filter(object -> !keptBy.containsKey(object.subject().source())));
  }

  private Map<String, List<String>> byHostId() {
    return inventory.estate().nas().stream()
        .filter(nas -> !hostIds.getOrDefault(nas, "").isBlank())
        .collect(
            Collectors.groupingBy(
                nas -> hostIds.getOrDefault(nas, ""), TreeMap::new, Collectors.toList()));
  }

  /** The name under which most kinds were read whole; the first by name among equals. */
  private String best(List<String> names) {
    Map<String, Long> complete =
        inventory.captures().stream()
            .filter(capture -> capture.status() == CaptureStatus.COMPLETE)
            .collect(Collectors.groupingBy(Capture::source, Collectors.counting()));
    return names.stream()
        .min(
            Comparator.comparing((String name) -> -complete.getOrDefault(name, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private Estate estate(Map<String, String> keptBy) {
    Estate told = inventory.estate();
    Map<String, List<String>> addresses = new HashMap<>(told.addresses());
    keptBy.forEach(
        (name, kept) -> {
          Set<String> known = new TreeSet<>(addresses.getOrDefault(kept, List.of()));
          known.add(name);
          known.addAll(told.addresses().getOrDefault(name, List.of()));
          known.addAll(addressesOf(name));
          addresses.put(kept, List.copyOf(known));
          addresses.remove(name);
        });
    return new Estate(
        told.capturedAt(),
        told.clusters(),
        told.nas().stream().filter(name -> !keptBy.containsKey(name)).toList(),
        addresses);
  }

  private List<String> addressesOf(String nas) {
    Stream<String> hostnames =
        inventory.all(ObjectKind.NAS_SYSTEM, NasSystem.class).stream()
            .filter(system -> system.nas().equals(nas))
            .map(NasSystem::hostname);
    Stream<String> portals =
        inventory.all(ObjectKind.ISCSI_PORTAL, IscsiPortal.class).stream()
            .filter(portal -> portal.nas().equals(nas))
            .flatMap(portal -> portal.addresses().stream());
    return Stream.concat(hostnames, portals).filter(address -> !address.isBlank()).toList();
  }

  private Inventory withoutDoubleClaims() {
    Map<String, TreeSet<String>> systems = new TreeMap<>();
    for (Pool pool : inventory.all(ObjectKind.POOL, Pool.class)) {
      if (pool.readable() && !pool.guid().isBlank()) {
        systems
            .computeIfAbsent(pool.guid() + " " + pool.name(), p -> new TreeSet<>())
            .add(pool.nas());
      }
    }
    Map<String, CaptureProblem> claimed = new TreeMap<>();
    systems.forEach(
        (pool, names) -> {
          if (names.size() > 1) {
            CaptureProblem problem = problem(pool.substring(pool.indexOf(' ') + 1), names);
            names.forEach(name -> claimed.putIfAbsent(name, problem));
          }
        });
    return claimed.isEmpty()
        ? inventory
        : new Inventory(
            inventory.estate(),
            inventory.captures().stream().map(capture -> doubted(capture, claimed)).toList(),
            inventory.objects());
  }

  private static CaptureProblem problem(String pool, Set<String> systems) {
    return new CaptureProblem(
        "pool " + pool,
        "%s all say that they have it imported, by its guid"
            .formatted(String.join(" and ", systems)),
        "run it again if the pool was just moved; register the two controllers of an HA pair once,"
            + " by their shared address");
  }

  private static Capture doubted(Capture capture, Map<String, CaptureProblem> claimed) {
    Optional<CaptureProblem> problem =
        Optional.ofNullable(claimed.get(capture.source()))
            .filter(p -> LISTS_OF_POOLS.contains(capture.kind()))
            .filter(p -> capture.status() == CaptureStatus.COMPLETE);
    if (problem.isEmpty()) {
      return capture;
    }
    List<CaptureProblem> problems = new ArrayList<>(capture.problems());
    problems.add(problem.get());
    return new Capture(
        capture.source(),
        capture.kind(),
        CaptureStatus.PARTIAL,
        capture.rows(),
        capture.millis(),
        problems);
  }
}
