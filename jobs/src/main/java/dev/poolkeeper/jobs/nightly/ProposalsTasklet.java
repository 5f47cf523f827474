package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.approval.OutsideApprovals;
import dev.poolkeeper.jobs.approval.TicketReferences;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.delivery.Intents;
import dev.poolkeeper.jobs.delivery.Order;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.judge.ProposalKnowledge;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.proposal.NightlyReview;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ReclaimOutcome;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.HeldReader;
import dev.poolkeeper.readers.ledger.ProposalOutcomeReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.ProposalNightWriter;
import dev.poolkeeper.writers.ledger.ProposalOutcomeWriter;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plans what confirmed findings say may go, and carries proposals into this night. Nothing is acted
 * on. A night that is run again after later ones leaves proposals as those left them.
 */
public final class ProposalsTasklet implements Tasklet {

  /** What it reads and writes of the ledger. */
  public record Ledger(
      HeldReader held,
      FindingReader findings,
      ProposalReader proposals,
      ProposalWriter writer,
      ProposalNightWriter nights,
      ProposalOutcomeReader destroyed,
      ProposalOutcomeWriter outcomes,
      Intents intents) {

    /** All of one ledger. */
    static Ledger of(
        JdbcTemplate jdbc, TransactionTemplate transactions, JsonMapper json, Intents intents) {
      JdbcClient client = JdbcClient.create(jdbc);
      return new Ledger(
          new HeldReader(jdbc),
          new FindingReader(client),
          new ProposalReader(client),
          new ProposalWriter(client, transactions, json),
          new ProposalNightWriter(jdbc),
          new ProposalOutcomeReader(client),
          new ProposalOutcomeWriter(jdbc),
          intents);
    }
  }

  private final TonightsInventory tonight;
  private final Ledger ledger;
  private final TicketReferences tickets;
  private final Configuration configuration;
  private final CallContext calls;

  public ProposalsTasklet(
      TonightsInventory tonight,
      Ledger ledger,
      TicketReferences tickets,
      Configuration configuration,
      CallContext calls) {
    this.tonight = tonight;
    this.ledger = ledger;
    this.tickets = tickets;
    this.configuration = configuration;
    this.calls = calls;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters = NightParameters.of(context);
    boolean past = ledger.proposals().lastReview().filter(parameters.date()::isBefore).isPresent();
    if (!past) {
      contribution.incrementWriteCount(review(parameters));
    }
    tonight.forget();
    return RepeatStatus.FINISHED;
  }

  private int review(NightParameters parameters) {
    List<Finding> findings = ledger.findings().ofNight(parameters.date());
    List<ProposalOnFile> open = ledger.proposals().open();
    Instant now = calls.clock().instant();
    NightlyReview.Result result =
        new NightlyReview(configuration.proposals().policy(), configuration.proposals().guards())
            .review(
                NightVerdict.of(findings) != NightVerdict.INCOMPLETE,
                findings,
                open,
                knowledge(parameters.run(), findings, now),
                now);
    Set<Long> ended = new HashSet<>(ledger.proposals().endedOn(parameters.date()));
    for (NightlyReview.Change change : result.changes()) {
      ProposalOnFile left = write(change);
      if (!left.proposal().state().open()) {
        ended.add(left.proposal().id());
      }
    }
    List<String> refusals = approvals();
    List<ProposalOnFile> told =
        ledger.proposals().all().stream()
            .filter(one -> one.proposal().state().open() || ended.contains(one.proposal().id()))
            .toList();
    ledger.nights().replace(parameters.date(), told, result.summary().and(refusals));
    ledger
        .intents()
        .proposals(
            new Order(
                NightlyJob.NAME, parameters.run(), parameters.date(), parameters.told().telling()),
            ledger.proposals().all().stream().map(ProposalOnFile::proposal).toList());
    ledger
        .outcomes()
        .replace(
            parameters.date(),
            ReclaimOutcome.of(ledger.destroyed().endedBefore(parameters.date())));
    return result.changes().size();
  }

  /**
   * What was decided elsewhere; a file of approvals that cannot be read is told, and costs no
   * night.
   */
  private List<String> approvals() {
    OutsideApprovals outside =
        new OutsideApprovals(ledger.proposals(), ledger.writer(), tickets, configuration, calls);
    List<String> refusals = new ArrayList<>();
    try {
      refusals.addAll(outside.file());
    } catch (InvalidConfiguration invalid) {
      refusals.add(String.valueOf(invalid.getMessage()));
    }
    refusals.addAll(outside.tickets());
    return refusals;
  }

  private NightlyReview.Knowledge knowledge(long run, List<Finding> findings, Instant now) {
    Inventory inventory = tonight.inventory(run);
    Night night =
        new Night(
            inventory,
            tonight.join(run),
            new Completeness(inventory, ledger.held().read(run)),
            configuration.orphanPolicy());
    return new ProposalKnowledge(
        night,
        findings.stream().filter(NightlyReview::eligible).toList(),
        configuration.proposals().policy(),
        now);
  }

  private ProposalOnFile write(NightlyReview.Change change) {
    if (change.known().isEmpty()) {
      Proposal added = ledger.writer().add(change.transition(), change.mode());
      return new ProposalOnFile(added, change.mode(), 1);
    }
    ProposalOnFile known = change.known().get();
    ledger.writer().change(known, change.transition(), change.mode());
    return new ProposalOnFile(change.transition().proposal(), change.mode(), known.change() + 1);
  }
}
