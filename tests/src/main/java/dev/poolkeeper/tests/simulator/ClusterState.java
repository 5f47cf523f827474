package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a cluster, written once and then only copied into answers. */
final class ClusterState {

  private static final long FIRST_VERSION = 1000;

  private final Map<String, NavigableMap<String, byte[]>> objects = new HashMap<>();
  private long resourceVersion = FIRST_VERSION;

  /** Objects by plural; what has no list here is there and empty, or not installed. */
  ClusterState(Map<String, ? extends Iterable<? extends JsonNode>> lists) {
    lists.forEach(
        (plural, items) -> {
          objects.computeIfAbsent(plural, unused -> new TreeMap<>());
          items.forEach(item -> put(plural, (ObjectNode) item));
        });
  }

  /** Adds or replaces an object; in lists items say neither their version nor their kind. */
  synchronized void put(String plural, ObjectNode item) {
    ObjectNode stored = Trees.object().setAll(item);
    stored.remove(List.of("apiVersion", "kind"));
    ObjectNode metadata = Trees.object();
    item.path("metadata").properties().forEach(e -> metadata.set(e.getKey(), e.getValue()));
    metadata.put("resourceVersion", Long.toString(++resourceVersion));
    if (!metadata.has("uid")) {
      metadata.put("uid", uid(plural + "/" + key(item)));
    }
    stored.set("metadata", metadata);
    objects
        .computeIfAbsent(plural, unused -> new TreeMap<>())
        .put(key(item), Trees.MAPPER.writeValueAsBytes(stored));
  }

  synchronized void remove(String plural, String namespace, String name) {
    resourceVersion++;
    objects.getOrDefault(plural, new TreeMap<>()).remove(namespace + "/" + name);
  }

  private static String uid(String text) {
    return java.util
        .UUID
        .nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static String key(JsonNode item) {
    JsonNode metadata = item.path("metadata");
    return Trees.text(metadata, "namespace") + "/" + Trees.text(metadata, "name");
  }

  synchronized boolean has(String plural) {
    return objects.containsKey(plural);
  }

  synchronized long resourceVersion() {
    return resourceVersion;
  }

  synchronized Optional<byte[]> get(String plural, String namespace, String name) {
    return Optional.ofNullable(
        objects.getOrDefault(plural, new TreeMap<>()).get(namespace + "/" + name));
  }

  /** One page of a list: its objects, the key of its last one, and how many follow. */
  record Page(Collection<byte[]> items, String last, int remaining) {}

  /**
   * A page of a list.
   *
   * @param namespace empty is all of them
   * @param after the key of the last object of the page before, or empty
   * @param limit 0 is all
   */
  synchronized Page page(String plural, String namespace, String after, int limit) {
    SortedMap<String, byte[]> all = objects.getOrDefault(plural, new TreeMap<>());
    if (!namespace.isEmpty()) {
      all = all.subMap(namespace + "/", namespace + "0");
    }
    if (!after.isEmpty()) {
      all = all.tailMap(after + "\0");
    }
    if (limit == 0 || all.size() <= limit) {
      return new Page(List.copyOf(all.values()), "", 0);
    }
    List<byte[]> items = new ArrayList<>(limit);
    String last = "";
    for (Map.Entry<String, byte[]> entry : all.entrySet()) {
      items.add(entry.getValue());
      last = entry.getKey();
      if (items.size() == limit) {
        break;
      }
    }
    return new Page(items, last, all.size() - limit);
  }
}
