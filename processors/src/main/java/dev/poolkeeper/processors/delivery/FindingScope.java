package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Subject;

/** Whom a finding concerns: what is known of its subject. */
public record FindingScope(FindingCode code, Subject subject, SubjectFacts facts) {

  public FindingScope {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(facts, "facts");
  }

  /** Identity of the finding across nights. */
  public String fingerprint() {
    return code.code() + ":" + subject;
  }
}
