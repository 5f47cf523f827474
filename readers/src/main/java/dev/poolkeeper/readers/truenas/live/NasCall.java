package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question to a TrueNAS.
 *
 * @param method {@code pool.dataset.query}
 * @param params positional, as JSON-RPC takes them; a query's are its filters and its options
 */
record NasCall(String method, List<JsonNode> params) {

  NasCall {
    params = List.copyOf(params);
  }

  /** A method that is asked for everything. */
  static NasCall of(String method) {
    return new NasCall(method, List.of());
  }

  /** A query, its filters and options written as JSON. */
  static NasCall query(String method, String filters, String options) {
    return new NasCall(method, List.of(Json.tree(filters), Json.tree(options)));
  }

  /** A method that takes one object. */
  static NasCall with(String method, ObjectNode argument) {
    return new NasCall(method, List.of(argument));
  }

  /** The REST path: dots are slashes, and {@code query} and {@code config} go without saying. */
  String path() {
    return "/api/v2.0/" + method.replaceFirst("\\.(query|config)$", "").replace('.', '/');
  }

  /** The body of a REST query; empty for one without filters and options. */
  String body() {
    if (params.isEmpty()) {
      return "";
    }
    ObjectNode body = Json.object();
    body.set("query-filters", params.get(0));
    body.set("query-options", params.size() > 1 ? params.get(1) : Json.object());
    return body.toString();
  }
}
