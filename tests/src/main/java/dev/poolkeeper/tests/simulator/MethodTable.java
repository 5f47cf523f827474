package dev.poolkeeper.tests.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The methods that a release has. */
final class MethodTable {

  private final Map<String, ApiMethod> methods = new TreeMap<>();
  private final Generation generation;

  MethodTable(Generation generation) {
    this.generation = generation;
  }

  Generation generation() {
    return generation;
  }

  void add(String name, String role, ApiMethod.Code code) {
    methods.put(name, new ApiMethod(role, code));
  }

  void addQuery(String name, String role, ApiMethod.Query query) {
    add(
        name,
        role,
        params ->
            query.query(
                new Filters(filters(params)), new QueryOptions(params.path(1), generation)));
  }

  private static JsonNode filters(JsonNode params) {
    return params.has(0) ? params.path(0) : Trees.array();
  }

  Optional<ApiMethod> find(String name) {
    return Optional.ofNullable(methods.get(name));
  }

  boolean has(String name) {
    return methods.containsKey(name);
  }

  Iterable<String> names() {
    return methods.keySet();
  }
}
