package dev.poolkeeper.jobs.configuration;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads labels of Prometheus, {@code cluster=prod-a, team=storage}. */
final class LabelList {

  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]{0,63})=([^,]{0,200})");

  private LabelList() {}

  /**
   * @param key of the setting
   * @param taken names that have a meaning of their own, as a regular expression
   */
  static Map<String, String> read(Values section, String key, String taken) {
    Map<String, String> labels = new TreeMap<>();
    for (String word : section.words(key)) {
      var label = LABEL.matcher(word);
      if (!label.matches() || label.group(1).matches(taken + "|__.*")) {
        section.problem(
            key,
            word,
            "labels such as cluster=prod-a, with commas between them; not " + taken.replace('|', ' '));
      } else {
        labels.put(label.group(1), label.group(2).strip());
      }
    }
    return labels;
  }
}
