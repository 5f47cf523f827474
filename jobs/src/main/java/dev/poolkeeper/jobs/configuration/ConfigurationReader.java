package dev.poolkeeper.jobs.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@code poolkeeper.yaml} and the environment, and checks all of it at once.
 *
 * <p>Looked for in the working directory, {@code ~/.config/poolkeeper} and {@code /etc/poolkeeper},
 * unless a file is named. Without any file the defaults hold.
 */
public final class ConfigurationReader {

  /** Sections of the documented file that only live sources and later jobs read. */
  private static final Set<String> OTHER_SECTIONS =
      Set.of("clusters", "nas", "capacity", "retention", "exceptions");

  private final Map<String, String> environment;

  public ConfigurationReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration read(Optional<Path> named) {
    Optional<Path> path = named.or(this::found);
    String origin = path.map(Path::toString).orElse("environment and defaults");
    Map<String, String> file = path.map(ConfigurationReader::load).orElse(Map.of());
    Values values = new Values(file, environment);
    Configuration configuration =
        new Configuration(
            path.map(Path::toString),
            database(values),
            new OrphanSettings(
                values.duration("orphans.grace", OrphanSettings.DEFAULT.grace()),
                values.count(
                    "orphans.confirm-runs", OrphanSettings.DEFAULT.confirmRuns(), 1, 1000)),
            new GuardSettings(
                values.ratio("guards.max-drop-ratio", GuardSettings.DEFAULT.maxDropRatio()),
                values.words("guards.accept-drop")));
    Stream.of("guards.max-proposals", "guards.max-reclaim-ratio").forEach(values::text);
    List<String> problems = values.problems(OTHER_SECTIONS);
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(origin, problems);
    }
    return configuration;
  }

  private static DatabaseSettings database(Values values) {
    Optional<String> url = values.text("db.url");
    url.filter(text -> !text.startsWith("jdbc:postgresql:"))
        .ifPresent(
            text -> values.problem("db.url", "…", "a URL that starts with jdbc:postgresql:"));
    Optional<String> password =
        values.text("db.password-file").flatMap(file -> secret(values, Path.of(file)));
    return new DatabaseSettings(
        url, values.text("db.user"), values.text("db.password").or(() -> password));
  }

  private static Optional<String> secret(Values values, Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      values.problem("db.password-file", file.toString(), "a file that can be read");
      return Optional.empty();
    }
  }

  private Optional<Path> found() {
    String home = environment.getOrDefault("HOME", "");
    return Stream.of(
            Path.of("poolkeeper.yaml"),
            Path.of(home, ".config/poolkeeper/poolkeeper.yaml"),
            Path.of("/etc/poolkeeper/poolkeeper.yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Map<String, String> load(Path path) {
    try {
      JsonNode root = new YAMLMapper().readTree(Files.readString(path));
      Map<String, String> flat = new TreeMap<>();
      flatten("", root.path("poolkeeper"), flat);
      if (!root.isMissingNode() && !root.isNull() && root.path("poolkeeper").isMissingNode()) {
        throw new InvalidConfiguration(
            path.toString(), List.of("it has no top-level key 'poolkeeper'"));
      }
      return flat;
    } catch (IOException e) {
      throw new InvalidConfiguration(
          path.toString(), List.of("the file cannot be read (%s)".formatted(reason(e))));
    } catch (JacksonException e) {
      throw new InvalidConfiguration(
          path.toString(), List.of("it is not YAML: " + e.getOriginalMessage()));
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException ? "no such file" : e.toString();
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
    node.properties()
        .forEach(
            entry -> {
              String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
              if (entry.getValue().isObject()) {
                flatten(key, entry.getValue(), flat);
              } else if (entry.getValue().isArray()) {
                flat.put(key, commas(entry.getValue()));
              } else {
                flat.put(key, entry.getValue().asString(""));
              }
            });
  }

  /** A list of words; whoever reads a list of sections reads the file itself. */
  private static String commas(JsonNode list) {
    return list.valueStream().map(word -> word.asString("")).collect(Collectors.joining(","));
  }
}
