package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Intents;
import dev.poolkeeper.jobs.delivery.MailIntents.Told;
import dev.poolkeeper.jobs.delivery.Order;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingLifecycle;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Judged;
import dev.poolkeeper.processors.orphan.Needs;
import dev.poolkeeper.processors.report.ExceptionLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.Score;
import dev.poolkeeper.processors.score.SourceScorer;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.FindingScopeReader;
import dev.poolkeeper.readers.ledger.HeldReader;
import dev.poolkeeper.readers.ledger.RulingReader;
import dev.poolkeeper.readers.ledger.StagedInventory;
import dev.poolkeeper.readers.ledger.VerdictReader;
import dev.poolkeeper.writers.ledger.ExceptionWriter;
import dev.poolkeeper.writers.ledger.FindingScopeWriter;
import dev.poolkeeper.writers.ledger.FindingWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.ScoreWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Carries findings from the last night into this one, closes the night's account, and writes down
 * who is to be told; all of it in one transaction.
 */
public final class FindingsTasklet implements Tasklet {

  /** What reads for the findings of a night. */
  public record Sources(
      StagedInventory staged,
      HeldReader held,
      VerdictReader verdicts,
      RulingReader rulings,
      FindingReader findings,
      FindingScopeReader scopes) {}

  /** What writes them. */
  public record Writers(
      FindingWriter findings,
      ExceptionWriter exceptions,
      ScoreWriter scores,
      FindingScopeWriter scopes,
      Intents intents) {}

  private final Sources sources;
  private final Writers writers;
  private final RunWriter runs;
  private final Configuration configuration;

  public FindingsTasklet(
      Sources sources, Writers writers, RunWriter runs, Configuration configuration) {
    this.sources = sources;
    this.writers = writers;
    this.runs = runs;
    this.configuration = configuration;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    Inventory inventory = sources.staged().withoutObjects(night.run());
    Completeness known = new Completeness(inventory, sources.held().read(night.run()));
    Judgements judgements = sources.verdicts().read(night.run(), new Needs(known)::gap);
    Rulings rulings = sources.rulings().read(night.run());
    FindingLifecycle lifecycle =
        new FindingLifecycle(configuration.findingPolicy(), inventory.estate().capturedAt());
    List<Finding> before = sources.findings().latestBefore(night.date());
    List<Finding> findings = lifecycle.advance(before, judgements, rulings);
    writers.findings().replace(night.date(), findings);
    writers.scopes().keep(night.run(), night.date());
    NightVerdict verdict = NightVerdict.of(findings);
    writers
        .exceptions()
        .replace(
            night.date(),
            ExceptionLine.of(
                configuration.rules(), rulings, verdict != NightVerdict.INCOMPLETE, night.date()));
    writers
        .scores()
        .replace(
            night.date(),
            new SourceScorer(Judged.gaps(known, judgements)).score(inventory, findings));
    runs.judged(
        night.run(),
        verdict != NightVerdict.INCOMPLETE,
        verdict,
        Score.of(findings, judged(inventory)));
    writers
        .intents()
        .nightly(
            new Order(NightlyJob.NAME, night.run(), night.date(), night.told().telling()),
            new Told(findings, before, sources.scopes().ofNight(night.date())));
    contribution.incrementWriteCount(findings.size());
    return RepeatStatus.FINISHED;
  }

  private static long judged(Inventory inventory) {
    return inventory.captures().stream()
        .filter(
            c ->
                c.kind() == ObjectKind.PERSISTENT_VOLUME
                    || c.kind() == ObjectKind.VOLUME_SNAPSHOT_CONTENT)
        .mapToLong(Capture::rows)
        .sum();
  }
}
