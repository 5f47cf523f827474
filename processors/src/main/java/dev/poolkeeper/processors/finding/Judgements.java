package dev.poolkeeper.processors.finding;

import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** All verdicts of one night, sorted, and what could not have been judged whatever was seen. */
public final class Judgements {

  private record Key(FindingCode code, Subject subject) {}

  private final List<Candidate> candidates;
  private final List<Undecided> undecided;
  private final Map<Key, Gap> gapBySubject = new HashMap<>();
  private final BiFunction<FindingCode, Subject, Optional<Gap>> gaps;

  /**
   * @param gaps for a subject without a verdict, why its absence from the verdicts says nothing
   */
  public Judgements(List<Verdict> verdicts, BiFunction<FindingCode, Subject, Optional<Gap>> gaps) {
    Comparator<Verdict> order = Comparator.comparing(Verdict::code).thenComparing(Verdict::subject);
    this.candidates =
        verdicts.stream()
            .sorted(order)
            .filter(Candidate.class::isInstance)
            .map(Candidate.class::cast)
            .toList();
    this.undecided =
        verdicts.stream()
            .sorted(order)
            .filter(Undecided.class::isInstance)
            .map(Undecided.class::cast)
            .toList();
    undecided.forEach(u -> gapBySubject.put(new Key(u.code(), u.subject()), u.gap()));
    this.gaps = gaps;
  }

  public List<Candidate> candidates() {
    return candidates;
  }

  public List<Undecided> undecided() {
    return undecided;
  }

  /** Why nothing can be concluded from the silence about a subject; empty when it can. */
  public Optional<Gap> gap(FindingCode code, Subject subject) {
    return Optional.ofNullable(gapBySubject.get(new Key(code, subject)))
        .or(() -> gaps.apply(code, subject));
  }
}
