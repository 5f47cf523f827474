package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiPortal;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which NAS an address in a volume belongs to: from configuration, host names, portals, and from
 * volumes that were matched beyond doubt.
 *
 * <p>One such volume says where to look; only a second one makes the address known, because one odd
 * volume must not turn all others of its address into losses.
 */
final class NasAddresses {

  private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]", "");

  private static final int ENOUGH_VOLUMES = 2;

  private final Map<String, Set<String>> nasByAddress = new HashMap<>();
  private final Map<String, Map<String, Integer>> learnt = new HashMap<>();

  NasAddresses(Inventory inventory) {
    inventory.estate().nas().forEach(nas -> add(nas, nas));
    inventory.estate().addresses().forEach((nas, all) -> all.forEach(a -> add(a, nas)));
    inventory
        .all(ObjectKind.NAS_SYSTEM, NasSystem.class)
        .forEach(system -> add(system.hostname(), system.nas()));
    inventory
        .all(ObjectKind.ISCSI_PORTAL, IscsiPortal.class)
        .forEach(portal -> portal.addresses().forEach(a -> add(a, portal.nas())));
  }

  private void add(String address, String nas) {
    String host = host(address);
    if (!ANY.contains(host)) {
      nasByAddress.computeIfAbsent(host, h -> new TreeSet<>()).add(nas);
    }
  }

  /** Remembers that a volume with this source was found on this NAS. */
  void learn(VolumeSource source, String nas) {
    addresses(source)
        .map(NasAddresses::host)
        .distinct()
        .forEach(
            host -> learnt.computeIfAbsent(host, h -> new TreeMap<>()).merge(nas, 1, Integer::sum));
  }

  /** The systems a volume's addresses hint at, sorted; empty when none is known. */
  List<String> nasOf(VolumeSource source) {
    return nasOf(source, 1);
  }

  /** The systems a volume's addresses name for sure, sorted; empty when none is known. */
  List<String> surelyNasOf(VolumeSource source) {
    return nasOf(source, ENOUGH_VOLUMES);
  }

  private List<String> nasOf(VolumeSource source, int volumes) {
    return addresses(source)
        .map(NasAddresses::host)
        .flatMap(host -> Stream.concat(told(host), learnt(host, volumes)))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> told(String host) {
    return nasByAddress.getOrDefault(host, Set.of()).stream();
  }

  private Stream<String> learnt(String host, int volumes) {
    return learnt.getOrDefault(host, Map.of()).entrySet().stream()
        .filter(nas -> nas.getValue() >= volumes)
        .map(Map.Entry::getKey);
  }

  /** The addresses a volume names, as written. */
  static Stream<String> addresses(VolumeSource source) {
    return Stream.of(
            "server", "nfsServer", "portal", "portals", "targetPortal", "transport", "transports")
        .flatMap(key -> source.attribute(key).stream())
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Host part in lower case: scheme, port, brackets and a trailing dot are dropped. */
  static String host(String address) {
    String host = address.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z+]+://", "");
    if (host.startsWith("[")) {
      return host.substring(1, Math.max(host.indexOf(']'), 1));
    }
    int colon = host.indexOf(':');
    boolean onePort = colon >= 0 && colon == host.lastIndexOf(':');
    String bare = onePort ? host.substring(0, colon) : host;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
