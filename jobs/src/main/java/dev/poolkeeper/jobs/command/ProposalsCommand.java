package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.report.ProposalLine;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import dev.poolkeeper.writers.table.ProposalListing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper proposals} and {@code poolkeeper proposals list}. */
@Command(
    name = "proposals",
    description = "What may be cleaned up, what is in the way, and who approved it.",
    footer = {
      "",
      "Nothing is carried out here: poolkeeper run cleanup does that, with --execute only.",
      "Next: poolkeeper proposals show ID; then approve ID --reason R, or reject ID --reason R."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]")
class ProposalsCommand implements Callable<Integer> {

  /** The same under its full name. */
  @Command(
      name = "list",
      description = "What may be cleaned up, what is in the way, and who approved it.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends ProposalsCommand {
    ListCommand(Session session) {
      super(session);
    }
  }

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "S",
      description = "Only these, as waiting,approved (default: all of which something may become).")
  private List<ProposalState> states = List.of();

  @Option(names = "--all", description = "Those that are done or withdrawn, too.")
  private boolean all;

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description = "Only those whose subject contains this.")
  private String subject = "";

  ProposalsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session, ledger -> ProposalListing.of(lines(ledger), ledger.withheldProposals()));
  }

  private List<ProposalLine> lines(LedgerView ledger) {
    Map<String, ProposalOutcomeLine> outcomes = ledger.proposalOutcomes();
    return ledger.proposals().stream()
        .filter(one -> wanted(one.proposal().state()))
        .filter(one -> one.proposal().plan().subject().toString().contains(subject))
        .map(
            one ->
                ProposalLine.of(
                    one,
                    Optional.ofNullable(outcomes.get(one.proposal().name())),
                    session.clock().instant()))
        .toList();
  }

  private boolean wanted(ProposalState state) {
    return states.isEmpty() ? all || state.open() : states.contains(state);
  }
}
