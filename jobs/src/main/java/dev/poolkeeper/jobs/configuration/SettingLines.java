package dev.poolkeeper.jobs.configuration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of a YAML file each key stands. */
final class SettingLines {

  /** An object or list that is open; lists count, objects have the name of the field at hand. */
  private static final class Level {
    private final String prefix;
    private final boolean list;
    private int index;
    private String name = "";

    private Level(String prefix, boolean list) {
      this.prefix = prefix;
      this.list = list;
    }

    private String next() {
      return list ? prefix + "[" + index++ + "]" : prefix.isEmpty() ? name : prefix + "." + name;
    }
  }

  private SettingLines() {}

  /**
   * @param root what all keys of interest start with, and is left out
   */
  static Map<String, Integer> of(String yaml, String root) {
    Map<String, Integer> lines = new TreeMap<>();
    Deque<Level> levels = new ArrayDeque<>();
    try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        take(parser, token, levels, lines);
      }
    }
    Map<String, Integer> below = new TreeMap<>();
    lines.forEach(
        (key, line) -> {
          if (key.startsWith(root)) {
            below.put(key.substring(root.length()), line);
          }
        });
    return below;
  }

  private static void take(
      JsonParser parser, JsonToken token, Deque<Level> levels, Map<String, Integer> lines) {
    if (token == JsonToken.PROPERTY_NAME) {
      Level level = levels.element();
      level.name = String.valueOf(parser.currentName());
      lines.put(
          level.prefix.isEmpty() ? level.name : level.prefix + "." + level.name,
          parser.currentTokenLocation().getLineNr());
    } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      String prefix = levels.isEmpty() ? "" : levels.element().next();
      levels.push(new Level(prefix, token == JsonToken.START_ARRAY));
    } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      levels.pop();
    } else if (!levels.isEmpty() && levels.element().list) {
      levels.element().index++;
    }
  }
}
