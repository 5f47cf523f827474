package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.finding.SubjectFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who may let what be done.
 *
 * @param rules the first that fits decides; none fits: {@link ApprovalMode#MANUAL}
 * @param approvalLasts how long an approval may wait for its cleanup (7 d)
 * @param quarantine how long data stay out of reach before their end may be approved (14 d)
 */
public record ProposalPolicy(
    List<ApprovalRule> rules, Duration approvalLasts, Duration quarantine) {

  public static final ProposalPolicy DEFAULT =
      new ProposalPolicy(List.of(), Duration.ofDays(7), Duration.ofDays(14));

  public ProposalPolicy {
    rules = List.copyOf(rules);
    if (approvalLasts.isNegative() || approvalLasts.isZero() || quarantine.isNegative()) {
      throw new IllegalArgumentException("an approval lasts, and quarantine is not negative");
    }
  }

  /**
   * What it takes to approve a stage of a plan.
   *
   * @param facts what rules may know of its subject
   * @param firstSeen when its finding was first seen
   */
  public ApprovalMode mode(
      Plan plan, Stage stage, SubjectFacts facts, Instant firstSeen, Instant now) {
    return rules.stream()
        .filter(rule -> rule.covers(plan, stage, facts, firstSeen, now))
        .findFirst()
        .map(ApprovalRule::mode)
        .orElse(ApprovalMode.MANUAL);
  }
}
