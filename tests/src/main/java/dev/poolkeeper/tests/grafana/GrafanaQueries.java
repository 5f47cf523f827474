package dev.poolkeeper.tests.grafana;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** All that a dashboard, or a file of alert rules, asks the ledger. */
public final class GrafanaQueries {

  private static final Pattern FIELD =
      Pattern.compile("\\$\\{__data\\.fields\\.([^}:]+)(?::\\w+)?}");

  private GrafanaQueries() {}

  /** Queries of its variables, in the order in which Grafana asks them. */
  public static List<GrafanaQuery> variables(String file, JsonNode dashboard) {
    List<GrafanaQuery> queries = new ArrayList<>();
    for (JsonNode variable : dashboard.at("/templating/list")) {
      if (variable.path("type").asString().equals("query")) {
        queries.add(
            new GrafanaQuery(
                file + ": variable " + variable.path("name").asString(),
                "variable",
                false,
                variable.path("query").asString(),
                Set.of()));
      }
    }
    return queries;
  }

  /** Queries of its panels. */
  public static List<GrafanaQuery> panels(String file, JsonNode dashboard) {
    List<GrafanaQuery> queries = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.add(
            new GrafanaQuery(
                "%s: %s, %s"
                    .formatted(
                        file, panel.path("title").asString(), target.path("refId").asString()),
                panel.path("type").asString(),
                target.path("format").asString().equals("time_series"),
                target.path("rawSql").asString(),
                fields(panel)));
      }
    }
    return queries;
  }

  /** Queries of alert rules. */
  public static List<GrafanaQuery> alerts(String file, JsonNode rules) {
    List<GrafanaQuery> queries = new ArrayList<>();
    for (JsonNode group : rules.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        for (JsonNode data : rule.path("data")) {
          if (data.at("/model").has("rawSql")) {
            queries.add(
                new GrafanaQuery(
                    file + ": " + rule.path("title").asString(),
                    "alert",
                    false,
                    data.at("/model/rawSql").asString(),
                    Set.of()));
          }
        }
      }
    }
    return queries;
  }

  /** Names of fields that a panel's overrides, links and options are about. */
  public static Set<String> fields(JsonNode panel) {
    Set<String> fields = new HashSet<>();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      fields.add(override.at("/matcher/options").asString());
      for (JsonNode property : override.path("properties")) {
        if (property.path("id").asString().equals("custom.fillBelowTo")) {
          fields.add(property.path("value").asString());
        }
      }
    }
    Matcher named = FIELD.matcher(panel.toString());
    while (named.find()) {
      fields.add(named.group(1));
    }
    String taken = panel.at("/options/reduceOptions/fields").asString("");
    if (taken.startsWith("/^")) {
      fields.add(taken.substring(2, taken.length() - 2));
    }
    for (JsonNode sort : panel.at("/options/sortBy")) {
      fields.add(sort.path("displayName").asString());
    }
    return fields;
  }
}
