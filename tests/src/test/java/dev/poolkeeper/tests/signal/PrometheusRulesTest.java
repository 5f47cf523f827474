package dev.poolkeeper.tests.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules in deploy/prometheus are valid, alike in both files, and about what is written. */
class PrometheusRulesTest {

  private static final Path FOLDER = Path.of("..", "deploy", "prometheus");
  private static final Path FORMS =
      Path.of("..", "writers", "src", "main", "java", "dev", "poolkeeper", "writers", "form");
  private static final Pattern METRIC = Pattern.compile("poolkeeper_([a-z_]+)");

  @Test
  void operatorGetsTheSameGroups() {
    YAMLMapper yaml = new YAMLMapper();
    JsonNode plain = yaml.readTree(FOLDER.resolve("poolkeeper.rules.yaml").toFile());
    JsonNode operator = yaml.readTree(FOLDER.resolve("poolkeeper-rules.yaml").toFile());
    assertThat(operator.path("kind").asString()).isEqualTo("PrometheusRule");
    assertThat(operator.path("spec").path("groups")).isEqualTo(plain.path("groups"));
    assertThat(plain.path("groups").get(0).path("rules").size()).isGreaterThan(6);
  }

  @Test
  void everyMetricOfARuleIsWritten() throws IOException {
    StringBuilder written = new StringBuilder();
    for (String name : List.of("RunMetrics.java", "NightlyMetrics.java", "WeeklyMetrics.java")) {
      written.append(Files.readString(FORMS.resolve(name)));
    }
    // one of its names is put together
    String sources = written.toString().replace("pool_full_%s_", "pool_full_earliest_");
    JsonNode rules =
        new YAMLMapper()
            .readTree(FOLDER.resolve("poolkeeper.rules.yaml").toFile())
            .path("groups")
            .get(0)
            .path("rules");
    TreeSet<String> metrics = new TreeSet<>();
    for (JsonNode rule : rules) {
      METRIC
          .matcher(rule.path("expr").asString().replaceAll("\"[^\"]*\"", ""))
          .results()
          .forEach(found -> metrics.add(found.group(1)));
    }
    assertThat(metrics).isNotEmpty().allMatch(name -> sources.contains("\"" + name + "\""));
  }

  @Test
  void promtoolFindsThatTheyDoWhatTheyShould() throws IOException, InterruptedException {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    assumeTrue(installed, "promtool is not installed here: see .ci/run");
    Process promtool =
        new ProcessBuilder("promtool", "test", "rules", "poolkeeper.tests.yaml")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
    assertThat(promtool.waitFor()).as(said).isZero();
  }
}
