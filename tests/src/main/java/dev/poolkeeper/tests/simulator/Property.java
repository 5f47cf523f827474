package dev.poolkeeper.tests.simulator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** ZFS properties in the forms in which the appliance writes them. */
final class Property {

  /** Properties without a value where none was set; their raw value is 0 all the same. */
  private static final Set<String> LIMITS =
      Set.of("quota", "refquota", "reservation", "refreservation");

  private Property() {}

  /** A property of {@code pool.dataset.query}, made up from its raw value. */
  static ObjectNode made(String name, String raw, String source) {
    ObjectNode property = Trees.object();
    if (LIMITS.contains(name) && raw.equals("0")) {
      property.putNull("parsed").put("rawvalue", "0").putNull("value");
      return property.put("source", "DEFAULT").putNull("source_info");
    }
    property.set("parsed", parsed(name, raw));
    property.put("rawvalue", raw).put("value", human(name, raw));
    return property.put("source", source).putNull("source_info");
  }

  private static JsonNode parsed(String name, String raw) {
    if (name.equals("creation")) {
      return Trees.date(Long.parseLong(raw) * 1000);
    }
    if (raw.equals("on") || raw.equals("off")) {
      return JsonNodeFactory.instance.booleanNode(raw.equals("on"));
    }
    return isWhole(raw) ? Trees.number(Long.parseLong(raw)) : Trees.text(raw);
  }

  /** Whether it is a whole number that fits into a long. */
  static boolean isWhole(String raw) {
    if (raw.isEmpty() || raw.length() > 18) {
      return false;
    }
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String human(String name, String raw) {
    if (name.equals("compressratio")) {
      return raw + "x";
    }
    if (name.equals("creation") || !isWhole(raw)) {
      return raw.toUpperCase(Locale.ROOT);
    }
    double size = Double.parseDouble(raw);
    int unit = 0;
    while (size >= 1024 && unit < 4) {
      size /= 1024;
      unit++;
    }
    long tenths = Math.round(size * 10);
    return unit == 0 ? raw + "B" : tenths / 10 + "." + tenths % 10 + "BKMGT".charAt(unit);
  }

  /** The raw value of a property object of either dialect, or of a plain value. */
  static String raw(JsonNode property) {
    if (property.isObject()) {
      JsonNode raw = property.has("rawvalue") ? property.path("rawvalue") : property.path("raw");
      return raw.asString("");
    }
    return property.asString("");
  }

  /** The form of {@code zfs.resource.*}: raw, source and a typed value. */
  static ObjectNode resource(JsonNode property, boolean withSource) {
    String raw = raw(property);
    ObjectNode resource = Trees.object().put("raw", raw);
    if (withSource) {
      String source = Trees.text(property, "source");
      ObjectNode origin =
          resource.putObject("source").put("type", source.isEmpty() ? "NONE" : source);
      origin.set(
          "value", property.path("source_info").isString() ? property.get("source_info") : null);
    } else {
      resource.putNull("source");
    }
    resource.set("value", typed(raw));
    return resource;
  }

  private static @Nullable JsonNode typed(String raw) {
    if (raw.matches("\\d+")) {
      return isWhole(raw)
          ? Trees.number(Long.parseLong(raw))
          : Trees.parse(new BigInteger(raw).toString());
    }
    if (raw.matches("\\d+\\.\\d+")) {
      return Trees.MAPPER.valueToTree(new BigDecimal(raw));
    }
    return Trees.text(raw);
  }

  /** A property of a snapshot or of a user: without source_info. */
  static ObjectNode user(String value, String source) {
    return Trees.object()
        .put("value", value)
        .put("rawvalue", value)
        .put("source", source)
        .put("parsed", value);
  }
}
