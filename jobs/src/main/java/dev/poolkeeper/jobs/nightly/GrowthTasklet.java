package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.growth.NightlyGrowth;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.readers.ledger.StagedInventory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Forecasts every volume, claim, dataset, pool, group and count of the night. */
public final class GrowthTasklet implements Tasklet {

  private final StagedInventory staged;
  private final Trust trust;
  private final NightlyGrowth growth;

  public GrowthTasklet(StagedInventory staged, Trust trust, NightlyGrowth growth) {
    this.staged = staged;
    this.trust = trust;
    this.growth = growth;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    Inventory inventory = staged.withoutObjects(night.run());
    contribution.incrementWriteCount(
        growth
            .forecast(night.run(), night.date(), trust.held(inventory, night.date()).keySet())
            .forecasts());
    return RepeatStatus.FINISHED;
  }
}
