package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.cleanup.ConfiguredHands;
import dev.poolkeeper.jobs.cleanup.QuarantinedSystems;
import dev.poolkeeper.jobs.cleanup.Restoration;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.jobs.turn.Runner;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.readers.ledger.IdentityReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import dev.poolkeeper.writers.ledger.StepRecordWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper proposals restore}. */
@Command(
    name = "restore",
    description = {
      "Bring back what the quarantine of a proposal took away: shares, targets and objects are made"
          + " again, the mark goes, the dataset can be written again.",
      "Needs the executor's credentials. It is not proposed again while its finding lasts."
    },
    mixinStandardHelpOptions = true)
final class ProposalsRestoreCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private DecisionOptions decision = new DecisionOptions();

  ProposalsRestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws SQLException {
    if (ledgerOptions.demo()) {
      throw new NothingToShow("The demo never acts, so there is nothing to restore in it.");
    }
    Configuration configuration = ledgerOptions.executorConfiguration(session);
    try (LedgerStore ledger = session.ledger(configuration, false);
        RunLock lock = RunLock.take(ledger.dataSource(), Runner.of("proposals restore").words())) {
      return restore(ledger.dataSource(), configuration);
    }
  }

  private int restore(DataSource ledger, Configuration configuration) {
    JdbcClient jdbc = JdbcClient.create(ledger);
    ProposalReader proposals = new ProposalReader(jdbc);
    ProposalOnFile known = ProposalId.find(proposals, decision.id());
    Decisions.notRestorable(known.proposal())
        .or(() -> standsForIt(proposals, known.proposal()))
        .or(() -> replaced(jdbc, proposals, known.proposal(), configuration))
        .ifPresent(
            why -> {
              throw new Refused(why);
            });
    Clock clock = session.clock();
    List<String> left =
        new Restoration(
                proposals,
                new StepRecordWriter(jdbc, new JsonMapper()),
                new ConfiguredHands(configuration, clock),
                clock)
            .restore(known.proposal());
    if (!left.isEmpty()) {
      session.terminal().err().println(known.proposal().name() + " is not all back:");
      left.forEach(words -> session.terminal().err().println("  " + words));
      return ExitCode.FAILED;
    }
    Actor actor = decision.actor(session);
    Transition restored =
        new Decisions(configuration.proposals().policy())
            .restored(known.proposal(), actor, decision.reason(), clock.instant());
    new ProposalWriter(
            jdbc, new TransactionTemplate(new JdbcTransactionManager(ledger)), new JsonMapper())
        .change(known, restored, known.mode());
    session.terminal().out().println(known.proposal().name() + " is restored.");
    return ExitCode.DONE;
  }

  /** Why nothing is made on a system that only bears the name of the one it was taken from. */
  private Optional<String> replaced(
      JdbcClient jdbc, ProposalReader proposals, Proposal wanted, Configuration configuration) {
    return QuarantinedSystems.of(configuration, new IdentityReader(jdbc)::on, session.clock())
        .replaced(
            proposals.steps(wanted.id()).stream()
                .filter(one -> one.step().stage() == Stage.QUARANTINE)
                .toList())
        .map(why -> wanted.name() + ": " + why);
  }

  /** Why a later proposal about the same is in the way: only one can be open at a time. */
  private static Optional<String> standsForIt(ProposalReader proposals, Proposal wanted) {
    return proposals.open().stream()
        .map(ProposalOnFile::proposal)
        .filter(other -> other.id() != wanted.id())
        .filter(other -> other.plan().code() == wanted.plan().code())
        .filter(other -> other.plan().subject().equals(wanted.plan().subject()))
        .findFirst()
        .map(ProposalsRestoreCommand::instead);
  }

  /** It was proposed again because it is there again, so that it is enough to keep it. */
  private static String instead(Proposal newer) {
    return Decisions.notRestorable(newer).isEmpty()
        ? "%s stands for the same by now, and has taken it away again: poolkeeper proposals restore %s --reason R"
            .formatted(newer.name(), newer.name())
        : "%s stands for the same by now, as it is there again; to keep it: poolkeeper proposals reject %s --reason R"
            .formatted(newer.name(), newer.name());
  }
}
