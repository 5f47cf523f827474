package dev.poolkeeper.tests.simulator;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Dotted paths into rows, as filters and selections write them. */
final class Fields {

  private Fields() {}

  /** The values at a path; an asterisk stands for all elements of a list. */
  static List<JsonNode> at(JsonNode row, String path) {
    List<JsonNode> found = List.of(row);
    for (String step : path.split("\\.", -1)) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : found) {
        if (step.equals("*") && node.isArray()) {
          node.forEach(next::add);
        } else if (node.has(step)) {
          next.add(node.get(step));
        }
      }
      found = next;
    }
    return found;
  }

  static JsonNode first(JsonNode row, String path) {
    // user properties have dots and colons in their names
    if (row.has(path)) {
      return row.get(path);
    }
    List<JsonNode> found = at(row, path);
    return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
  }
}
