package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;
import java.util.Optional;

/**
 * Which findings go to a channel.
 *
 * @param codes of which codes; empty: of all
 * @param least how severe they are at least
 * @param match whose they are; without keys everybody's
 * @param leastNights on how many nights they were seen at least
 */
public record Route(
    Optional<CodeGroup> codes, Severity least, SubjectMatch match, int leastNights) {

  public Route {
    requireNonNull(codes, "codes");
    requireNonNull(least, "least");
    requireNonNull(match, "match");
    if (leastNights < 1) {
      throw new IllegalArgumentException("at least one night, not " + leastNights);
    }
  }

  /**
   * Whether a finding goes this way: believed, not excepted, of the kind that is asked for. What is
   * resolved goes nowhere, whoever was told of it has to hear that by its topic.
   *
   * @param facts what is known of its subject
   */
  public boolean takes(Finding finding, SubjectFacts facts) {
    return finding.open()
        && finding.confirmed()
        && finding.status() != FindingStatus.EXCEPTED
        && finding.severity().compareTo(least) <= 0
        && finding.nights() >= leastNights
        && codes.map(group -> group.contains(finding.code())).orElse(true)
        && match.matches(facts);
  }
}
