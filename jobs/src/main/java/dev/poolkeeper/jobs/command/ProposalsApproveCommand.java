package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Transition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poolkeeper proposals approve}. */
@Command(
    name = "approve",
    description = {
      "Approve the stage that a proposal is at, as poolkeeper proposals show prints it.",
      "The approval is for that plan alone, ends unused after proposals.approval-lasts, and carries"
          + " nothing out."
    },
    mixinStandardHelpOptions = true)
final class ProposalsApproveCommand extends ProposalDecision implements Callable<Integer> {

  @Option(
      names = "--hash",
      paramLabel = "H",
      description =
          "The plan you have seen, its first 12 digits at least: it is refused if the plan has"
              + " changed since (default: the plan as it is now).")
  private String hash = "";

  ProposalsApproveCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    return decide();
  }

  @Override
  Transition decide(Decisions decisions, ProposalOnFile known) {
    String seen = hash.isBlank() ? known.proposal().hash() : hash.strip();
    return decisions.approve(
        known.proposal(), actor(), seen, reason(), known.mode(), session().clock().instant());
  }

  @Override
  String said(Transition transition) {
    Proposal proposal = transition.proposal();
    Instant now = session().clock().instant();
    String plan = proposal.hash().substring(0, Decisions.LEAST_DIGITS);
    return proposal.state() == ProposalState.APPROVED
        ? "%s is approved: %s, plan %s, until %s. Next: poolkeeper run cleanup shows what would be done."
            .formatted(
                proposal.name(),
                proposal.stage().word(),
                plan,
                proposal
                    .expires(now)
                    .map(end -> end.truncatedTo(ChronoUnit.SECONDS).toString())
                    .orElse("?"))
        : "%s waits for another person's approval of plan %s.".formatted(proposal.name(), plan);
  }
}
