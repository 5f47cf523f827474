package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.delivery.FindingScope;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.orphan.Night;
import java.util.List;
import java.util.stream.Stream;

/** Says of every verdict of a night whom it concerns. Pure; linear. */
public final class FindingScopes {

  private FindingScopes() {}

  public static List<FindingScope> of(Night night, Judgements judgements) {
    FactFinder facts = new FactFinder(night);
    return Stream.<Verdict>concat(judgements.candidates().stream(), judgements.undecided().stream())
        .map(
            verdict ->
                new FindingScope(verdict.code(), verdict.subject(), facts.of(verdict.subject())))
        .distinct()
        .toList();
  }
}
