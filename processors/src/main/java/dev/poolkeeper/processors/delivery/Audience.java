package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;

/**
 * Which part of a night concerns somebody.
 *
 * @param match what is theirs; without keys all of it
 * @param least findings less severe than this are not listed for them
 */
public record Audience(SubjectMatch match, Severity least) {

  /** Everybody who may see everything. */
  public static final Audience ALL = new Audience(SubjectMatch.ALL, Severity.INFO);

  public Audience {
    requireNonNull(match, "match");
    requireNonNull(least, "least");
  }

  /** Whether nothing is kept from them. */
  public boolean whole() {
    return match.patterns().isEmpty();
  }

  /**
   * Whether a finding is theirs. Who gets only a part is never told who else is written to (903).
   *
   * @param facts what is known of its subject
   */
  public boolean concernedBy(Finding finding, SubjectFacts facts) {
    return whole() || (finding.code() != FindingCode.DELIVERY_FAILED && match.matches(facts));
  }

  /** Whether a finding that is theirs is to be listed. */
  public boolean lists(Severity severity) {
    return severity.compareTo(least) <= 0;
  }

  /**
   * Whether a finding that is theirs asks for them: open, believed, not excepted, severe enough.
   */
  public boolean asksFor(Finding finding) {
    return finding.open()
        && finding.confirmed()
        && finding.status() != FindingStatus.EXCEPTED
        && finding.severity() != Severity.INFO
        && lists(finding.severity());
  }
}
