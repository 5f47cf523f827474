package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.WithheldLine;
import dev.poolkeeper.writers.report.NightlyPage.Withheld;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What 902 held and 901 lacked, and what would have been said; never as if it had been said. */
final class WithheldRows {

  private WithheldRows() {}

  /** Empty unless the code is 901 or 902. */
  static Withheld of(String code, List<WithheldLine> lines) {
    boolean held = code.equals(FindingCode.HELD_BY_GUARD.code());
    boolean incomplete = code.equals(FindingCode.INVENTORY_INCOMPLETE.code());
    List<WithheldLine> own =
        lines.stream()
            .filter(line -> (held && isHeld(line)) || (incomplete && !isHeld(line)))
            .toList();
    if (own.isEmpty()) {
      return new Withheld("", List.of(), "");
    }
    int subjects = own.stream().mapToInt(WithheldLine::subjects).sum();
    return held
        ? new Withheld(
            "Without the guard %s would have been reported. None of it is a finding: it counts nowhere and nothing is proposed from it."
                .formatted(CountText.of(subjects, "object")),
            rows(own, "would have been called"),
            "If the list is right, accept it: guards.accept-drop: [%s]".formatted(parts(own)))
        : new Withheld(
            "%s withheld. As far as was seen they look like findings; what was not seen may refute it."
                .formatted(CountText.of(subjects, "verdict is", "verdicts are")),
            rows(own, "look like"),
            "");
  }

  private static boolean isHeld(WithheldLine line) {
    return line.kind().equals("held");
  }

  private static String parts(List<WithheldLine> lines) {
    return lines.stream()
        .map(line -> VisibleText.of(line.part()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static List<NightlyPage.WithheldRow> rows(List<WithheldLine> lines, String verb) {
    return lines.stream()
        .map(
            line ->
                new NightlyPage.WithheldRow(
                    VisibleText.of(line.reason()),
                    "%s %s".formatted(CountText.of(line.subjects()), verb),
                    VisibleText.of(line.code()),
                    VisibleText.of(line.name()),
                    line.first().stream().map(VisibleText::of).toList(),
                    line.subjects() > line.first().size()
                        ? "and " + CountText.of(line.subjects() - line.first().size()) + " more"
                        : ""))
        .toList();
  }
}
