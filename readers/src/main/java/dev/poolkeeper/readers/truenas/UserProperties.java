package dev.poolkeeper.readers.truenas;

import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.retention.owner.RemovalDate;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides which ZFS user properties are kept: those of CSI drivers and our own. What else admins
 * and tools write there is none of our business.
 */
public final class UserProperties {

  private static final List<String> TEXTS = List.of("value", "rawvalue", "raw", "parsed");

  private UserProperties() {}

  /**
   * The kept ones among an object of properties.
   *
   * @param sourceTold whether the release says truly where a value comes from
   */
  static Map<String, UserProperty> of(JsonNode properties, boolean sourceTold) {
    Map<String, UserProperty> kept = new TreeMap<>();
    properties.properties().stream()
        .filter(property -> kept(property.getKey()))
        .forEach(
            property ->
                read(property.getValue(), sourceTold)
                    .ifPresent(value -> kept.put(property.getKey(), value)));
    return kept;
  }

  /** An object of properties with the kept ones only, in the shape it has. */
  public static ObjectNode kept(JsonNode properties) {
    ObjectNode kept = Json.object();
    properties.properties().stream()
        .filter(property -> kept(property.getKey()))
        .forEach(
            property ->
                harmless(property.getValue())
                    .ifPresent(value -> kept.set(property.getKey(), value)));
    return kept;
  }

  private static Optional<JsonNode> harmless(JsonNode property) {
    if (!property.isObject()) {
      return Values.text(property).flatMap(UserProperties::withoutSecrets).map(Json::text);
    }
    ObjectNode kept = Json.object();
    for (String name : TEXTS) {
      Values.text(property.path(name))
          .flatMap(UserProperties::withoutSecrets)
          .ifPresent(text -> kept.put(name, text));
    }
    JsonNode source = property.path("source");
    Values.text(source.isObject() ? source.path("type") : source)
        .ifPresent(text -> kept.put("source", text));
    return Optional.of(kept);
  }

  private static boolean kept(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.startsWith("poolkeeper:")
        || RemovalDate.property(name)
        || name.equals("managed_by")
        || name.equals("cluster_id")
        || (name.contains("csi") && !KnownAttributes.secret(name));
  }

  private static Optional<UserProperty> read(JsonNode property, boolean sourceTold) {
    JsonNode value = property;
    if (property.isObject()) {
      JsonNode raw = property.has("rawvalue") ? property.path("rawvalue") : property.path("raw");
      value = raw.isString() ? raw : property.path("value");
    }
    PropertySource source = sourceTold ? source(property.path("source")) : PropertySource.UNKNOWN;
    return Values.text(value)
        .flatMap(UserProperties::withoutSecrets)
        .map(text -> new UserProperty(text, source));
  }

  private static PropertySource source(JsonNode source) {
    String name =
        Values.text(source.isObject() ? source.path("type") : source)
            .map(text -> text.toUpperCase(Locale.ROOT))
            .orElse("");
    return Arrays.stream(PropertySource.values())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElse(PropertySource.UNKNOWN);
  }

  /** JSON texts, such as democratic-csi's share context, keep their known attributes only. */
  private static Optional<String> withoutSecrets(String value) {
    String text = value.strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Optional.of(value);
    }
    try {
      JsonNode tree = Json.tree(text);
      return tree.isObject() ? Optional.of(KnownAttributes.json(tree)) : Optional.empty();
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }
}
