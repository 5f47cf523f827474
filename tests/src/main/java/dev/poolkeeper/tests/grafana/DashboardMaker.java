package dev.poolkeeper.tests.grafana;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One dashboard of its description: panels flow from left to right, a row begins a new line. */
final class DashboardMaker {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int COLUMNS = 24;
  private static final int SCHEMA = 39;

  private final JsonNode shared;
  private final JsonNode description;
  private final ArrayNode panels = NODES.arrayNode();
  private int id = 1;
  private int x;
  private int y;
  private int lineHeight;

  DashboardMaker(JsonNode shared, JsonNode description) {
    this.shared = shared;
    this.description = description;
  }

  ObjectNode make() {
    ObjectNode dashboard = NODES.objectNode();
    dashboard.putNull("id");
    dashboard.put("uid", text("uid"));
    dashboard.put("title", text("title"));
    dashboard.put("description", text("says"));
    dashboard.putArray("tags").add("poolkeeper");
    // days are UTC days, whoever looks at them
    dashboard.put("timezone", "utc");
    dashboard.put("editable", true).put("graphTooltip", 1).put("schemaVersion", SCHEMA);
    dashboard.put("version", 1).put("refresh", "15m").put("fiscalYearStartMonth", 0);
    dashboard.putObject("time").put("from", text("from")).put("to", text("to"));
    dashboard.putObject("timepicker");
    dashboard.putObject("annotations").putArray("list");
    dashboard.set("links", links());
    dashboard.putObject("templating").set("list", variables());
    description.path("panels").forEach(this::place);
    dashboard.set("panels", panels);
    return dashboard;
  }

  private String text(String name) {
    return description.path(name).asString().strip();
  }

  private static ArrayNode links() {
    ArrayNode links = NODES.arrayNode();
    links
        .addObject()
        .put("title", "Poolkeeper")
        .put("type", "dashboards")
        .put("asDropdown", true)
        .put("icon", "external link")
        .put("includeVars", true)
        .put("keepTime", true)
        .put("targetBlank", false)
        .put("tooltip", "")
        .put("url", "")
        .putArray("tags")
        .add("poolkeeper");
    return links;
  }

  private ArrayNode variables() {
    ArrayNode variables = NODES.arrayNode();
    VariableMaker maker = new VariableMaker();
    variables.add(maker.source());
    description
        .path("variables")
        .forEach(
            name ->
                variables.add(
                    maker.query(name.asString(), shared.at("/variables/" + name.asString()))));
    variables.add(maker.report(shared.path("report").asString()));
    return variables;
  }

  private void place(JsonNode panel) {
    boolean row = panel.has("row");
    int width = row ? COLUMNS : panel.at("/size/0").asInt();
    int height = row ? 1 : panel.at("/size/1").asInt();
    if (x + width > COLUMNS || row) {
      x = 0;
      y += lineHeight;
      lineHeight = 0;
    }
    ObjectNode made = row ? row(panel) : new PanelMaker(shared, panel).make();
    made.put("id", id++);
    made.putObject("gridPos").put("h", height).put("w", width).put("x", x).put("y", y);
    panels.add(made);
    x += width;
    lineHeight = Math.max(lineHeight, height);
  }

  private static ObjectNode row(JsonNode panel) {
    ObjectNode row =
        NODES.objectNode().put("type", "row").put("title", panel.path("row").asString());
    row.put("collapsed", false);
    row.putArray("panels");
    return row;
  }
}
