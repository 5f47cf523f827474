package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.NightFacts;
import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.space.EstateSpace;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a night that concerns an audience. What a selector cannot divide (policy, exceptions,
 * coverage, the space of all) is left out rather than shown; of evidence only what names nothing
 * but their own. Pure.
 */
public final class NightPart {

  private final Audience audience;
  private final Map<String, SubjectFacts> scopes;
  private final EstateNames names;

  /**
   * @param scopes what is known of the subjects of findings, by fingerprint
   */
  public NightPart(Audience audience, Map<String, SubjectFacts> scopes, EstateNames names) {
    this.audience = audience;
    this.scopes = Map.copyOf(scopes);
    this.names = names;
  }

  /** Their findings, with all their evidence. */
  public static List<Finding> findings(
      List<Finding> findings, Audience audience, Map<String, SubjectFacts> scopes) {
    return findings.stream()
        .filter(finding -> audience.concernedBy(finding, facts(finding, scopes)))
        .toList();
  }

  private static SubjectFacts facts(Finding finding, Map<String, SubjectFacts> scopes) {
    return scopes.getOrDefault(finding.fingerprint(), SubjectFacts.of(finding.subject()));
  }

  /** The same night with nothing in it that is not theirs; as it is for those who see all. */
  public NightFacts of(NightFacts facts) {
    if (audience.whole()) {
      return facts;
    }
    OwnWords words = new OwnWords(audience, names);
    List<Finding> findings =
        findings(facts.findings(), audience, scopes).stream()
            .map(finding -> words.of(finding, facts(finding, scopes)))
            .toList();
    Set<String> subjects = subjects(findings);
    return new NightFacts(
        facts.version(),
        facts.demo(),
        facts.date(),
        facts.capturedAt(),
        findings,
        facts.comparedWith(),
        OptionalInt.empty(),
        facts.newlyConfirmed(),
        facts.judged(),
        facts.sources().stream().filter(line -> source(line.name(), line.side())).toList(),
        facts.nights(),
        List.of(),
        Map.of(),
        facts.pools().stream().filter(line -> onNas(line.subject())).toList(),
        EstateSpace.of(List.of(), List.of(), List.of()),
        facts.courses().stream()
            .filter(course -> subjects.contains(course.subject()) || pool(course.subject()))
            .toList(),
        List.of(),
        List.of(),
        facts.scores().stream().filter(line -> source(line.source(), line.side())).toList(),
        List.of(),
        protection(facts.protection()),
        RetentionFacts.NONE,
        ProposalFacts.NONE,
        facts.fullDates().stream().filter(line -> onNas(line.subject())).toList(),
        owners(facts.owners(), subjects),
        Map.of());
  }

  private static Set<String> subjects(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.subject().toString())
        .collect(Collectors.toSet());
  }

  private static Map<String, Owner> owners(Map<String, Owner> all, Set<String> subjects) {
    return all.entrySet().stream()
        .filter(entry -> subjects.contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private boolean source(String name, String side) {
    MatchKey key = side.equals("nas") ? MatchKey.NAS : MatchKey.CLUSTER;
    return audience.match().matches(SubjectFacts.of(Subject.ofSource(name)).with(key, name));
  }

  private boolean pool(String subject) {
    return Subject.parse(subject).path().startsWith("pools/") && onNas(subject);
  }

  private boolean onNas(String text) {
    Subject subject = Subject.parse(text);
    return audience
        .match()
        .matches(
            SubjectFacts.of(subject)
                .with(MatchKey.NAS, subject.source())
                .with(MatchKey.DATASET, subject.name()));
  }

  private ProtectionFacts protection(ProtectionFacts all) {
    List<ProtectionCounts> namespaces =
        all.namespaces().stream().filter(counts -> namespace(counts.namespace())).toList();
    Set<String> own =
        namespaces.stream().map(ProtectionCounts::namespace).collect(Collectors.toSet());
    return new ProtectionFacts(
        namespaces,
        all.worst().stream().filter(line -> own.contains(line.namespace())).toList(),
        0,
        List.of());
  }

  private boolean namespace(String text) {
    Subject subject = Subject.parse(text);
    return audience
        .match()
        .matches(
            SubjectFacts.of(subject)
                .with(MatchKey.CLUSTER, subject.source())
                .with(MatchKey.NAMESPACE, subject.name()));
  }
}
