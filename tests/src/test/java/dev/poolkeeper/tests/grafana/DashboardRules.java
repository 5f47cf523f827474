package dev.poolkeeper.tests.grafana;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What Grafana demands of a dashboard in its classic JSON model, as far as these use it. Source:
 * Grafana documentation, "Dashboard JSON model", and the types of @grafana/schema 13.2.3, against
 * which the files were also checked by hand (docs/grafana.md).
 */
final class DashboardRules {

  private static final int COLUMNS = 24;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-z]\\w*)");
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "row", Set.of(),
          "stat",
              Set.of(
                  "colorMode",
                  "graphMode",
                  "justifyMode",
                  "orientation",
                  "wideLayout",
                  "textMode",
                  "showPercentChange",
                  "percentChangeColorMode",
                  "reduceOptions"),
          "timeseries", Set.of("legend", "tooltip"),
          "state-timeline",
              Set.of("alignValue", "mergeValues", "rowHeight", "showValue", "legend", "tooltip"),
          "table", Set.of("showHeader", "cellHeight", "frameIndex", "sortBy"));
  private static final Set<String> PROPERTIES =
      Set.of(
          "unit",
          "decimals",
          "min",
          "max",
          "displayName",
          "mappings",
          "thresholds",
          "color",
          "links",
          "custom.width",
          "custom.hidden",
          "custom.cellOptions",
          "custom.lineStyle",
          "custom.fillBelowTo",
          "custom.lineWidth",
          "custom.fillOpacity",
          "custom.spanNulls");

  private final JsonNode dashboard;
  private final List<String> problems = new ArrayList<>();

  private DashboardRules(JsonNode dashboard) {
    this.dashboard = dashboard;
  }

  /** What is wrong with a dashboard, in words. */
  static List<String> problems(JsonNode dashboard) {
    DashboardRules rules = new DashboardRules(dashboard);
    rules.head();
    rules.places();
    dashboard.path("panels").forEach(rules::panel);
    return rules.problems;
  }

  private void check(boolean right, String problem) {
    if (!right) {
      problems.add(problem);
    }
  }

  private void head() {
    check(dashboard.path("id").isNull(), "id is given by Grafana");
    check(dashboard.path("uid").asString().matches("[a-zA-Z0-9_-]{1,40}"), "uid");
    check(!dashboard.path("title").asString().isBlank(), "title");
    check(dashboard.path("schemaVersion").asInt() == 39, "schemaVersion");
    check(dashboard.path("timezone").asString().equals("utc"), "days are UTC days");
    check(dashboard.at("/time/from").asString().startsWith("now"), "time");
    Set<String> names = new HashSet<>();
    for (JsonNode variable : dashboard.at("/templating/list")) {
      String name = variable.path("name").asString();
      check(names.add(name), "two variables " + name);
      check(
          Set.of("datasource", "query", "textbox").contains(variable.path("type").asString()),
          "type of variable " + name);
      boolean several = variable.path("multi").asBoolean();
      check(several == variable.path("includeAll").asBoolean(), name + ": several without All");
      check(!several || variable.path("allValue").asString().equals("'*'"), name + ": All");
    }
    Matcher used = VARIABLE.matcher(dashboard.path("panels").toString());
    while (used.find()) {
      check(names.contains(used.group(1)), "no variable " + used.group());
    }
  }

  private void places() {
    Set<Integer> ids = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      String title = panel.path("title").asString();
      check(ids.add(panel.path("id").asInt()), "id of " + title);
      JsonNode place = panel.path("gridPos");
      int right = place.path("x").asInt() + place.path("w").asInt();
      check(place.path("w").asInt() > 0 && right <= COLUMNS, title + " is out of the grid");
      for (int x = place.path("x").asInt(); x < right; x++) {
        for (int y = place.path("y").asInt();
            y < place.path("y").asInt() + place.path("h").asInt();
            y++) {
          check(taken.add(x + "," + y), title + " covers another panel");
        }
      }
    }
  }

  private void panel(JsonNode panel) {
    String title = panel.path("title").asString();
    String type = panel.path("type").asString();
    Set<String> options = OPTIONS.get(type);
    if (options == null) {
      problems.add(title + ": unknown kind " + type);
    } else if (!type.equals("row")) {
      check(options.equals(Set.copyOf(panel.path("options").propertyNames())), title + ": options");
      check(!panel.path("description").asString().isBlank(), title + ": how the number is made");
      check(!panel.path("targets").isEmpty(), title + ": asks nothing");
      panel.path("targets").forEach(target -> target(title, target));
      fields(title, panel.path("fieldConfig"));
      source(title, panel);
    }
  }

  private void target(String title, JsonNode target) {
    source(title, target);
    check(target.path("rawQuery").asBoolean(), title + ": rawQuery");
    check(
        Set.of("table", "time_series").contains(target.path("format").asString()),
        title + ": format");
    check(!target.path("rawSql").asString().isBlank(), title + ": rawSql");
    check(target.path("refId").asString().matches("[A-Z]"), title + ": refId");
  }

  private void source(String title, JsonNode asking) {
    check(
        asking.at("/datasource/uid").asString().equals("${ds}")
            && asking.at("/datasource/type").asString().equals("grafana-postgresql-datasource"),
        title + ": data source");
  }

  private void fields(String title, JsonNode config) {
    JsonNode steps = config.at("/defaults/thresholds/steps");
    steps(title, steps);
    for (JsonNode override : config.path("overrides")) {
      for (JsonNode property : override.path("properties")) {
        String id = property.path("id").asString();
        check(PROPERTIES.contains(id), title + ": property " + id);
        if (id.equals("thresholds")) {
          steps(title, property.at("/value/steps"));
        }
      }
    }
  }

  /** The first is the base, the others rise. */
  private void steps(String title, JsonNode steps) {
    check(!steps.isEmpty() && steps.at("/0/value").isNull(), title + ": base of thresholds");
    for (int i = 2; i < steps.size(); i++) {
      check(
          steps.get(i).path("value").asDouble() > steps.get(i - 1).path("value").asDouble(),
          title + ": thresholds rise");
    }
  }
}
