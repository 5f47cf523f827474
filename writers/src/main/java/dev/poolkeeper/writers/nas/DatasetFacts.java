package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is true of a dataset right now. A dataset is said to be absent only when its pool is there
 * to say so, and when it is none of those that lists hide.
 *
 * <p>Source: truenas-contract §1.7, §2.3, §2.4 and §3.
 */
final class DatasetFacts {

  private static final String DATASETS = "pool.dataset.query";
  private static final String RESOURCES = "zfs.resource.query";
  static final String RESOURCE_SNAPSHOTS = "zfs.resource.snapshot.query";

  /** Lists leave out whatever has one of these in its path. */
  private static final List<String> HIDDEN =
      List.of("/.system", "/ix-applications", "/ix-apps", "/.ix-virt", "/.truenas_containers");

  private static final Set<String> IMPORTED = Set.of("ONLINE", "DEGRADED");

  private final NasQuestions nas;

  DatasetFacts(NasQuestions nas) {
    this.nas = nas;
  }

  /** One dataset of a tree. */
  record Node(String id, String origin) {}

  /** The row of a dataset; empty when it certainly is not there. */
  Optional<ObjectNode> find(String id) {
    ObjectNode options = Trees.object();
    options.putObject("extra").put("retrieve_children", false);
    Optional<ObjectNode> found =
        nas.rows(DATASETS, Trees.filter("id", Trees.text(id)), options).stream()
            .filter(row -> Trees.value(row, "id").equals(id))
            .findFirst();
    if (found.isEmpty()) {
      requireVisible(id);
    }
    return found;
  }

  /** Fails where the absence of a dataset from a list says nothing. */
  void requireVisible(String id) {
    if (HIDDEN.stream().anyMatch(id::contains)) {
      throw untold(id, "TrueNAS hides such datasets from its lists");
    }
    String pool = pool(id);
    boolean imported =
        nas.rows("pool.query", Trees.filter("name", Trees.text(pool)), Trees.object()).stream()
            .anyMatch(
                row ->
                    Trees.value(row, "name").equals(pool)
                        && IMPORTED.contains(Trees.value(row, "status")));
    if (!imported) {
      throw untold(id, "its pool is not imported or not well");
    }
  }

  private static HandFailure untold(String id, String why) {
    return new HandFailure(
        Kind.UNAVAILABLE, "whether there is %s cannot be told: %s".formatted(id, why));
  }

  private static String pool(String id) {
    return id.split("[/@]", 2)[0];
  }

  /** All datasets of a dataset's pool with their origins. */
  List<Node> poolOf(String id) {
    String pool = pool(id);
    ObjectNode argument = Trees.object();
    argument.putArray("paths").add(pool);
    argument.put("get_children", true).putArray("properties").add("origin");
    List<Node> nodes = new ArrayList<>();
    nas.answer(RESOURCES, argument)
        .ifPresentOrElse(rows -> add(rows, nodes), () -> add(tree(pool), nodes));
    if (nodes.stream().noneMatch(node -> node.id().equals(pool))) {
      throw new HandFailure(
          Kind.UNAVAILABLE, "the datasets of " + pool + " cannot be told: the list lacks the pool");
    }
    return nodes;
  }

  private JsonNode tree(String pool) {
    ObjectNode options = Trees.object();
    ObjectNode extra = options.putObject("extra").put("flat", false);
    if (!nas.core()) {
      extra.put("snapshots", false).putArray("properties").add("origin");
    }
    JsonNode filters = Trees.filter("id", Trees.text(pool));
    return nas.answer(DATASETS, filters, options).orElseGet(Trees::object);
  }

  private static void add(JsonNode rows, List<Node> nodes) {
    for (JsonNode row : rows.values()) {
      nodes.add(new Node(Trees.value(row, "name"), Trees.property(row, "origin").orElse("")));
      add(row.path("children"), nodes);
    }
  }

  /** The names of a dataset's snapshots, {@code dataset@name}. */
  List<String> snapshots(String dataset) {
    ObjectNode argument = Trees.object();
    argument.putArray("paths").add(dataset);
    argument.put("recursive", false).putNull("properties");
    Optional<JsonNode> modern = nas.answer(RESOURCE_SNAPSHOTS, argument);
    Stream<JsonNode> rows =
        modern.isPresent()
            ? modern.get().values().stream()
            : snapshotRows(Trees.filter("dataset", Trees.text(dataset)), names()).stream()
                .map(JsonNode.class::cast);
    return rows.map(row -> Trees.value(row, "name"))
        .filter(name -> name.startsWith(dataset + "@"))
        .sorted()
        .toList();
  }

  private static ObjectNode names() {
    ObjectNode options = Trees.object();
    options.putArray("select").add("name");
    return options;
  }

  /** Rows of snapshots, by whichever name the release has for them. */
  List<ObjectNode> snapshotRows(JsonNode filters, JsonNode options) {
    return nas.rowsIfKnown("pool.snapshot.query", filters, options)
        .orElseGet(() -> nas.rows("zfs.snapshot.query", filters, options));
  }

  /** What holds files or devices of a dataset open, in words; empty when nothing does. */
  Optional<String> processes(String dataset) {
    String names =
        nas.all("pool.dataset.processes", Trees.text(dataset))
            .map(DatasetFacts::process)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("files of it are open in " + names);
  }

  private static String process(JsonNode row) {
    String name = Trees.value(row, "service");
    return name.isEmpty()
        ? "%s (pid %s)".formatted(Trees.value(row, "name"), Trees.value(row, "pid"))
        : name;
  }

  /** What uses a dataset as the appliance knows it. */
  List<Attachment> attachments(String dataset) {
    List<Attachment> found = new ArrayList<>();
    nas.all("pool.dataset.attachments", Trees.text(dataset))
        .forEach(
            group ->
                Trees.texts(group.path("attachments"))
                    .forEach(name -> found.add(new Attachment(Trees.value(group, "type"), name))));
    return found;
  }

  /**
   * One use of a dataset.
   *
   * @param type {@code NFS Share}, {@code Snapshot Task}
   */
  record Attachment(String type, String name) {

    /** Whether it makes copies only, and lets nobody at the data. */
    boolean task() {
      return type.endsWith("Task");
    }
  }
}
