package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which sources could not be judged completely tonight, and why: one whose own lists are incomplete
 * or distrusted, one that cannot be judged without the lists of another, and one of which a verdict
 * about a leftover or a loss had to be withheld.
 */
public final class Judged {

  private Judged() {}

  /** The first reason, by source; sources that were judged are not there. */
  public static Map<String, String> gaps(Completeness known, Judgements judgements) {
    Map<String, String> gaps = new TreeMap<>();
    for (String source : known.estate().sources()) {
      ofTheRun(source, judgements)
          .or(() -> needed(source, known))
          .or(() -> withheld(source, judgements))
          .ifPresent(reason -> gaps.put(source, reason));
    }
    return gaps;
  }

  private static Optional<String> ofTheRun(String source, Judgements judgements) {
    return judgements.candidates().stream()
        .filter(c -> c.code() != FindingCode.CLOCK_SKEW && c.code().ofTheRun())
        .filter(c -> c.subject().equals(Subject.ofSource(source)))
        .flatMap(c -> c.evidence().stream())
        .findFirst();
  }

  private static Optional<String> needed(String source, Completeness known) {
    boolean cluster = known.estate().sideOf(source) == Side.CLUSTER;
    FindingCode code =
        cluster ? FindingCode.VOLUME_WITHOUT_BACKEND : FindingCode.BACKEND_WITHOUT_VOLUME;
    return new Needs(known).gap(code, Subject.ofSource(source)).map(Gap::reason);
  }

  private static Optional<String> withheld(String source, Judgements judgements) {
    return judgements.undecided().stream()
        .filter(verdict -> source(verdict).equals(source))
        .filter(verdict -> InventoryVerdicts.leftover(verdict.code()))
        .filter(verdict -> verdict.gap().kind() != Gap.Kind.UNRESOLVED)
        .map(verdict -> verdict.gap().reason())
        .findFirst();
  }

  private static String source(Verdict verdict) {
    return verdict.subject().source();
  }
}
