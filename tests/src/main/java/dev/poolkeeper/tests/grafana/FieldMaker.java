package dev.poolkeeper.tests.grafana;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How the fields of a panel look: units, thresholds, words, colours and links. */
final class FieldMaker {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode shared;
  private final JsonNode told;
  private final String type;

  FieldMaker(JsonNode shared, JsonNode told) {
    this.shared = shared;
    this.told = told;
    this.type = told.path("type").asString();
  }

  ObjectNode make() {
    ObjectNode config = NODES.objectNode();
    ObjectNode defaults = config.putObject("defaults");
    defaults.set("custom", custom());
    for (String name : new String[] {"unit", "displayName", "noValue"}) {
      if (told.has(name)) {
        defaults.put(name, told.path(name).asString());
      }
    }
    for (String name : new String[] {"min", "max", "decimals"}) {
      if (told.has(name)) {
        defaults.set(name, told.path(name));
      }
    }
    if (told.has("links")) {
      defaults.set("links", PanelMaker.links(told.path("links")));
    }
    defaults.set("color", color());
    defaults.set("mappings", mappings(told.path("map")));
    defaults.set("thresholds", thresholds(told.path("levels").asString("none")));
    ArrayNode overrides = config.putArray("overrides");
    for (Map.Entry<String, JsonNode> field : told.path("fields").properties()) {
      overrides.add(override(field.getKey(), field.getValue()));
    }
    return config;
  }

  private ObjectNode color() {
    if (told.has("color")) {
      return NODES
          .objectNode()
          .put("mode", "fixed")
          .put("fixedColor", told.path("color").asString());
    }
    boolean series = type.equals("timeseries");
    return NODES.objectNode().put("mode", series ? "palette-classic" : "thresholds");
  }

  private ObjectNode custom() {
    return switch (type) {
      case "timeseries" -> line();
      case "table" -> {
        ObjectNode custom = NODES.objectNode().put("align", "auto").put("inspect", true);
        custom.put("filterable", true).putObject("cellOptions").put("type", "auto");
        yield custom;
      }
      case "state-timeline" -> NODES.objectNode().put("fillOpacity", 80).put("lineWidth", 0);
      default -> NODES.objectNode();
    };
  }

  private ObjectNode line() {
    boolean bars = told.path("draw").asString("line").equals("bars");
    ObjectNode custom = NODES.objectNode().put("drawStyle", bars ? "bars" : "line");
    custom.put("lineInterpolation", "linear").put("lineWidth", bars ? 1 : 2);
    custom.put("fillOpacity", bars ? 80 : 5).put("showPoints", "auto").put("pointSize", 4);
    // a night that was missed is a gap, not a line
    custom.put("spanNulls", told.path("span").asBoolean(false));
    custom.putObject("stacking").put("mode", bars ? "normal" : "none").put("group", "A");
    custom.putObject("thresholdsStyle").put("mode", told.has("levels") ? "line" : "off");
    if (told.has("axis")) {
      custom.put("axisLabel", told.path("axis").asString());
    }
    return custom;
  }

  private ArrayNode mappings(JsonNode name) {
    ArrayNode mappings = NODES.arrayNode();
    if (name.isString()) {
      ObjectNode options = NODES.objectNode();
      int place = 0;
      JsonNode words = known("words", name.asString());
      for (Map.Entry<String, JsonNode> word : words.properties()) {
        options
            .putObject(word.getKey())
            .put("color", word.getValue().asString())
            .put("index", place++)
            .put("text", word.getKey());
      }
      mappings.addObject().put("type", "value").set("options", options);
    }
    return mappings;
  }

  private ObjectNode thresholds(String name) {
    ObjectNode thresholds = NODES.objectNode().put("mode", "absolute");
    thresholds.set("steps", known("levels", name));
    return thresholds;
  }

  private JsonNode known(String kind, String name) {
    JsonNode known = shared.path(kind).path(name);
    if (known.isMissingNode()) {
      throw new IllegalArgumentException("no %s called %s in shared.yaml".formatted(kind, name));
    }
    return known;
  }

  private ObjectNode override(String field, JsonNode rules) {
    ObjectNode override = NODES.objectNode();
    override.putObject("matcher").put("id", "byName").put("options", field);
    ArrayNode properties = override.putArray("properties");
    for (Map.Entry<String, JsonNode> rule : rules.properties()) {
      property(properties, rule.getKey(), rule.getValue());
    }
    return override;
  }

  private void property(ArrayNode properties, String rule, JsonNode value) {
    switch (rule) {
      case "unit", "decimals", "min", "max" -> add(properties, rule, value);
      case "name" -> add(properties, "displayName", value);
      case "width" -> add(properties, "custom.width", value);
      case "hide" -> add(properties, "custom.hidden", value);
      case "dash" -> {
        ObjectNode style = NODES.objectNode().put("fill", "dash");
        style.putArray("dash").add(8).add(8);
        add(properties, "custom.lineStyle", style);
      }
      case "band" -> {
        add(properties, "custom.fillBelowTo", value);
        add(properties, "custom.lineWidth", NODES.numberNode(0));
        add(properties, "custom.fillOpacity", NODES.numberNode(15));
      }
      case "thin" -> add(properties, "custom.lineWidth", NODES.numberNode(0));
      case "span" -> add(properties, "custom.spanNulls", value);
      case "color" ->
          add(
              properties,
              "color",
              NODES.objectNode().put("mode", "fixed").put("fixedColor", value.asString()));
      case "map" -> add(properties, "mappings", mappings(value));
      case "levels" -> add(properties, "thresholds", thresholds(value.asString()));
      case "cell" -> add(properties, "custom.cellOptions", cell(value.asString()));
      case "link" -> {
        ArrayNode links = NODES.arrayNode();
        links.add(PanelMaker.link(value.path(0).asString(), value.path(1).asString()));
        add(properties, "links", links);
      }
      default -> throw new IllegalArgumentException("unknown rule " + rule);
    }
  }

  private static ObjectNode cell(String how) {
    return switch (how) {
      case "gauge" -> NODES.objectNode().put("type", "gauge").put("mode", "lcd");
      case "text" -> NODES.objectNode().put("type", "color-text");
      case "background" -> NODES.objectNode().put("type", "color-background").put("mode", "basic");
      case "wrap" -> NODES.objectNode().put("type", "auto").put("wrapText", true);
      default -> throw new IllegalArgumentException("unknown cell " + how);
    };
  }

  private static void add(ArrayNode properties, String id, JsonNode value) {
    properties.addObject().put("id", id).set("value", value);
  }
}
