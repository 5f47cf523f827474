package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.readers.ledger.HeldReader;
import dev.poolkeeper.readers.ledger.PromiseReader;
import dev.poolkeeper.readers.ledger.StagedSnapshots;
import dev.poolkeeper.writers.ledger.RetentionWriter;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Checks the snapshots of every dataset against what tasks and policies promise, and stores what it
 * found. Findings come of it in the step that judges everything.
 */
public final class RetentionTasklet implements Tasklet {

  private final TonightsInventory tonight;
  private final HeldReader held;
  private final StagedSnapshots snapshots;
  private final PromiseReader promises;
  private final RetentionWriter writer;
  private final Configuration configuration;

  public RetentionTasklet(
      TonightsInventory tonight,
      HeldReader held,
      StagedSnapshots snapshots,
      PromiseReader promises,
      RetentionWriter writer,
      Configuration configuration) {
    this.tonight = tonight;
    this.held = held;
    this.snapshots = snapshots;
    this.promises = promises;
    this.writer = writer;
    this.configuration = configuration;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters parameters = NightParameters.of(context);
    Inventory inventory = tonight.inventory(parameters.run());
    Night night =
        new Night(
            inventory,
            tonight.join(parameters.run()),
            new Completeness(inventory, held.read(parameters.run())),
            configuration.orphanPolicy());
    RetentionNight retention =
        new RetentionNight(
            night,
            configuration.retention(),
            new FactFinder(night)::of,
            promises.since(parameters.date()));
    writer.begin(parameters.date());
    snapshots.read(
        parameters.run(),
        (dataset, all) ->
            retention
                .check(dataset, all)
                .ifPresent(
                    checked -> {
                      writer.add(checked);
                      contribution.incrementWriteCount(1);
                    }));
    retention.rest().forEach(writer::add);
    writer.end(retention.tasks(), retention.promises());
    return RepeatStatus.FINISHED;
  }
}
