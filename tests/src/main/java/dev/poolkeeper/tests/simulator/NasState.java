package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is on the appliance now. Not safe for several threads by itself. */
final class NasState {

  static final List<String> SNAPSHOT_LISTINGS =
      List.of("pool.snapshot.query", "zfs.snapshot.query", "zfs.resource.snapshot.query");
  static final List<String> DATASET_LISTINGS = List.of("pool.dataset.query", "zfs.resource.query");

  private final NavigableMap<String, ObjectNode> datasets;
  private final NavigableMap<String, Map<String, SnapshotState>> snapshots = new TreeMap<>();
  private final Map<String, List<ObjectNode>> lists = new HashMap<>();
  private final Map<String, JsonNode> documents = new HashMap<>();
  private final Set<String> busy = new HashSet<>();
  private final Map<String, SortedSet<String>> open = new HashMap<>();
  private boolean inheritanceIsRecorded;

  /**
   * Keeps recorded answers.
   *
   * @param lists rows by method, read once; they become the simulator's
   * @param documents answers that are one value, such as {@code system.info}
   */
  NasState(
      Map<String, ? extends Iterable<? extends JsonNode>> lists,
      Map<String, ? extends JsonNode> documents) {
    Iterable<? extends JsonNode> recorded = first(lists, SNAPSHOT_LISTINGS);
    CreationOrder order = CreationOrder.of(recorded);
    this.datasets = DatasetRows.of(first(lists, DATASET_LISTINGS), order);
    Map<String, String> texts = new HashMap<>();
    recorded.forEach(
        row -> {
          SnapshotState one =
              SnapshotState.of(
                  row, text -> texts.computeIfAbsent(text, Function.identity()), order);
          add(one);
        });
    lists.forEach(
        (method, rows) -> {
          if (!SNAPSHOT_LISTINGS.contains(method) && !DATASET_LISTINGS.contains(method)) {
            List<ObjectNode> copy = new ArrayList<>();
            rows.forEach(row -> copy.add((ObjectNode) row));
            this.lists.put(method, copy);
          }
        });
    this.documents.putAll(documents);
  }

  private static Iterable<? extends JsonNode> first(
      Map<String, ? extends Iterable<? extends JsonNode>> lists, List<String> methods) {
    for (String method : methods) {
      Iterable<? extends JsonNode> rows = lists.get(method);
      if (rows != null) {
        return rows;
      }
    }
    return List.of();
  }

  /** Whether snapshots were recorded with what they inherit from their datasets. */
  boolean inheritanceIsRecorded() {
    return inheritanceIsRecorded;
  }

  void add(SnapshotState snapshot) {
    inheritanceIsRecorded |=
        snapshot.userProperties.values().stream()
            .anyMatch(user -> user.source().equals("INHERITED"));
    snapshots
        .computeIfAbsent(snapshot.dataset, unused -> new LinkedHashMap<>())
        .put(snapshot.name, snapshot);
  }

  NavigableMap<String, ObjectNode> datasets() {
    return datasets;
  }

  /** A dataset and all below it, in the order of their names. */
  Stream<ObjectNode> tree(String root) {
    ObjectNode own = datasets.get(root);
    return Stream.concat(
        own == null ? Stream.empty() : Stream.of(own),
        datasets.subMap(root + "/", root + "0").values().stream());
  }

  List<ObjectNode> childrenOf(String parent) {
    return datasets.subMap(parent + "/", parent + "0").values().stream()
        .filter(row -> Trees.text(row, "id").indexOf('/', parent.length() + 1) < 0)
        .toList();
  }

  Stream<SnapshotState> snapshots() {
    return snapshots.values().stream().flatMap(one -> one.values().stream());
  }

  Collection<SnapshotState> snapshotsOf(String dataset) {
    return snapshots.getOrDefault(dataset, Map.of()).values();
  }

  Optional<SnapshotState> snapshot(String id) {
    int at = id.indexOf('@');
    return at < 0
        ? Optional.empty()
        : Optional.ofNullable(
            snapshots.getOrDefault(id.substring(0, at), Map.of()).get(id.substring(at + 1)));
  }

  void remove(SnapshotState snapshot) {
    Map<String, SnapshotState> siblings = snapshots.get(snapshot.dataset);
    if (siblings != null && siblings.remove(snapshot.name) != null) {
      SpaceFigures.free(datasets, snapshot.dataset, snapshot.usedBytes);
    }
  }

  void removeDataset(String id) {
    SpaceFigures.destroy(datasets, id);
    datasets.remove(id);
    snapshots.remove(id);
  }

  /** Names of datasets by the snapshot that they are a clone of. */
  Map<String, List<String>> clones() {
    Map<String, List<String>> clones = new HashMap<>();
    datasets.forEach(
        (id, row) -> {
          String origin = DatasetRows.raw(row, "origin", "");
          if (!origin.isEmpty()) {
            clones.computeIfAbsent(origin, unused -> new ArrayList<>()).add(id);
          }
        });
    return clones;
  }

  /** Somebody holds a file or a device of this dataset open. */
  void keepBusy(String dataset) {
    busy.add(dataset);
  }

  /** A process has a file or a device of this dataset open. */
  void open(String dataset, String service) {
    open.computeIfAbsent(dataset, unused -> new TreeSet<>()).add(service);
  }

  List<ObjectNode> processesOf(String dataset) {
    return open.getOrDefault(dataset, new TreeSet<>()).stream()
        .map(
            service -> Trees.object().put("pid", 4711).put("name", service).put("service", service))
        .toList();
  }

  /** All there is, by a name for each object: to be compared with what there is later. */
  SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    datasets.forEach((id, row) -> all.put("dataset " + id, SpaceFigures.still(row)));
    snapshots()
        .forEach(
            one ->
                all.put(
                    "snapshot " + one.id(),
                    one.createTxg + " " + one.holds + " " + one.deferDestroy));
    lists.forEach(
        (method, rows) ->
            rows.forEach(
                row -> all.merge(method + " " + row.path("id"), row.toString(), String::concat)));
    return all;
  }

  boolean isBusy(String dataset) {
    return busy.contains(dataset);
  }

  /** The rows of a table, which may be changed. */
  List<ObjectNode> list(String method) {
    return lists.computeIfAbsent(method, unused -> new ArrayList<>());
  }

  Optional<JsonNode> document(String method) {
    return Optional.ofNullable(documents.get(method));
  }
}
