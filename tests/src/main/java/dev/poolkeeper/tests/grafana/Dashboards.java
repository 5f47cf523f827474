package dev.poolkeeper.tests.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Makes the dashboards that Grafana reads of the descriptions that people write: {@code Dashboards
 * deploy/grafana}.
 */
public final class Dashboards {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private Dashboards() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (Map.Entry<String, String> made : make(folder).entrySet()) {
      Files.writeString(folder.resolve("dashboards").resolve(made.getKey()), made.getValue());
    }
  }

  /** Text of every dashboard by its file name. */
  public static Map<String, String> make(Path folder) throws IOException {
    JsonNode shared = YAML.readTree(folder.resolve("source/shared.yaml").toFile());
    Map<String, String> made = new TreeMap<>();
    try (Stream<Path> sources = Files.list(folder.resolve("source/dashboards"))) {
      for (Path source : sources.sorted().toList()) {
        String name = source.getFileName().toString().replace(".yaml", ".json");
        JsonNode description = YAML.readTree(source.toFile());
        JsonNode dashboard = new DashboardMaker(shared, description).make();
        made.put(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(dashboard) + "\n");
      }
    }
    return made;
  }

  /** The dashboards as they are in the folder, by file name. */
  public static Map<String, JsonNode> read(Path folder) throws IOException {
    Map<String, JsonNode> read = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("dashboards"))) {
      for (Path file : files.sorted().toList()) {
        read.put(file.getFileName().toString(), JSON.readTree(file.toFile()));
      }
    }
    return read;
  }
}
