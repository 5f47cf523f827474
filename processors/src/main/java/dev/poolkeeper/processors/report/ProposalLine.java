package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.proposal.Approval;
import dev.poolkeeper.processors.proposal.Blocker;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cleanup proposal, as lists show it; the field names are a public contract.
 *
 * @param id {@code P-17}
 * @param state blocked, waiting, approved, rejected, running, quarantined, done, failed,
 *     rolled-back, restored or withdrawn
 * @param stage quarantine or destroy: what it is at
 * @param approval what it takes to approve the stage: manual, two-persons, auto or never
 * @param steps all of them in order, each with its stage
 * @param blockedBy what is in the way, and what would take it out of the way
 * @param reclaimableBytes what all steps free at least; empty: not known
 * @param reclaimableBytesAtMost the same, at most
 * @param planHash what an approval of the stage is for
 * @param approvedBy whose approvals stand
 * @param expires when the first of them ends
 * @param quarantinedAt when the data were put out of reach
 * @param outcome what came of it; empty while it destroyed nothing, or no night has looked since
 */
public record ProposalLine(
    String id,
    String code,
    String name,
    String state,
    String stage,
    String approval,
    String subject,
    Instant since,
    List<String> steps,
    List<String> blockedBy,
    OptionalLong reclaimableBytes,
    OptionalLong reclaimableBytesAtMost,
    String planHash,
    List<String> approvedBy,
    Optional<Instant> expires,
    Optional<Instant> quarantinedAt,
    Optional<ProposalOutcomeLine> outcome) {

  public ProposalLine {
    steps = List.copyOf(steps);
    blockedBy = List.copyOf(blockedBy);
    approvedBy = List.copyOf(approvedBy);
  }

  /**
   * @param now that approvals are held against
   */
  public static ProposalLine of(
      ProposalOnFile onFile, Optional<ProposalOutcomeLine> outcome, Instant now) {
    Proposal proposal = onFile.proposal();
    Plan plan = proposal.plan();
    return new ProposalLine(
        proposal.name(),
        plan.code().code(),
        plan.code().word(),
        proposal.state().word(),
        proposal.stage().word(),
        onFile.mode().word(),
        plan.subject().toString(),
        proposal.since(),
        plan.steps().stream().map(ProposalLine::words).toList(),
        plan.blockers().stream().map(ProposalLine::words).toList(),
        plan.reclaim().atLeast(),
        plan.reclaim().atMost(),
        proposal.hash(),
        proposal.standing(now).stream().map(Approval::by).map(Object::toString).toList(),
        proposal.expires(now),
        proposal.quarantinedAt(),
        outcome);
  }

  private static String words(Step step) {
    return step.stage().word() + ": " + step.words();
  }

  private static String words(Blocker blocker) {
    return blocker.words() + blocker.suggestion().map(what -> "; " + what).orElse("");
  }
}
