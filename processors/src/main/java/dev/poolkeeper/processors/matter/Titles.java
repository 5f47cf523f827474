package dev.poolkeeper.processors.matter;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import java.util.List;
import java.util.TreeSet;

/** Names matters in one line of at most {@value #LONGEST} characters. */
final class Titles {

  static final int LONGEST = 200;

  private static final int END = 60;

  private Titles() {}

  /** {@code PK102 backend-without-volume: nas1/datasets/tank/k8s/vols/pvc-1}. */
  static String of(Finding finding) {
    return cut(name(finding.code()) + ": " + finding.subject());
  }

  /** {@code PK102 backend-without-volume: 7 on nas1}. */
  static String ofGroup(List<Finding> members) {
    Finding first = members.get(0);
    return cut(
        "%s: %d on %s".formatted(name(first.code()), members.size(), first.subject().source()));
  }

  /** {@code 37 more findings: PK102, PK206 on nas1, prod-a}. */
  static String ofRest(List<Finding> members) {
    TreeSet<String> codes = new TreeSet<>();
    TreeSet<String> sources = new TreeSet<>();
    members.forEach(
        finding -> {
          codes.add(finding.code().code());
          sources.add(finding.subject().source());
        });
    return cut(
        "%d more %s: %s on %s"
            .formatted(
                members.size(),
                members.size() == 1 ? "finding" : "findings",
                String.join(", ", codes),
                String.join(", ", sources)));
  }

  /** Of what only its topic is known of. */
  static String ofTopic(String topic) {
    return cut(topic.replaceFirst("^(PK\\d+):", "$1 "));
  }

  private static String name(FindingCode code) {
    return code.code() + " " + code.word();
  }

  /** Long names keep their ends, by which they differ. */
  static String cut(String title) {
    if (title.codePointCount(0, title.length()) <= LONGEST) {
      return title;
    }
    int[] points = title.codePoints().toArray();
    return new String(points, 0, LONGEST - END - 1)
        + "…"
        + new String(points, points.length - END, END);
  }
}
