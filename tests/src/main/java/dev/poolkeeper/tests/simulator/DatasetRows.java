package dev.poolkeeper.tests.simulator;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Datasets as the simulator keeps them: one row each without children, with every property that
 * some release shows. What a recording lacks is filled in with values that fit.
 */
final class DatasetRows {

  private final CreationOrder order;
  private final TreeMap<String, ObjectNode> rows = new TreeMap<>();

  private DatasetRows(CreationOrder order) {
    this.order = order;
  }

  static NavigableMap<String, ObjectNode> of(
      Iterable<? extends JsonNode> recorded, CreationOrder order) {
    DatasetRows rows = new DatasetRows(order);
    recorded.forEach(rows::add);
    return rows.rows;
  }

  private void add(JsonNode recorded) {
    ObjectNode row = (ObjectNode) recorded;
    JsonNode children = row.path("children");
    for (JsonNode child : children) {
      add(child);
    }
    row.remove("children");
    String id = row.has("id") ? Trees.text(row, "id") : Trees.text(row, "name");
    rows.put(id, filled(id, flat(row)));
  }

  /** Rows of {@code zfs.resource.query} keep their properties apart and call them otherwise. */
  private static ObjectNode flat(ObjectNode row) {
    if (!row.path("properties").isObject()) {
      return row;
    }
    ObjectNode flat = Trees.object();
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      if (!entry.getKey().equals("properties") && !entry.getKey().equals("user_properties")) {
        flat.set(entry.getKey(), entry.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> entry : row.path("properties").properties()) {
      String raw = Property.raw(entry.getValue());
      if (entry.getKey().equals("mountpoint")) {
        flat.put("mountpoint", raw);
      } else {
        String source = Trees.text(entry.getValue().path("source"), "type");
        flat.set(
            entry.getKey(), Property.made(entry.getKey(), raw, source.isEmpty() ? "NONE" : source));
      }
    }
    ObjectNode users = flat.putObject("user_properties");
    row.path("user_properties")
        .properties()
        .forEach(
            user -> users.set(user.getKey(), Property.user(user.getValue().asString(""), "LOCAL")));
    return flat;
  }

  private ObjectNode filled(String id, ObjectNode row) {
    boolean volume = Trees.text(row, "type").equals("VOLUME");
    row.put("id", id).put("name", id).put("type", volume ? "VOLUME" : "FILESYSTEM");
    row.put("pool", id.split("/", 2)[0]);
    if (!row.has("mountpoint")) {
      row.put("mountpoint", volume ? null : "/mnt/" + id);
    }
    row.putIfAbsent("encrypted", Trees.parse("false"));
    row.putIfAbsent("encryption_root", Trees.parse("null"));
    row.putIfAbsent("key_loaded", Trees.parse("false"));
    row.putIfAbsent("locked", Trees.parse("false"));
    boolean encrypted = row.path("encrypted").asBoolean(false);
    boolean locked = row.path("locked").asBoolean(false);
    fill(row, "encryption", encrypted ? "aes-256-gcm" : "off");
    fill(row, "keystatus", locked ? "unavailable" : encrypted ? "available" : "none");
    row.putIfAbsent("user_properties", Trees.object());
    String used = raw(row, "used", "0");
    fill(row, "used", used);
    for (String part : new String[] {"usedbysnapshots", "usedbychildren", "usedbyrefreservation"}) {
      fill(row, part, "0");
    }
    fill(row, "usedbydataset", used);
    fillDerived(row, volume);
    row.putIfAbsent(
        "createtxg",
        Trees.parse(
            Long.toString(order.transactionGroup(Long.parseLong(raw(row, "creation", "0"))))));
    row.putIfAbsent("guid", Trees.parse(Trees.guid(id).toString()));
    return row;
  }

  private static void fillDerived(ObjectNode row, boolean volume) {
    String own = raw(row, "usedbydataset", "0");
    for (String equal : new String[] {"referenced", "logicalreferenced", "written"}) {
      fill(row, equal, own);
    }
    fill(row, "logicalused", raw(row, "used", "0"));
    fill(row, "available", "0");
    fill(row, "creation", Long.toString(CreationOrder.EARLIEST));
    for (String limit : new String[] {"reservation", "refreservation"}) {
      fill(row, limit, "0");
    }
    fill(row, "origin", "");
    fill(row, "compressratio", "1.00");
    fill(row, "compression", "lz4");
    fill(row, "readonly", "off");
    fill(row, "sync", "standard");
    fill(row, "deduplication", "off");
    fill(row, "encryption_algorithm", "off");
    if (volume) {
      fill(row, "volsize", own);
      fill(row, "volblocksize", "16384");
    } else {
      fill(row, "quota", "0");
      fill(row, "refquota", "0");
      fill(row, "recordsize", "131072");
      fill(row, "atime", "off");
    }
  }

  private static void fill(ObjectNode row, String name, String raw) {
    if (!row.path(name).isObject()) {
      row.set(name, Property.made(name, raw, name.startsWith("used") ? "NONE" : "DEFAULT"));
    }
  }

  static String raw(JsonNode row, String name, String otherwise) {
    String raw = Property.raw(row.path(name));
    return raw.isEmpty() ? otherwise : raw;
  }
}
