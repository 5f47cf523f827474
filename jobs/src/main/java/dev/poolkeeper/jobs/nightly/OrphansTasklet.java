package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Undelivered;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.judge.ClaimProtections;
import dev.poolkeeper.processors.judge.ConfiguredRulings;
import dev.poolkeeper.processors.judge.FindingScopes;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.judge.WithheldVerdicts;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.protection.ClaimProtection;
import dev.poolkeeper.processors.protection.SnapshotHoldings;
import dev.poolkeeper.readers.ledger.AnomalyReader;
import dev.poolkeeper.readers.ledger.CapacityTrendsReader;
import dev.poolkeeper.readers.ledger.HeldReader;
import dev.poolkeeper.readers.ledger.LedgerHistory;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.readers.ledger.RetentionReader;
import dev.poolkeeper.writers.ledger.FindingScopeWriter;
import dev.poolkeeper.writers.ledger.ProtectionWriter;
import dev.poolkeeper.writers.ledger.RulingWriter;
import dev.poolkeeper.writers.ledger.VerdictWriter;
import dev.poolkeeper.writers.ledger.WithheldWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges the joined night by every rule, with what the ledger remembers of earlier ones. */
public final class OrphansTasklet implements Tasklet {

  /**
   * What keeps the verdicts, what the configuration says of them, what was withheld, how every
   * claim is protected, and whom verdicts concern.
   */
  public record Writers(
      VerdictWriter verdicts,
      RulingWriter rulings,
      WithheldWriter withheld,
      ProtectionWriter protection,
      FindingScopeWriter scopes) {}

  private final TonightsInventory tonight;
  private final HeldReader heldReader;
  private final JdbcClient ledger;
  private final Writers writers;
  private final Configuration configuration;

  public OrphansTasklet(
      TonightsInventory tonight,
      HeldReader heldReader,
      JdbcClient ledger,
      Writers writers,
      Configuration configuration) {
    this.tonight = tonight;
    this.heldReader = heldReader;
    this.ledger = ledger;
    this.writers = writers;
    this.configuration = configuration;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters = NightParameters.of(context);
    Inventory inventory = tonight.inventory(parameters.run());
    Map<String, String> held = heldReader.read(parameters.run());
    Night night =
        new Night(
            inventory,
            tonight.join(parameters.run()),
            new Completeness(inventory, held),
            configuration.orphanPolicy());
    History history = new LedgerHistory(ledger, parameters.date());
    Trends trends = trends(parameters.date());
    Judgements judgements = NightJudge.judge(night, held, history, trends);
    writers.verdicts().write(parameters.run(), judgements);
    writers.scopes().write(parameters.run(), FindingScopes.of(night, judgements));
    protect(night, parameters);
    writers
        .rulings()
        .write(
            parameters.run(),
            ConfiguredRulings.of(
                night, judgements.candidates(), configuration.rules(), parameters.date()));
    writers
        .withheld()
        .write(
            parameters.run(),
            WithheldVerdicts.of(
                night,
                judgements,
                held,
                believed -> NightJudge.judge(believed, Map.of(), history, trends),
                ConfiguredRulings.excepted(night, configuration.rules(), parameters.date())));
    contribution.incrementWriteCount(judgements.candidates().size());
    return RepeatStatus.FINISHED;
  }

  /** What the steps before this one found, and what is asked of claims. */
  private Trends trends(LocalDate night) {
    return Trends.none()
        .withCapacity(
            new CapacityTrendsReader(ledger).ofNight(night, configuration.capacityPolicy()))
        .withAnomalies(new AnomalyReader(ledger).ofNight(night))
        .withRetention(new RetentionReader(ledger).ofNight(night))
        .withProtection(configuration.protection())
        .withUndelivered(new Undelivered(configuration, new OutboxReader(ledger)).before(night));
  }

  private void protect(Night night, NightParameters parameters) {
    List<ClaimProtection> claims = ClaimProtections.of(night, configuration.protection());
    writers.protection().replace(parameters.date(), claims, SnapshotHoldings.of(night, claims));
  }
}
