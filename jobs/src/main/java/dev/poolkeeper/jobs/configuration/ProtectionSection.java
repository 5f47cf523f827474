package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.protection.Limit;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.protection.ProtectionRule;
import java.util.Optional;

/** Reads {@code poolkeeper.protection}: how old the newest copies of claims may be. */
final class ProtectionSection {

  private static final String LENGTH = "a length such as 24h, 7d or 2w, or none";

  private ProtectionSection() {}

  static ProtectionPolicy read(Values values) {
    return new ProtectionPolicy(
        values.sections("protection", "match: {namespace: media}").stream()
            .flatMap(section -> rule(section).stream())
            .toList());
  }

  private static Optional<ProtectionRule> rule(Values section) {
    SubjectMatch match = RuleSections.match(section);
    Optional<Limit> rpo = section.optional("rpo", LENGTH, Limit::parse);
    Optional<Limit> replicaRpo = section.optional("replica-rpo", LENGTH, Limit::parse);
    Optional<String> reason = section.text("reason");
    if (section.text("rpo").isEmpty() && section.text("replica-rpo").isEmpty()) {
      section.missing("rpo", LENGTH + "; or replica-rpo");
    }
    boolean optsOut = rpo.filter(Limit.NONE::equals).isPresent();
    if (optsOut && reason.isEmpty()) {
      section.missing("reason", "why these claims need no copy");
    }
    return (rpo.isEmpty() && replicaRpo.isEmpty()) || (optsOut && reason.isEmpty())
        ? Optional.empty()
        : Optional.of(new ProtectionRule(match, rpo, replicaRpo, reason));
  }
}
