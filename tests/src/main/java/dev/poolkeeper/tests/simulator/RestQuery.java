package dev.poolkeeper.tests.simulator;

import io.vertx.core.MultiMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters of a query from a query string, or from a body where there is no query string. */
final class RestQuery {

  private static final Map<String, String> OPERATORS =
      Map.of("eq", "=", "neq", "!=", "gt", ">", "lt", "<", "gte", ">=", "lte", "<=", "regex", "~");

  private RestQuery() {}

  static JsonNode of(Generation generation, String method, MultiMap query, String body) {
    ArrayNode params = Trees.array();
    if (query.isEmpty()) {
      JsonNode content = body.isBlank() ? Trees.object() : Trees.parse(body);
      boolean shortNames = generation.atLeast(Generation.ELECTRIC_EEL_24_10);
      params.add(part(content, "query-filters", "filters", shortNames, Trees.array()));
      params.add(part(content, "query-options", "options", shortNames, Trees.object()));
      return params;
    }
    ArrayNode filters = params.addArray();
    ObjectNode options = params.addObject();
    for (Map.Entry<String, String> entry : query) {
      if (!option(generation, options, entry.getKey(), entry.getValue())) {
        filter(method, filters, entry.getKey(), entry.getValue());
      }
    }
    return params;
  }

  private static JsonNode part(
      JsonNode content, String name, String shortName, boolean shortNames, JsonNode otherwise) {
    if (content.has(name)) {
      return content.path(name);
    }
    return shortNames && content.has(shortName) ? content.path(shortName) : otherwise;
  }

  private static boolean option(
      Generation generation, ObjectNode options, String key, String value) {
    switch (key) {
      case "limit", "offset" -> options.put(key, Long.parseLong(value));
      case "count" -> options.put(key, value.equals("true") || value.equals("1"));
      case "sort" -> {
        if (generation.atLeast(Generation.GOLDEYE_25_10)) {
          throw CallFailure.invalid("options.sort", "Extra inputs are not permitted", Errno.EINVAL);
        }
        options.set("order_by", Trees.texts(java.util.List.of(value.split(","))));
      }
      default -> {
        if (!key.startsWith("extra.") || generation == Generation.CORE_13) {
          return false;
        }
        options.withObjectProperty("extra").set(key.substring("extra.".length()), json(value));
      }
    }
    return true;
  }

  private static JsonNode json(String value) {
    try {
      return Trees.parse(value);
    } catch (JacksonException notJson) {
      return Trees.text(value);
    }
  }

  /** Whatever is not known is a filter; digits become a number, whatever the field holds. */
  private static void filter(String method, ArrayNode filters, String key, String value) {
    int at = key.indexOf("__");
    String field = at < 0 ? key : key.substring(0, at);
    String operator = at < 0 ? "=" : key.substring(at + 2);
    if (method.equals("pool.snapshot.query") && field.equals("dataset")) {
      return;
    }
    filters
        .addArray()
        .add(field)
        .add(OPERATORS.getOrDefault(operator, operator))
        .add(value.matches("\\d{1,18}") ? Trees.parse(value) : Trees.text(value));
  }
}
