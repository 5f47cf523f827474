package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.Json;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what of a row is recorded: the fields that are named, and nothing else. An object on the
 * way to one stays, even when it becomes empty.
 */
final class Fields {

  private final Map<String, Fields> below = new TreeMap<>();
  private final Map<String, Set<Field>> here = new TreeMap<>();

  /** The fields below a name; made when it had none. */
  Fields below(String name) {
    return below.computeIfAbsent(name, unknown -> new Fields());
  }

  void add(String name, Field field) {
    here.computeIfAbsent(name, unknown -> EnumSet.noneOf(Field.class)).add(field);
  }

  /** Adds all that another section names. */
  void addAll(Fields other) {
    other.here.forEach((name, fields) -> fields.forEach(field -> add(name, field)));
    other.below.forEach((name, fields) -> below(name).addAll(fields));
  }

  ObjectNode harmless(JsonNode row) {
    ObjectNode kept = Json.object();
    row.properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode value = property.getValue();
              for (Field field : here.getOrDefault(name, Set.of())) {
                field.harmless(value).ifPresent(plain -> put(kept, name, plain));
              }
              if (below.containsKey(name) && value.isContainer()) {
                put(kept, name, below(name).inside(value));
              }
            });
    return kept;
  }

  private JsonNode inside(JsonNode value) {
    if (value.isObject()) {
      return harmless(value);
    }
    ArrayNode kept = Json.array();
    value.values().stream().filter(JsonNode::isObject).map(this::harmless).forEach(kept::add);
    return kept;
  }

  /** Several sorts of fields may share an object, such as the properties of a snapshot. */
  private static void put(ObjectNode kept, String name, JsonNode value) {
    JsonNode known = kept.path(name);
    if (known instanceof ObjectNode object && value instanceof ObjectNode more) {
      object.setAll(more);
    } else {
      kept.set(name, value);
    }
  }
}
