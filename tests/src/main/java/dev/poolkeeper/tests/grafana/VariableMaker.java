package dev.poolkeeper.tests.grafana;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Template variables. */
final class VariableMaker {

  /**
   * What All is replaced by, verbatim: a text constant that stands for no name. {@code '*' in
   * (${nas:sqlstring})} is true for All alone, however many values there are.
   */
  static final String ALL = "'*'";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  ObjectNode source() {
    ObjectNode variable = variable("ds", "Ledger", "datasource");
    variable.put("query", PanelMaker.PLUGIN).put("regex", "").put("refresh", 1);
    variable.put("multi", false).put("includeAll", false);
    variable.putArray("options");
    // as it is provisioned (deploy/grafana/provisioning)
    choose(variable, "Poolkeeper ledger", "poolkeeper");
    return variable;
  }

  private static void choose(ObjectNode variable, String text, String value) {
    variable.putObject("current").put("selected", true).put("text", text).put("value", value);
  }

  /** Where the pages of nights are served; links into the report begin with it. */
  ObjectNode report(String url) {
    ObjectNode variable = variable("report", "Reports at", "textbox");
    variable.put("query", url);
    variable
        .putArray("options")
        .addObject()
        .put("selected", true)
        .put("text", url)
        .put("value", url);
    choose(variable, url, url);
    return variable;
  }

  ObjectNode query(String name, JsonNode told) {
    ObjectNode variable = variable(name, told.path("label").asString(), "query");
    boolean several = told.path("several").asBoolean(false);
    variable.set("datasource", PanelMaker.datasource());
    String sql = told.path("sql").asString().strip();
    variable.put("query", sql);
    variable.put("refresh", 2).put("regex", "").put("sort", 0);
    variable.put("multi", several).put("includeAll", several);
    variable.putArray("options");
    choose(variable, "", "");
    if (several) {
      variable.put("allValue", ALL);
      ObjectNode current = variable.putObject("current").put("selected", true);
      current.putArray("text").add("All");
      current.putArray("value").add("$__all");
    }
    return variable;
  }

  private static ObjectNode variable(String name, String label, String type) {
    ObjectNode variable = NODES.objectNode().put("name", name).put("label", label);
    return variable.put("type", type).put("hide", 0).put("skipUrlSync", false);
  }
}
