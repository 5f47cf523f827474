package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.proposal.Actor;
import dev.poolkeeper.processors.proposal.Decisions;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** What the commands share by which a person decides about a proposal. */
abstract class ProposalDecision {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();
  @Mixin private DecisionOptions decision = new DecisionOptions();

  ProposalDecision(Session session) {
    this.session = session;
  }

  final Session session() {
    return session;
  }

  final String reason() {
    return decision.reason();
  }

  final Actor actor() {
    return decision.actor(session);
  }

  /** Decides; the change is kept with the history that tells of it. */
  final int decide() {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      ProposalOnFile known = ProposalId.find(new ProposalReader(jdbc), decision.id());
      Decisions decisions =
          new Decisions(ledgerOptions.configuration(session).proposals().policy());
      Transition transition = decide(decisions, known);
      new ProposalWriter(
              jdbc,
              new TransactionTemplate(new JdbcTransactionManager(ledger.dataSource())),
              new JsonMapper())
          .change(known, transition, known.mode());
      session.terminal().out().println(said(transition));
      return ExitCode.DONE;
    }
  }

  /**
   * @throws dev.poolkeeper.processors.proposal.Refused saying why not
   */
  abstract Transition decide(Decisions decisions, ProposalOnFile known);

  /** What became of it, and what comes next. */
  abstract String said(Transition transition);
}
