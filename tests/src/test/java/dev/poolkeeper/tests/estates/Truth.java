package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.tests.acceptance.RecordedVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said of an estate, compared with what was planted in it. Knows nothing of what a rule
 * needs: what was not planted must never be said, whatever the inventory lacks.
 */
final class Truth {

  private final RandomEstate estate;

  Truth(RandomEstate estate) {
    this.estate = estate;
  }

  /** All that is wrong with what is said of the whole inventory. */
  List<String> wrong() {
    Judgements judgements = judgements(estate.inventory(), Map.of());
    List<Candidate> said = said(judgements);
    Set<Due> found = said.stream().map(Due::of).collect(Collectors.toSet());
    List<String> wrong = new ArrayList<>(falselySaid(said));
    for (Due due : new TreeSet<>(estate.planted().keySet())) {
      if (!found.contains(due)) {
        String why = judgements.gap(due.code(), due.subject()).map(Gap::reason).orElse("in order");
        wrong.add("missed %s [%s]".formatted(due, why));
      }
    }
    return wrong;
  }

  /**
   * All that is wrong with what is said of a part of the inventory.
   *
   * @param rowsBefore rows by part on the night before
   */
  List<String> wrong(Inventory less, Map<String, Long> rowsBefore) {
    return falselySaid(said(judgements(less, rowsBefore)));
  }

  private static Judgements judgements(Inventory inventory, Map<String, Long> rowsBefore) {
    return RecordedVerdicts.of(inventory, rowsBefore).judgements();
  }

  /** What is said, but for what people asked to keep. */
  private static List<Candidate> said(Judgements judgements) {
    return judgements.candidates().stream()
        .filter(candidate -> leak(candidate.code()) && candidate.exemption().isEmpty())
        .toList();
  }

  private static boolean leak(FindingCode code) {
    return code.orphan() || code.code().startsWith("PK8");
  }

  private List<String> falselySaid(List<Candidate> said) {
    List<String> wrong = new ArrayList<>();
    for (Candidate candidate : said) {
      Due due = Due.of(candidate);
      if (!estate.planted().containsKey(due) && !estate.open().contains(due)) {
        wrong.add("falsely said " + due + " " + candidate.evidence());
      }
      long promised = candidate.reclaimableBytes().orElse(0);
      if (promised > estate.planted().getOrDefault(due, 0L)) {
        wrong.add("promises %d bytes too many: %s".formatted(promised, due));
      }
    }
    return wrong;
  }
}
