package dev.poolkeeper.tests.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a release writes one dataset. */
final class DatasetShapes {

  private static final List<String> IDENTITY =
      List.of(
          "id",
          "type",
          "name",
          "pool",
          "encrypted",
          "encryption_root",
          "key_loaded",
          "locked",
          "mountpoint");

  /** What every release shows of properties. */
  private static final List<String> OF_ALL =
      List.of(
          "deduplication",
          "sync",
          "compression",
          "compressratio",
          "origin",
          "quota",
          "refquota",
          "reservation",
          "refreservation",
          "volsize",
          "volblocksize",
          "readonly",
          "recordsize",
          "atime",
          "used",
          "available",
          "encryption_algorithm");

  private static final List<String> FROM_SCALE =
      List.of(
          "usedbysnapshots", "usedbydataset", "usedbychildren", "usedbyrefreservation", "creation");

  /** From 25.10 on, and only where asked for. */
  private static final List<String> ON_REQUEST =
      List.of("referenced", "logicalused", "logicalreferenced", "written", "createtxg", "guid");

  private static final Map<String, String> ZFS_NAMES = Map.of("dedup", "deduplication");

  private final Generation generation;
  private final Set<String> shown = new LinkedHashSet<>(OF_ALL);
  private final boolean userProperties;

  /**
   * The form that a call asks for.
   *
   * @param extra the {@code extra} of the query options
   */
  DatasetShapes(Generation generation, JsonNode extra) {
    this.generation = generation;
    if (generation != Generation.CORE_13) {
      shown.addAll(FROM_SCALE);
      narrow(extra.path("properties"));
    }
    userProperties =
        generation != Generation.CORE_13
            && !(generation.atLeast(Generation.FANGTOOTH_25_04)
                && !extra.path("retrieve_user_props").asBoolean(true));
  }

  private void narrow(JsonNode properties) {
    if (!properties.isArray()) {
      return;
    }
    Set<String> asked = new LinkedHashSet<>();
    properties.forEach(name -> asked.add(ZFS_NAMES.getOrDefault(name.asString(), name.asString())));
    shown.retainAll(asked);
    if (generation.atLeast(Generation.GOLDEYE_25_10)) {
      ON_REQUEST.stream().filter(asked::contains).forEach(shown::add);
    }
  }

  /** One row without its children. */
  ObjectNode row(ObjectNode dataset) {
    ObjectNode row = Trees.object();
    for (String field : IDENTITY) {
      row.set(field, dataset.path(field));
    }
    row.putArray("children");
    for (String field : shown) {
      JsonNode value = dataset.path(field);
      if (value.isObject()) {
        row.set(field, value);
      } else if (ON_REQUEST.contains(field) && !value.isMissingNode()) {
        row.set(field, Property.made(field, value.asString(""), "NONE"));
      }
    }
    if (userProperties) {
      row.set("user_properties", users(dataset.path("user_properties")));
      comments(row, dataset.path("user_properties"));
    }
    return row;
  }

  /** From 25.10 on every user property is said to be local. */
  private ObjectNode users(JsonNode recorded) {
    boolean allLocal = generation.atLeast(Generation.GOLDEYE_25_10);
    ObjectNode users = Trees.object();
    for (Map.Entry<String, JsonNode> entry : recorded.properties()) {
      if (entry.getKey().startsWith("org.freenas:")) {
        continue;
      }
      String source = Trees.text(entry.getValue(), "source");
      users.set(
          entry.getKey(),
          Property.user(Property.raw(entry.getValue()), allLocal ? "LOCAL" : source));
    }
    return users;
  }

  private static void comments(ObjectNode row, JsonNode users) {
    JsonNode description = users.path("org.freenas:description");
    if (!description.isMissingNode()) {
      String text = Property.raw(description);
      row.set("comments", Property.user(text, Trees.text(description, "source")));
    }
  }

  /** Puts a row under its parent. */
  static void adopt(ObjectNode parent, ObjectNode child) {
    ((ArrayNode) parent.path("children")).add(child);
  }
}
