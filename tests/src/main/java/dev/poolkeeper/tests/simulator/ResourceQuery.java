package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code zfs.resource.query} of 25.10 and later. */
final class ResourceQuery {

  private static final List<String> SPACE =
      List.of(
          "available",
          "used",
          "usedbysnapshots",
          "usedbydataset",
          "usedbychildren",
          "usedbyrefreservation",
          "written");

  private final NasState state;
  private final Generation generation;

  ResourceQuery(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  Answer answer(JsonNode query) {
    List<String> paths = paths(state, query, query.path("get_children").asBoolean(false));
    boolean children = query.path("get_children").asBoolean(false) || paths.isEmpty();
    Stream<ObjectNode> found =
        paths.isEmpty()
            ? state.datasets().values().stream()
            : paths.stream()
                .flatMap(
                    path -> children ? state.tree(path) : Stream.of(state.datasets().get(path)));
    List<ObjectNode> rows =
        found
            .filter(row -> !InternalDatasets.hidden(generation, Trees.text(row, "id"), true))
            .map(row -> row(row, query))
            .toList();
    return Answer.rows(query.path("nest_results").asBoolean(false) ? nested(rows) : rows);
  }

  /** The paths of a query, all of which exist; with children none may lie below another. */
  static List<String> paths(NasState state, JsonNode query, boolean withChildren) {
    List<String> paths = new ArrayList<>();
    for (JsonNode node : query.path("paths")) {
      String path = node.asString();
      if (path.contains("@")) {
        throw CallFailure.invalid(
            "zfs.resource.query",
            "Set `get_snapshots = True` when wanting to query snapshot information.",
            Errno.EINVAL);
      }
      if (!state.datasets().containsKey(path)) {
        throw CallFailure.call(Errno.ENOENT, "'" + path + "' not found");
      }
      paths.add(path);
    }
    boolean overlap =
        paths.stream().anyMatch(a -> paths.stream().anyMatch(b -> b.startsWith(a + "/")));
    if (withChildren && overlap) {
      throw CallFailure.invalid(
          "zfs.resource.query",
          "Paths must be non-overlapping when get_children is True",
          Errno.EINVAL);
    }
    return paths;
  }

  private ObjectNode row(ObjectNode dataset, JsonNode query) {
    ObjectNode row = Trees.object();
    row.set("createtxg", dataset.path("createtxg"));
    row.set("guid", dataset.path("guid"));
    for (String field : new String[] {"name", "pool", "type"}) {
      row.set(field, dataset.path(field));
    }
    JsonNode asked = query.path("properties");
    if (query.has("properties") && asked.isNull()) {
      row.putNull("properties");
    } else {
      properties(row.putObject("properties"), dataset, asked, withSource(query));
    }
    if (query.path("get_user_properties").asBoolean(false)) {
      ObjectNode users = row.putObject("user_properties");
      dataset
          .path("user_properties")
          .properties()
          .forEach(user -> users.put(user.getKey(), Property.raw(user.getValue())));
    } else {
      row.putNull("user_properties");
    }
    row.putNull("children");
    return row;
  }

  private boolean withSource(JsonNode query) {
    return !generation.atLeast(Generation.TWENTY_SIX) || query.path("get_source").asBoolean(false);
  }

  private static void properties(
      ObjectNode target, ObjectNode dataset, JsonNode asked, boolean withSource) {
    List<String> names = new ArrayList<>();
    asked.forEach(name -> names.add(name.asString()));
    for (String name : names.isEmpty() ? SPACE : names) {
      JsonNode value = dataset.path(name);
      if (name.equals("mountpoint") && !Trees.text(dataset, "type").equals("VOLUME")) {
        target.set(name, Property.resource(value, withSource));
      } else if (value.isObject()) {
        target.set(name, Property.resource(value, withSource));
      }
    }
  }

  private static List<ObjectNode> nested(List<ObjectNode> rows) {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.put(Trees.text(row, "name"), row));
    List<ObjectNode> roots = new ArrayList<>();
    byName.forEach(
        (name, row) -> {
          ObjectNode parent = byName.get(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
          if (parent == null) {
            roots.add(row);
          } else {
            children(parent).add(row);
          }
        });
    return roots;
  }

  private static ArrayNode children(ObjectNode parent) {
    return parent.path("children") instanceof ArrayNode children
        ? children
        : parent.putArray("children");
  }
}
