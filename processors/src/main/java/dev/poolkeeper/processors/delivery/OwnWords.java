package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.SubjectFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps back what a finding says of others. */
final class OwnWords {

  /** Stands for sentences that are kept back. */
  static final String KEPT_BACK =
      "part of the evidence names what is not yours; whoever runs poolkeeper can see it";

  private final Audience audience;
  private final EstateNames names;

  OwnWords(Audience audience, EstateNames names) {
    this.audience = audience;
    this.names = names;
  }

  /** The finding with the sentences that name nothing but what is the audience's own. */
  Finding of(Finding finding, SubjectFacts facts) {
    List<String> own = own(finding, facts);
    List<String> evidence =
        finding.evidence().stream().filter(line -> !names.othersIn(line, own)).toList();
    boolean all = evidence.size() == finding.evidence().size();
    Optional<ProbableCause> cause =
        finding.cause().filter(probable -> !names.othersIn(probable.evidence(), own));
    return new Finding(
        finding.code(),
        finding.subject(),
        finding.status(),
        finding.severity(),
        finding.confirmed(),
        finding.firstSeenAt(),
        finding.lastSeenAt(),
        finding.nights(),
        finding.reclaimableBytes(),
        all ? evidence : Stream.concat(evidence.stream(), Stream.of(KEPT_BACK)).toList(),
        finding.note().filter(note -> !names.othersIn(note, own)),
        cause);
  }

  /** What a finding may name: its subject, and what is known of it as far as it is theirs. */
  private List<String> own(Finding finding, SubjectFacts facts) {
    boolean several =
        Stream.of(MatchKey.CLUSTER, MatchKey.NAMESPACE, MatchKey.CLAIM)
            .anyMatch(key -> facts.values().getOrDefault(key, Set.of()).size() > 1);
    Stream<String> known =
        facts.values().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .filter(value -> !several || theirs(entry.getKey(), value)));
    return Stream.concat(Stream.of(finding.subject().toString()), known).toList();
  }

  /** Of a subject that several have in common only what they are picked by is surely theirs. */
  private boolean theirs(MatchKey key, String value) {
    return audience.match().patterns().getOrDefault(key, List.<Glob>of()).stream()
        .anyMatch(glob -> glob.matches(value));
  }
}
