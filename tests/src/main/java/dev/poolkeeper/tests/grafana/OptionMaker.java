package dev.poolkeeper.tests.grafana;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each kind of panel wants to be told besides its fields. */
final class OptionMaker {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode told;

  OptionMaker(JsonNode told) {
    this.told = told;
  }

  ObjectNode of(String type) {
    return switch (type) {
      case "stat" -> stat();
      case "timeseries" -> series();
      case "table" -> table();
      case "state-timeline" -> timeline();
      default -> throw new IllegalArgumentException("unknown kind of panel " + type);
    };
  }

  private ObjectNode stat() {
    ObjectNode options = NODES.objectNode().put("colorMode", told.path("paint").asString("value"));
    options.put("graphMode", told.path("series").asBoolean(false) ? "area" : "none");
    options.put("justifyMode", "auto").put("orientation", "auto").put("wideLayout", true);
    options.put("textMode", told.path("text").asString("auto"));
    options.put("showPercentChange", false).put("percentChangeColorMode", "standard");
    options.set("reduceOptions", reduce());
    return options;
  }

  /** All rows for tables, the newest value for series. */
  private ObjectNode reduce() {
    ObjectNode reduce = NODES.objectNode().put("values", told.path("rows").asBoolean(false));
    reduce
        .put("fields", told.has("take") ? "/^" + told.path("take").asString() + "$/" : "")
        .putArray("calcs")
        .add("lastNotNull");
    return reduce;
  }

  private ObjectNode series() {
    ObjectNode options = NODES.objectNode();
    ObjectNode legend = options.putObject("legend").put("showLegend", true);
    legend.put("displayMode", "list").put("placement", "bottom").putArray("calcs");
    options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
    return options;
  }

  private ObjectNode table() {
    ObjectNode options = NODES.objectNode().put("showHeader", true).put("cellHeight", "sm");
    options.put("frameIndex", 0);
    ArrayNode sort = options.putArray("sortBy");
    if (told.has("sort")) {
      sort.addObject()
          .put("displayName", told.path("sort").asString())
          .put("desc", told.path("desc").asBoolean(false));
    }
    return options;
  }

  private static ObjectNode timeline() {
    ObjectNode options = NODES.objectNode().put("alignValue", "center").put("mergeValues", false);
    options.put("rowHeight", 0.9).put("showValue", "never");
    options
        .putObject("legend")
        .put("showLegend", true)
        .put("displayMode", "list")
        .put("placement", "bottom")
        .putArray("calcs");
    options.putObject("tooltip").put("mode", "single").put("sort", "none");
    return options;
  }
}
