package dev.poolkeeper.tests.simulator;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code pool.dataset.update}: user properties, and {@code readonly} with who inherits it. */
final class DatasetUpdate {

  private static final String READ_ONLY = "readonly";
  private static final Set<String> NOT_ITS_OWN = Set.of("INHERITED", "DEFAULT");

  private final NasState state;
  private final Generation generation;

  DatasetUpdate(NasState state, Generation generation) {
    this.state = state;
    this.generation = generation;
  }

  JsonNode update(String id, JsonNode data) {
    ObjectNode dataset = state.datasets().get(id);
    if (dataset == null) {
      throw CallFailure.invalid("id", id + " does not exist", Errno.ENOENT);
    }
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      boolean users = field.getKey().equals("user_properties_update");
      if (!field.getKey().equals(READ_ONLY) && (!users || generation == Generation.CORE_13)) {
        throw CallFailure.invalid(
            "pool_dataset_update." + field.getKey(), "Field was not expected", Errno.EINVAL);
      }
    }
    userProperties(dataset, data.path("user_properties_update"));
    if (data.has(READ_ONLY)) {
      readOnly(dataset, Trees.text(data, READ_ONLY));
    }
    return new DatasetShapes(generation, Trees.object()).row(dataset);
  }

  private static void userProperties(ObjectNode dataset, JsonNode changes) {
    ObjectNode users = Trees.object();
    dataset.path("user_properties").properties().forEach(e -> users.set(e.getKey(), e.getValue()));
    for (JsonNode change : changes) {
      String key = Trees.text(change, "key");
      if (change.path("remove").asBoolean(false)) {
        users.remove(key);
      } else {
        users.set(key, Property.user(Trees.text(change, "value"), "LOCAL"));
      }
    }
    dataset.set("user_properties", users);
  }

  private void readOnly(ObjectNode dataset, String value) {
    switch (value) {
      case "ON", "OFF" ->
          dataset.set(
              READ_ONLY,
              Property.made(READ_ONLY, value.toLowerCase(java.util.Locale.ROOT), "LOCAL"));
      case "INHERIT" -> inherit(dataset);
      default ->
          throw CallFailure.invalid("pool_dataset_update.readonly", "Invalid choice", Errno.EINVAL);
    }
    String root = Trees.text(dataset, "id");
    state
        .tree(root)
        .filter(row -> !Trees.text(row, "id").equals(root))
        .filter(row -> NOT_ITS_OWN.contains(Trees.text(row.path(READ_ONLY), "source")))
        .forEach(this::inherit);
  }

  /** Takes the value of the nearest dataset above that has one of its own. */
  private void inherit(ObjectNode dataset) {
    String id = Trees.text(dataset, "id");
    String raw = "off";
    String source = "DEFAULT";
    while (id.contains("/") && source.equals("DEFAULT")) {
      id = id.substring(0, id.lastIndexOf('/'));
      JsonNode above = state.datasets().getOrDefault(id, Trees.object()).path(READ_ONLY);
      if (!NOT_ITS_OWN.contains(Trees.text(above, "source"))) {
        raw = Property.raw(above);
        source = "INHERITED";
      }
    }
    dataset.set(READ_ONLY, Property.made(READ_ONLY, raw, source));
  }
}
