package dev.poolkeeper.tests.simulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the configuration database, which have numbers as ids. */
final class DatabaseRows {

  private DatabaseRows() {}

  static ObjectNode find(NasState state, String method, JsonNode id) {
    for (ObjectNode row : state.list(method)) {
      if (row.path("id").asLong(-1) == id.asLong(-2)) {
        return row;
      }
    }
    throw CallFailure.invalid("", model(method) + " " + id + " does not exist", Errno.ENOENT);
  }

  /** The name of the model in messages, such as IscsiTarget. */
  private static String model(String method) {
    StringBuilder name = new StringBuilder();
    for (String part : method.replace(".query", "").split("[._]", -1)) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return name.toString();
  }
}
