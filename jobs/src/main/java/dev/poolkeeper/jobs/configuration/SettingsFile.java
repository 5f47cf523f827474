package dev.poolkeeper.jobs.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A configuration file as keys and texts: {@code orphans.grace}, {@code nas[0].url}. A list of
 * words is one text with commas; a list of sections has a length.
 */
final class SettingsFile {

  static final SettingsFile NONE = new SettingsFile();

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, Integer> lengths = new TreeMap<>();

  private final Map<String, Integer> lines = new TreeMap<>();

  private SettingsFile() {}

  /**
   * @throws InvalidConfiguration when the file cannot be read, or is no YAML with a top-level key
   *     poolkeeper
   */
  static SettingsFile load(Path path) {
    try {
      JsonNode root =
          YAMLMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(Files.readString(path));
      if (!root.isMissingNode() && !root.isNull() && root.path("poolkeeper").isMissingNode()) {
        throw invalid(path, "it has no top-level key 'poolkeeper'");
      }
      SettingsFile file = new SettingsFile();
      file.flatten("", root.path("poolkeeper"));
      file.lines.putAll(SettingLines.of(Files.readString(path), "poolkeeper."));
      return file;
    } catch (IOException e) {
      String reason = e instanceof NoSuchFileException ? "no such file" : e.toString();
      throw invalid(path, "the file cannot be read (%s)".formatted(reason));
    } catch (JacksonException e) {
      throw invalid(path, "it is not YAML: " + said(e));
    }
  }

  /** The first line only: the lines below it quote the file, which may hold a secret. */
  private static String said(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    String first = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return location == null || location.getLineNr() < 1
        ? first
        : "%s (line %d)".formatted(first, location.getLineNr());
  }

  private static InvalidConfiguration invalid(Path path, String problem) {
    return new InvalidConfiguration(path.toString(), List.of(problem));
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The line a key stands on; empty for a key that the file does not have. */
  OptionalInt line(String key) {
    Integer line = lines.get(key);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** How many sections a list has; 0 for what is no list of sections. */
  int sections(String key) {
    return lengths.getOrDefault(key, 0);
  }

  /** All keys that have a text, sorted. */
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  private void flatten(String prefix, JsonNode node) {
    node.properties()
        .forEach(
            entry ->
                value(
                    prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
                    entry.getValue()));
  }

  private void value(String key, JsonNode value) {
    if (value.isObject()) {
      flatten(key, value);
    } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer)) {
      lengths.put(key, value.size());
      for (int index = 0; index < value.size(); index++) {
        value(key + "[" + index + "]", value.get(index));
      }
    } else if (value.isArray()) {
      values.put(key, commas(value));
    } else {
      values.put(key, value.asString(""));
    }
  }

  private static String commas(JsonNode list) {
    return list.valueStream().map(word -> word.asString("")).collect(Collectors.joining(","));
  }
}
