package dev.poolkeeper.tests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What expected.txt says: one verdict a line, and below it, indented, texts that its evidence must
 * hold. Lines with {@code #} are remarks.
 */
record Expected(Map<String, List<String>> verdicts) {

  static Expected of(List<String> lines) {
    Map<String, List<String>> verdicts = new TreeMap<>();
    List<String> texts = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(" ")) {
        texts.add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        texts = new ArrayList<>();
        verdicts.put(line.strip(), texts);
      }
    }
    return new Expected(verdicts);
  }

  /** The texts below each verdict that are not among its words, {@code verdict: text}. */
  List<String> unsaid(Map<String, List<String>> said) {
    List<String> unsaid = new ArrayList<>();
    verdicts.forEach(
        (verdict, texts) ->
            texts.stream()
                .filter(
                    text ->
                        said.getOrDefault(verdict, List.of()).stream()
                            .noneMatch(words -> words.contains(text)))
                .forEach(text -> unsaid.add(verdict + ": " + text)));
    return unsaid;
  }
}
