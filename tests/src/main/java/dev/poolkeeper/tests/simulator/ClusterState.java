package dev.poolkeeper.tests.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
  private final Map<String, Sorted> sorted = new HashMap<>();
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
    sorted.remove(plural);
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
    sorted.remove(plural);
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

  /** All there is, by a name for each object. */
  synchronized SortedMap<String, String> everything() {
    SortedMap<String, String> all = new TreeMap<>();
    objects.forEach(
        (plural, named) ->
            named.forEach(
                (key, bytes) ->
                    all.put(plural + "/" + key, new String(bytes, StandardCharsets.UTF_8))));
    return all;
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
  record Page(List<byte[]> items, String last, int remaining) {}

  /** All objects of a plural in their order, as an array that pages are cut from. */
  private record Sorted(List<String> keys, List<byte[]> items) {

    int firstAtOrAfter(String key) {
      int found = Collections.binarySearch(keys, key);
      return found < 0 ? -found - 1 : found;
    }
  }

  /**
   * A page of a list.
   *
   * @param namespace empty is all of them
   * @param after the key of the last object of the page before, or empty
   * @param limit 0 is all
   */
  synchronized Page page(String plural, String namespace, String after, int limit) {
    Sorted all = sorted.computeIfAbsent(plural, this::sort);
    int end = namespace.isEmpty() ? all.keys().size() : all.firstAtOrAfter(namespace + "0");
    int start = namespace.isEmpty() ? 0 : all.firstAtOrAfter(namespace + "/");
    if (!after.isEmpty()) {
      start = Math.max(start, all.firstAtOrAfter(after + "\0"));
    }
    int stop = limit == 0 ? end : Math.min(end, start + limit);
    String last = stop > start ? all.keys().get(stop - 1) : "";
    return new Page(all.items().subList(start, stop), last, end - stop);
  }

  private Sorted sort(String plural) {
    Map<String, byte[]> all = objects.getOrDefault(plural, new TreeMap<>());
    return new Sorted(List.copyOf(all.keySet()), List.copyOf(all.values()));
  }
}
