package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Transition;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code poolkeeper proposals reject}. */
@Command(
    name = "reject",
    description =
        "Say no to a proposal. It is not made again while its finding lasts; an exception in the"
            + " configuration says the same of the finding.",
    mixinStandardHelpOptions = true)
final class ProposalsRejectCommand extends ProposalDecision implements Callable<Integer> {

  ProposalsRejectCommand(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    return decide();
  }

  @Override
  Transition decide(Decisions decisions, ProposalOnFile known) {
    return decisions.reject(known.proposal(), actor(), reason(), session().clock().instant());
  }

  @Override
  String said(Transition transition) {
    boolean outOfReach = transition.proposal().quarantinedAt().isPresent();
    return "%s is rejected.%s"
        .formatted(
            transition.proposal().name(),
            outOfReach
                ? " Its data are still in quarantine. Next: poolkeeper proposals restore %s --reason R."
                    .formatted(transition.proposal().name())
                : "");
  }
}
