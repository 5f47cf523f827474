package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Comparator;

/** A verdict that is, or would be, said: code and subject. */
record Due(FindingCode code, Subject subject) implements Comparable<Due> {

  static Due of(Candidate candidate) {
    return new Due(candidate.code(), candidate.subject());
  }

  @Override
  public int compareTo(Due other) {
    return Comparator.comparing(Due::code).thenComparing(Due::subject).compare(this, other);
  }

  @Override
  public String toString() {
    return code.code() + " " + subject;
  }
}
