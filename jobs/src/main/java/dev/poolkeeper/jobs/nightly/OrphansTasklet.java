package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.readers.ledger.LedgerHistory;
import dev.poolkeeper.writers.ledger.VerdictWriter;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges the joined night by every rule, with what the ledger remembers of earlier ones. */
public final class OrphansTasklet implements Tasklet {

  private final TonightsInventory tonight;
  private final Trust trust;
  private final JdbcClient ledger;
  private final VerdictWriter verdicts;
  private final Configuration configuration;

  public OrphansTasklet(
      TonightsInventory tonight,
      Trust trust,
      JdbcClient ledger,
      VerdictWriter verdicts,
      Configuration configuration) {
    this.tonight = tonight;
    this.trust = trust;
    this.ledger = ledger;
    this.verdicts = verdicts;
    this.configuration = configuration;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters = NightParameters.of(context);
    Inventory inventory = tonight.inventory(parameters.run());
    Map<String, String> held = trust.held(inventory, parameters.date());
    Night night =
        new Night(
            inventory,
            tonight.join(parameters.run()),
            new Completeness(inventory, held),
            configuration.orphanPolicy());
    Judgements judgements =
        NightJudge.judge(night, held, new LedgerHistory(ledger, parameters.date()));
    verdicts.write(parameters.run(), judgements);
    contribution.incrementWriteCount(judgements.candidates().size());
    tonight.forget();
    return RepeatStatus.FINISHED;
  }
}
