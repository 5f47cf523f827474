package dev.poolkeeper.tests.grafana;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One panel of its description. */
final class PanelMaker {

  static final String PLUGIN = "grafana-postgresql-datasource";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode shared;
  private final JsonNode told;

  PanelMaker(JsonNode shared, JsonNode told) {
    this.shared = shared;
    this.told = told;
  }

  static ObjectNode datasource() {
    return NODES.objectNode().put("type", PLUGIN).put("uid", "${ds}");
  }

  ObjectNode make() {
    String type = told.path("type").asString();
    ObjectNode panel = NODES.objectNode().put("type", type);
    panel.put("title", told.path("title").asString());
    panel.put("description", told.path("says").asString().strip());
    panel.put("transparent", false);
    panel.set("datasource", datasource());
    if (type.equals("timeseries") || type.equals("state-timeline")) {
      // nights are a day apart: nothing is gained by asking for more
      panel.put("interval", "1d");
    }
    panel.set("targets", targets(type));
    panel.set("fieldConfig", new FieldMaker(shared, told).make());
    panel.set("options", new OptionMaker(told).of(type));
    if (told.has("repeat")) {
      panel
          .put("repeat", told.path("repeat").asString())
          .put("repeatDirection", "h")
          .put("maxPerRow", 2);
    }
    return panel;
  }

  private ArrayNode targets(String type) {
    ArrayNode targets = NODES.arrayNode();
    JsonNode queries = told.path("sql");
    if (queries.isString()) {
      targets.add(target(queries.asString(), "A", type));
    } else {
      char name = 'A';
      for (JsonNode query : queries) {
        targets.add(target(query.asString(), String.valueOf(name++), type));
      }
    }
    return targets;
  }

  private ObjectNode target(String sql, String name, String type) {
    boolean series = type.equals("timeseries") || told.path("series").asBoolean(false);
    ObjectNode target = NODES.objectNode().put("refId", name);
    target.set("datasource", datasource());
    target.put("format", series ? "time_series" : "table");
    target.put("editorMode", "code").put("rawQuery", true);
    target.put("rawSql", full(sql));
    return target;
  }

  /** With what many queries share put in its places. */
  private String full(String sql) {
    String full = sql.strip();
    for (var part : shared.path("parts").properties()) {
      full = full.replace("{{" + part.getKey() + "}}", part.getValue().asString().strip());
    }
    if (full.contains("{{")) {
      throw new IllegalArgumentException("unknown part in " + full);
    }
    return full;
  }

  static ArrayNode links(JsonNode told) {
    ArrayNode links = NODES.arrayNode();
    for (JsonNode link : told) {
      links.add(link(link.path(0).asString(), link.path(1).asString()));
    }
    return links;
  }

  static ObjectNode link(String title, String url) {
    ObjectNode link = NODES.objectNode().put("title", title).put("url", url);
    return link.put("targetBlank", url.startsWith("${report"));
  }
}
