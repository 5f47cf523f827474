package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.Bars.Portion;
import dev.poolkeeper.writers.report.NightlyPage.Confidence;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Volumes by what the join said of them, surest first, words it does not know last. */
final class VolumeRows {

  private static final List<String> ORDER =
      List.of(
          "confirmed",
          "probable",
          "ambiguous",
          "referenced",
          "absent",
          "unresolved",
          "out-of-scope");

  private VolumeRows() {}

  static List<Confidence> of(Map<String, Long> volumes) {
    long total = volumes.values().stream().mapToLong(Long::longValue).sum();
    return volumes.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> entry) -> rank(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> row(entry.getKey(), entry.getValue(), total))
        .toList();
  }

  private static int rank(String word) {
    int rank = ORDER.indexOf(word);
    return rank < 0 ? ORDER.size() : rank;
  }

  private static Confidence row(String word, long count, long total) {
    return new Confidence(
        VisibleText.of(word),
        meaning(word),
        CountText.of(count),
        total == 0 ? "" : CountText.percent(count, (double) total),
        Bars.of(List.of(new Portion("used", count), new Portion("free", total - count))));
  }

  private static String meaning(String word) {
    return switch (word) {
      case "confirmed" -> "the protocol leads to a dataset, and a name or property agrees";
      case "probable" -> "the protocol alone, or a name or property alone";
      case "ambiguous" -> "several datasets fit, none was chosen";
      case "referenced" -> "uses a dataset without owning it, such as a static volume";
      case "absent" -> "its place is known, was read completely, and is empty";
      case "unresolved" -> "it cannot be said where its data is";
      case "out-of-scope" -> "not on any TrueNAS";
      default -> "";
    };
  }
}
