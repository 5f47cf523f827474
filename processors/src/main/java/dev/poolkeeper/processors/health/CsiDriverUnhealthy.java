package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.CsiNode;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * 602: a driver that provisioned volumes and is not registered in the cluster, or not on a node
 * where pods run with them. Needs its cluster's drivers, nodes, pods, volumes and claims; lists of
 * drivers and of nodes without a single row are not believed.
 */
final class CsiDriverUnhealthy implements Rule {

  private final Night night;
  private final Set<Subject> drivers = new HashSet<>();
  private final Set<Subject> nodes = new HashSet<>();
  private final Map<Subject, CsiNode> registrations = new HashMap<>();
  private final Map<Subject, Subject> driverByVolume = new HashMap<>();
  private final Map<Subject, Integer> volumes = new TreeMap<>();
  private final Set<String> clustersWithDrivers = new HashSet<>();
  private final Set<String> clustersWithRegistrations = new HashSet<>();

  CsiDriverUnhealthy(Night night) {
    this.night = night;
    for (CsiDriver driver : night.all(ObjectKind.CSI_DRIVER, CsiDriver.class)) {
      drivers.add(driver.subject());
      clustersWithDrivers.add(driver.cluster());
    }
    night.all(ObjectKind.NODE, Node.class).stream()
        .map(InventoryObject::subject)
        .forEach(nodes::add);
    for (CsiNode node : night.all(ObjectKind.CSI_NODE, CsiNode.class)) {
      registrations.put(node.subject(), node);
      clustersWithRegistrations.add(node.cluster());
    }
    night.all(ObjectKind.PERSISTENT_VOLUME, PersistentVolume.class).stream()
        .filter(Provisioned::byADriver)
        .forEach(this::note);
  }

  private void note(PersistentVolume volume) {
    Subject driver = Subject.of(volume.cluster(), ObjectKind.CSI_DRIVER, volume.source().driver());
    driverByVolume.put(volume.subject(), driver);
    volumes.merge(driver, 1, Integer::sum);
  }

  @Override
  public FindingCode code() {
    return FindingCode.CSI_DRIVER_UNHEALTHY;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<Subject, Set<String>> unserved = unserved();
    return volumes.entrySet().stream()
        .flatMap(
            used ->
                judge(
                    used.getKey(), used.getValue(), unserved.getOrDefault(used.getKey(), Set.of()))
                    .stream());
  }

  private Optional<Verdict> judge(Subject driver, int count, Set<String> without) {
    List<String> evidence = new ArrayList<>();
    if (clustersWithDrivers.contains(driver.source())
        && !drivers.contains(driver)
        && clustersWithRegistrations.contains(driver.source())
        && !onANode(driver)) {
      evidence.add(
          "%d volumes are of it, and neither a CSIDriver object nor a node has its name"
              .formatted(count));
    }
    without.forEach(
        node ->
            evidence.add(
                "pods with its volumes run on node %s, where it is not registered"
                    .formatted(node)));
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(night.verdict(code(), driver, evidence, Optional.empty()));
  }

  /** A CSIDriver object is optional; a driver that a node has registered works. */
  private boolean onANode(Subject driver) {
    return registrations.values().stream()
        .filter(node -> node.cluster().equals(driver.source()))
        .anyMatch(node -> node.drivers().contains(driver.name()));
  }

  /** Nodes that run pods with a driver's volumes and do not have the driver. */
  private Map<Subject, Set<String>> unserved() {
    Map<Subject, Subject> driverByClaim = new HashMap<>();
    for (PersistentVolumeClaim claim :
        night.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)) {
      claim
          .volumeName()
          .map(name -> Subject.of(claim.cluster(), ObjectKind.PERSISTENT_VOLUME, name))
          .flatMap(volume -> Optional.ofNullable(driverByVolume.get(volume)))
          .ifPresent(driver -> driverByClaim.put(claim.subject(), driver));
    }
    Map<Subject, Set<String>> unserved = new HashMap<>();
    for (Pod pod : night.all(ObjectKind.POD, Pod.class)) {
      if (pod.phase().equals("Running") && onAKnownNode(pod)) {
        pod.claims().stream()
            .map(name -> pod.namespace() + "/" + name)
            .map(n -> Subject.of(pod.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, n))
            .flatMap(claim -> Stream.ofNullable(driverByClaim.get(claim)))
            .filter(driver -> !registered(driver, pod.node()))
            .forEach(
                driver -> unserved.computeIfAbsent(driver, d -> new TreeSet<>()).add(pod.node()));
      }
    }
    return unserved;
  }

  /** Pods of a node that is gone are about to go too. */
  private boolean onAKnownNode(Pod pod) {
    return nodes.contains(Subject.of(pod.cluster(), ObjectKind.NODE, pod.node()))
        && clustersWithRegistrations.contains(pod.cluster());
  }

  private boolean registered(Subject driver, String node) {
    CsiNode registration =
        registrations.get(Subject.of(driver.source(), ObjectKind.CSI_NODE, node));
    return registration != null && registration.drivers().contains(driver.name());
  }
}
