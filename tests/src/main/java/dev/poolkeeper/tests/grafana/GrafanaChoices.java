package dev.poolkeeper.tests.grafana;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What somebody chooses in the variables of a dashboard. */
public enum GrafanaChoices {
  ONE,
  SEVERAL,
  ALL;

  private static final int SEVERAL_MEANS = 3;

  /**
   * The texts that stand for the variables in queries. A variable that takes one value only gets
   * one whatever is chosen.
   *
   * @param ask answers an expanded query with the values it offers
   */
  public Map<String, String> of(
      JsonNode dashboard, GrafanaMacros macros, Function<String, List<String>> ask) {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode variable : dashboard.at("/templating/list")) {
      if (variable.path("type").asString().equals("query")) {
        String name = variable.path("name").asString();
        boolean several = variable.path("multi").asBoolean();
        if (this == ALL && several) {
          values.put(name, variable.path("allValue").asString());
        } else {
          List<String> offered =
              ask.apply(macros.expand(variable.path("query").asString(), values));
          int taken = this == SEVERAL && several ? SEVERAL_MEANS : 1;
          String chosen = GrafanaMacros.sqlStrings(offered.stream().limit(taken).toList());
          // nothing is offered on a ledger without nights
          values.put(name, chosen.isEmpty() ? "''" : chosen);
        }
      }
    }
    return values;
  }
}
