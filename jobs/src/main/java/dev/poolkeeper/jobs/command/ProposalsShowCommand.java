package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.readers.ledger.ProposalOutcomeReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.table.ProposalView;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code poolkeeper proposals show}. */
@Command(
    name = "show",
    description =
        "A proposal step by step, with what each expects, what is in the way, and its history.",
    mixinStandardHelpOptions = true)
final class ProposalsShowCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(paramLabel = "ID", description = "As poolkeeper proposals lists it, P-17.")
  private String id = "";

  ProposalsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      ProposalReader proposals = new ProposalReader(jdbc);
      ProposalOnFile found = ProposalId.find(proposals, id);
      if (ledgerOptions.demo()) {
        session.terminal().out().println("DEMO DATA");
      }
      ProposalView.lines(
              found,
              proposals.history(found.proposal().id()),
              proposals.steps(found.proposal().id()),
              new ProposalOutcomeReader(jdbc).of(found.proposal().id()),
              session.clock().instant(),
              session.terminal().width())
          .forEach(session.terminal().out()::println);
      return ExitCode.DONE;
    }
  }
}
