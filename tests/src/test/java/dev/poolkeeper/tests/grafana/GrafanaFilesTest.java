package dev.poolkeeper.tests.grafana;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is in deploy/grafana, without a ledger. */
class GrafanaFilesTest {

  private static final Path FOLDER = Path.of("../deploy/grafana");
  private static final Pattern LINK = Pattern.compile("\"/d/([\\w-]+)\\?([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("var-(\\w+)=|\\$\\{(\\w+):queryparam}");
  private static final Pattern TABLE =
      Pattern.compile("(?<!epoch )\\b(?:from|join)\\s+(?!lateral)([a-z_]+\\.[a-z_]+)");
  private static final Pattern OTHER_SCHEMA =
      Pattern.compile("\\b(ledger|staging|batch|pg_catalog|information_schema)\\.");

  private static JsonNode yaml(String name) {
    return new YAMLMapper().readTree(FOLDER.resolve(name).toFile());
  }

  private static List<GrafanaQuery> queries() throws IOException {
    List<GrafanaQuery> queries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> dashboard : Dashboards.read(FOLDER).entrySet()) {
      queries.addAll(GrafanaQueries.variables(dashboard.getKey(), dashboard.getValue()));
      queries.addAll(GrafanaQueries.panels(dashboard.getKey(), dashboard.getValue()));
    }
    queries.addAll(GrafanaQueries.alerts("alerts", yaml("alerting/poolkeeper.yaml")));
    return queries;
  }

  /** -Dgrafana.update=true writes them anew. */
  @Test
  void dashboardsAreWhatTheirDescriptionsMake() throws IOException {
    Map<String, String> made = Dashboards.make(FOLDER);
    if (Boolean.getBoolean("grafana.update")) {
      for (Map.Entry<String, String> one : made.entrySet()) {
        Files.writeString(FOLDER.resolve("dashboards").resolve(one.getKey()), one.getValue());
      }
    }
    Map<String, String> there = new HashMap<>();
    for (String name : Dashboards.read(FOLDER).keySet()) {
      there.put(name, Files.readString(FOLDER.resolve("dashboards").resolve(name)));
    }
    assertThat(there).isEqualTo(made).hasSize(6);
  }

  @Test
  void dashboardsKeepToTheModelOfGrafana() throws IOException {
    for (Map.Entry<String, JsonNode> dashboard : Dashboards.read(FOLDER).entrySet()) {
      assertThat(DashboardRules.problems(dashboard.getValue())).as(dashboard.getKey()).isEmpty();
    }
  }

  @Test
  void queriesNameMartsOnly() throws IOException {
    assertThat(queries()).hasSizeGreaterThan(100);
    for (GrafanaQuery query : queries()) {
      assertThat(OTHER_SCHEMA.matcher(query.sql()).find()).as(query.where()).isFalse();
      Matcher table = TABLE.matcher(query.sql());
      while (table.find()) {
        assertThat(table.group(1)).as(query.where()).startsWith("mart.");
      }
    }
  }

  @Test
  void linksLeadToDashboardsThatKnowWhatTheyAreGiven() throws IOException {
    Map<String, Set<String>> variables = new HashMap<>();
    Map<String, JsonNode> dashboards = Dashboards.read(FOLDER);
    for (JsonNode dashboard : dashboards.values()) {
      Set<String> names = new HashSet<>();
      dashboard.at("/templating/list").forEach(one -> names.add(one.path("name").asString()));
      variables.put(dashboard.path("uid").asString(), names);
    }
    assertThat(variables).hasSize(6);
    Set<String> led = new HashSet<>();
    for (JsonNode dashboard : dashboards.values()) {
      Matcher link = LINK.matcher(dashboard.toString());
      while (link.find()) {
        led.add(link.group(1));
        assertThat(variables).containsKey(link.group(1));
        Matcher value = VALUE.matcher(link.group(2));
        while (value.find()) {
          assertThat(variables.getOrDefault(link.group(1), Set.of()))
              .as(link.group())
              .contains(value.group(1) == null ? value.group(2) : value.group(1));
        }
      }
    }
    assertThat(led).contains("poolkeeper-volume", "poolkeeper-capacity", "poolkeeper-findings");
  }

  @Test
  void thresholdsAreTheDefaultsOfTheConfiguration() {
    JsonNode example = yaml("../../docs/poolkeeper.yaml").at("/poolkeeper/capacity");
    JsonNode levels = yaml("source/shared.yaml").at("/levels/pool");

    assertThat(levels.at("/1/value").asDouble()).isEqualTo(example.path("warn-at").asDouble());
    assertThat(levels.at("/2/value").asDouble()).isEqualTo(example.path("critical-at").asDouble());
  }

  @Test
  void alertRulesReferToWhatIsThere() throws IOException {
    Map<String, JsonNode> dashboards = new HashMap<>();
    Dashboards.read(FOLDER)
        .values()
        .forEach(one -> dashboards.put(one.path("uid").asString(), one));
    String source =
        yaml("provisioning/datasources/poolkeeper.yaml").at("/datasources/0/uid").asString();
    Set<String> uids = new HashSet<>();
    for (JsonNode rule : yaml("alerting/poolkeeper.yaml").at("/groups/0/rules")) {
      String title = rule.path("title").asString();
      assertThat(uids.add(rule.path("uid").asString())).as(title).isTrue();
      assertThat(rule.path("uid").asString()).hasSizeLessThanOrEqualTo(40);
      JsonNode dashboard =
          requireNonNull(dashboards.get(rule.path("dashboardUid").asString()), title);
      assertThat(dashboard.path("panels").valueStream().map(panel -> panel.path("id").asInt()))
          .as(title)
          .contains(rule.path("panelId").asInt());
      assertThat(rule.at("/data/0/datasourceUid").asString()).as(title).isEqualTo(source);
      assertThat(rule.path("condition").asString()).isEqualTo(rule.at("/data/1/refId").asString());
      assertThat(rule.at("/data/1/model/expression").asString())
          .isEqualTo(rule.at("/data/0/refId").asString());
      assertThat(rule.path("labels").path("severity").asString()).isIn("critical", "warning");
      assertThat(rule.path("annotations").path("summary").asString()).isNotBlank();
    }
    assertThat(uids).hasSize(5);
  }

  @Test
  void passwordOfTheSourceIsNotInTheFile() {
    JsonNode source = yaml("provisioning/datasources/poolkeeper.yaml").at("/datasources/0");

    assertThat(source.at("/secureJsonData/password").asString()).startsWith("$");
    assertThat(source.path("type").asString()).isEqualTo("grafana-postgresql-datasource");
    assertThat(source.path("editable").asBoolean(true)).isFalse();
  }
}
