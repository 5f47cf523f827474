package dev.poolkeeper.tests.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a release writes one snapshot in {@code zfs.snapshot.query} and {@code pool.snapshot.query}.
 */
final class SnapshotShapes {

  static final List<String> ALL =
      List.of(
          "creation",
          "used",
          "referenced",
          "written",
          "logicalreferenced",
          "compressratio",
          "createtxg",
          "guid",
          "userrefs",
          "defer_destroy",
          "clones");

  /** What needs no property to be read at all. */
  private static final Set<String> HANDLE_ONLY = Set.of("name", "createtxg");

  private static final Set<String> GONE_IN_26 = Set.of("userrefs", "clones");

  private final NasState state;
  private final Generation generation;
  private final Map<String, List<String>> clones;
  private final Set<String> properties = new LinkedHashSet<>();
  private final boolean handleOnly;
  private final boolean userProperties;
  private final boolean holds;

  SnapshotShapes(NasState state, Generation generation, JsonNode extra) {
    this.state = state;
    this.generation = generation;
    this.clones = state.clones();
    JsonNode asked = extra.path("properties");
    boolean twentySix = generation.atLeast(Generation.TWENTY_SIX);
    // an empty list is falsy in Python: up to 25.10 it asks for all of them
    boolean all = generation == Generation.CORE_13 || !asked.isArray() || asked.isEmpty();
    if (all && !twentySix) {
      properties.addAll(ALL);
    } else {
      asked.forEach(name -> properties.add(name.asString()));
    }
    handleOnly = !all && !twentySix && HANDLE_ONLY.containsAll(properties);
    properties.retainAll(ALL);
    if (twentySix) {
      properties.removeAll(GONE_IN_26);
    }
    userProperties = !twentySix && !handleOnly;
    holds = twentySix || extra.path("holds").asBoolean(false);
  }

  ObjectNode row(SnapshotState snapshot) {
    ObjectNode row = handle(snapshot);
    if (!handleOnly) {
      ObjectNode values = row.putObject("properties");
      for (String name : properties) {
        values.set(name, property(name, raw(snapshot, name)));
      }
      if (userProperties) {
        users(snapshot)
            .forEach((key, user) -> values.set(key, Property.user(user.value(), user.source())));
      }
    }
    if (holds) {
      holds(row.putObject("holds"), snapshot);
    }
    return row;
  }

  private static ObjectNode handle(SnapshotState snapshot) {
    return Trees.object()
        .put("pool", snapshot.pool())
        .put("name", snapshot.id())
        .put("type", "SNAPSHOT")
        .put("snapshot_name", snapshot.name)
        .put("dataset", snapshot.dataset)
        .put("id", snapshot.id())
        .put("createtxg", Long.toString(snapshot.createTxg));
  }

  /** From 26 on only the appliance's own tag is shown, whoever else holds. */
  private void holds(ObjectNode holds, SnapshotState snapshot) {
    if (!generation.atLeast(Generation.TWENTY_SIX)) {
      snapshot.holds.forEach(holds::put);
    } else if (snapshot.holds.containsKey("truenas")) {
      holds.put("truenas", 1);
    }
  }

  private static ObjectNode property(String name, String raw) {
    ObjectNode property = Property.made(name, raw, "NONE");
    property.remove("source_info");
    return property;
  }

  String raw(SnapshotState snapshot, String name) {
    return switch (name) {
      case "creation" -> Long.toString(snapshot.creationSeconds);
      case "used" -> Long.toString(snapshot.usedBytes);
      case "referenced", "logicalreferenced" -> Long.toString(snapshot.referencedBytes);
      case "written" -> Long.toString(Math.min(snapshot.usedBytes, snapshot.referencedBytes));
      case "compressratio" -> "1.00";
      case "createtxg" -> Long.toString(snapshot.createTxg);
      case "guid" -> Trees.guid(snapshot.id()).toString();
      case "userrefs" -> Integer.toString(snapshot.holds.size());
      case "defer_destroy" -> snapshot.deferDestroy ? "on" : "off";
      case "clones" -> String.join(",", clones.getOrDefault(snapshot.id(), List.of()));
      default -> "";
    };
  }

  /** Its own properties and, unless the recording has them already, those of its dataset. */
  Map<String, SnapshotState.UserProperty> users(SnapshotState snapshot) {
    JsonNode dataset = state.datasets().getOrDefault(snapshot.dataset, Trees.object());
    if (state.inheritanceIsRecorded() || dataset.path("user_properties").isEmpty()) {
      return snapshot.userProperties;
    }
    Map<String, SnapshotState.UserProperty> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : dataset.path("user_properties").properties()) {
      all.put(
          entry.getKey(),
          new SnapshotState.UserProperty(Property.raw(entry.getValue()), "INHERITED"));
    }
    all.putAll(snapshot.userProperties);
    return all;
  }
}
