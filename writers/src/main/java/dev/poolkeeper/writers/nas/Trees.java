package dev.poolkeeper.writers.nas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the appliance writes and takes it. */
final class Trees {

  private static final List<String> MACHINE_READABLE = List.of("rawvalue", "raw", "parsed");

  private Trees() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  static JsonNode number(long value) {
    return JsonNodeFactory.instance.numberNode(value);
  }

  /** {@code [[field, "=", value]]}. */
  static ArrayNode filter(String field, JsonNode value) {
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    filters.addArray().add(field).add("=").add(value);
    return filters;
  }

  static ArrayNode noFilter() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A text or number as text; empty where there is none. */
  static Optional<String> value(JsonNode value) {
    return value.isString() || value.isNumber() || value.isBoolean()
        ? Optional.of(value.asString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  static String value(JsonNode row, String field) {
    return value(row.path(field)).orElse("");
  }

  /** A ZFS property of either dialect; empty for none and for {@code -}, which is ZFS for unset. */
  static Optional<String> property(JsonNode row, String name) {
    JsonNode property = row.hasNonNull(name) ? row.path(name) : row.path("properties").path(name);
    if (!property.isObject()) {
      return value(property).filter(text -> !text.equals("-"));
    }
    return MACHINE_READABLE.stream()
        .flatMap(form -> value(property.path(form)).stream())
        .findFirst()
        .filter(text -> !text.equals("-"));
  }

  static Stream<String> texts(JsonNode list) {
    return list.values().stream().flatMap(value -> value(value).stream());
  }

  /** The zvol behind a device path, {@code zvol/tank/a+b}; empty for files and raw devices. */
  static Optional<String> zvol(String device) {
    String path = device.replaceFirst("^/dev/", "");
    return path.startsWith("zvol/")
        ? Optional.of(path.substring("zvol/".length()).replace('+', ' '))
        : Optional.empty();
  }
}
