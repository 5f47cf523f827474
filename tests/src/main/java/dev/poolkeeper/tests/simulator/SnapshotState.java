package dev.poolkeeper.tests.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One ZFS snapshot as the simulator keeps it: small, because there are many. */
final class SnapshotState {

  /** A user property with where it comes from: LOCAL or INHERITED. */
  record UserProperty(String value, String source) {}

  final String dataset;
  final String name;
  final long createTxg;
  final long creationSeconds;
  final long usedBytes;
  final long referencedBytes;
  final Map<String, UserProperty> userProperties;
  final Map<String, Long> holds = new TreeMap<>();
  boolean deferDestroy;

  private SnapshotState(JsonNode row, UnaryOperator<String> pool, CreationOrder order) {
    String id = row.has("id") ? Trees.text(row, "id") : Trees.text(row, "name");
    JsonNode properties = row.path("properties");
    dataset = pool.apply(id.substring(0, id.indexOf('@')));
    name = pool.apply(id.substring(id.indexOf('@') + 1));
    creationSeconds = number(properties.path("creation"), CreationOrder.EARLIEST);
    usedBytes = number(properties.path("used"), 0);
    referencedBytes = number(properties.path("referenced"), 0);
    JsonNode txg = row.has("createtxg") ? row.path("createtxg") : properties.path("createtxg");
    createTxg = number(txg, order.transactionGroup(creationSeconds));
    deferDestroy = Property.raw(properties.path("defer_destroy")).equals("on");
    userProperties = userProperties(row, pool);
    hold(row, number(properties.path("userrefs"), 0));
  }

  /**
   * Reads a row of any of the snapshot listings.
   *
   * @param pool makes one of many equal texts
   */
  static SnapshotState of(JsonNode row, UnaryOperator<String> pool, CreationOrder order) {
    return new SnapshotState(row, pool, order);
  }

  private static Map<String, UserProperty> userProperties(
      JsonNode row, UnaryOperator<String> pool) {
    Map<String, UserProperty> found = new LinkedHashMap<>();
    for (String part : new String[] {"properties", "user_properties"}) {
      for (Map.Entry<String, JsonNode> entry : row.path(part).properties()) {
        if (entry.getKey().contains(":")) {
          String source = Trees.text(entry.getValue(), "source");
          found.put(
              pool.apply(entry.getKey()),
              new UserProperty(
                  pool.apply(Property.raw(entry.getValue())), source.isEmpty() ? "LOCAL" : source));
        }
      }
    }
    return found.isEmpty() ? Map.of() : found;
  }

  /** Holds by their tags; where only a number is recorded, the tags are made up. */
  private void hold(JsonNode row, long references) {
    JsonNode recorded = row.path("holds");
    recorded.properties().forEach(hold -> holds.put(hold.getKey(), hold.getValue().asLong(0)));
    if (recorded.isArray()) {
      recorded.forEach(tag -> holds.put(tag.asString(), creationSeconds));
    }
    for (int i = holds.size(); i < references; i++) {
      holds.put(i == 0 ? "truenas" : "hold-" + i, creationSeconds);
    }
  }

  private static long number(JsonNode property, long otherwise) {
    String raw = Property.raw(property);
    return Property.isWhole(raw) ? Long.parseLong(raw) : otherwise;
  }

  String id() {
    return dataset + "@" + name;
  }

  String pool() {
    int slash = dataset.indexOf('/');
    return slash < 0 ? dataset : dataset.substring(0, slash);
  }
}
