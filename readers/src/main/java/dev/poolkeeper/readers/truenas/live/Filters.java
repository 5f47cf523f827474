package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Filters of a query. */
final class Filters {

  private Filters() {}

  /** {@code [[field, "=", value]]}. */
  static JsonNode equal(String field, String value) {
    ArrayNode filters = Json.array();
    filters.addArray().add(field).add("=").add(value);
    return filters;
  }
}
