package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Builds one night's inventory. {@code cluster} and {@code nas} register a source and make it the
 * one that the following objects belong to. Every part is complete unless said otherwise.
 */
public final class InventoryBuilder {

  /** When every built inventory is taken. */
  public static final Instant NIGHT = Instant.parse("2026-02-11T02:00:00Z");

  /** When every object is made unless said otherwise: long before the night. */
  public static final Instant LONG_AGO = Instant.parse("2025-06-15T17:06:40Z");

  private final TreeSet<String> clusters = new TreeSet<>();
  private final TreeSet<String> systems = new TreeSet<>();
  private final Map<String, List<String>> addresses = new TreeMap<>();
  private final Map<String, CaptureStatus> statuses = new TreeMap<>();
  private final Map<String, List<CaptureProblem>> problems = new TreeMap<>();
  private final List<InventoryObject> objects = new ArrayList<>();
  private String cluster = "";
  private String nas = "";

  private Instant asOf = NIGHT;

  private InventoryBuilder() {}

  /** An estate without sources. */
  public static InventoryBuilder anEstate() {
    return new InventoryBuilder();
  }

  /** Cluster prod-a, and nas1 with the pool tank and the dataset k8s for volumes in it. */
  public static InventoryBuilder anInventory() {
    return anEstate().cluster("prod-a").nas("nas1").pool("tank").parent("tank/k8s");
  }

  public InventoryBuilder cluster(String name) {
    cluster = name;
    clusters.add(name);
    return this;
  }

  public InventoryBuilder nas(String name) {
    nas = name;
    boolean told =
        objects.stream().anyMatch(o -> o instanceof NasSystem system && system.nas().equals(name));
    if (systems.add(name) && !told) {
      add(new NasSystem(name, "25.04.2", "host-of-" + name, Optional.empty(), Optional.empty()));
    }
    return this;
  }

  /** An address by which the NAS is known from configuration. */
  public InventoryBuilder address(String address) {
    addresses.computeIfAbsent(nas, n -> new ArrayList<>()).add(address);
    return this;
  }

  /** A pool that is online, with its root dataset. */
  public InventoryBuilder pool(String name) {
    return pool(name, "ONLINE").parent(name);
  }

  /** A pool without any dataset. */
  public InventoryBuilder pool(String name, String status) {
    return pool(name, status, nas + "-" + name);
  }

  /** A pool of this guid without any dataset. */
  public InventoryBuilder pool(String name, String status, String guid) {
    boolean healthy = status.equals("ONLINE");
    return add(
        new Pool(nas, name, guid, status, healthy, "", Optional.empty(), SpaceUsage.UNKNOWN));
  }

  /** A dataset no driver made, to keep others in. */
  public InventoryBuilder parent(String id) {
    return dataset(DatasetBuilder.aDataset(id));
  }

  public InventoryBuilder dataset(DatasetBuilder dataset) {
    return add(dataset.build(nas));
  }

  public InventoryBuilder snapshot(SnapshotBuilder snapshot) {
    return add(snapshot.build(nas));
  }

  public InventoryBuilder volume(VolumeBuilder volume) {
    return add(volume.build(cluster));
  }

  public InventoryBuilder content(ContentBuilder content) {
    return add(content.build(cluster));
  }

  /** Any other object of the current NAS. */
  public InventoryBuilder onNas(Function<String, ? extends InventoryObject> object) {
    return add(object.apply(nas));
  }

  /** Any other object of the current cluster. */
  public InventoryBuilder inCluster(Function<String, ? extends InventoryObject> object) {
    return add(object.apply(cluster));
  }

  public InventoryBuilder add(InventoryObject object) {
    objects.add(object);
    return this;
  }

  /** How one part of one source was read. */
  public InventoryBuilder read(String source, ObjectKind kind, CaptureStatus status) {
    statuses.put(source + "/" + kind.plural(), status);
    return this;
  }

  /** A part of a source that failed, and with what problem. */
  public InventoryBuilder problem(String source, ObjectKind kind, CaptureProblem problem) {
    problems.computeIfAbsent(source + "/" + kind.plural(), p -> new ArrayList<>()).add(problem);
    return read(source, kind, CaptureStatus.FAILED);
  }

  /** One part of a source that lost all its objects, and how it was read. */
  public InventoryBuilder emptied(String source, ObjectKind kind, CaptureStatus status) {
    objects.removeIf(o -> o.subject().source().equals(source) && ObjectKind.of(o) == kind);
    return read(source, kind, status);
  }

  /** A source of which nothing could be read; its objects go. */
  public InventoryBuilder failed(String source) {
    ObjectKind.of(sideOf(source)).forEach(kind -> read(source, kind, CaptureStatus.FAILED));
    objects.removeIf(object -> object.subject().source().equals(source));
    return this;
  }

  private Side sideOf(String source) {
    return clusters.contains(source) ? Side.CLUSTER : Side.NAS;
  }

  public int size() {
    return objects.size();
  }

  /** Captured at another moment than {@link #NIGHT}. */
  public InventoryBuilder at(Instant moment) {
    asOf = moment;
    return this;
  }

  public Inventory build() {
    return build(objects);
  }

  /** The same inventory in another order. */
  public Inventory shuffled(long seed) {
    List<InventoryObject> other = new ArrayList<>(objects);
    Collections.shuffle(other, new Random(seed));
    return build(other);
  }

  private Inventory build(List<InventoryObject> ordered) {
    Estate estate =
        new Estate(asOf, List.copyOf(clusters), List.copyOf(systems), Map.copyOf(addresses));
    List<Capture> captures = new ArrayList<>();
    for (String source : estate.sources()) {
      ObjectKind.of(estate.sideOf(source)).forEach(kind -> captures.add(capture(source, kind)));
    }
    return new Inventory(estate, captures, ordered.stream());
  }

  private Capture capture(String source, ObjectKind kind) {
    CaptureStatus status =
        statuses.getOrDefault(source + "/" + kind.plural(), CaptureStatus.COMPLETE);
    long rows =
        objects.stream()
            .filter(o -> o.subject().source().equals(source) && ObjectKind.of(o) == kind)
            .count();
    return new Capture(
        source,
        kind,
        status,
        rows,
        1,
        problems.getOrDefault(source + "/" + kind.plural(), List.of()));
  }
}
