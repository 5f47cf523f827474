package dev.poolkeeper.jobs.configuration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads labels of Prometheus, {@code cluster=prod-a, team=storage}, and what is like them. */
final class LabelList {

  private static final Pattern LABEL =
      Pattern.compile("(?!__)([a-zA-Z_][a-zA-Z0-9_]{0,63})=([^,]{0,200})");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_.]{0,63})=([^,]{0,200})");

  private LabelList() {}

  /** Attributes of OpenTelemetry, whose names have dots in them. */
  static Map<String, String> attributes(Values section, String key) {
    return read(section, key, ATTRIBUTE, List.of("service.name"));
  }

  /**
   * Labels of Prometheus.
   *
   * @param key of the setting
   * @param taken names that have a meaning of their own
   */
  static Map<String, String> labels(Values section, String key, List<String> taken) {
    return read(section, key, LABEL, taken);
  }

  private static Map<String, String> read(
      Values section, String key, Pattern pattern, List<String> taken) {
    Map<String, String> labels = new TreeMap<>();
    for (String word : section.words(key)) {
      Matcher label = pattern.matcher(word);
      if (!label.matches() || taken.contains(label.group(1))) {
        section.problem(
            key,
            word,
            "names and values such as cluster=prod-a, with commas between them, and none of "
                + String.join(", ", taken));
      } else {
        labels.put(label.group(1), label.group(2).strip());
      }
    }
    return labels;
  }
}
