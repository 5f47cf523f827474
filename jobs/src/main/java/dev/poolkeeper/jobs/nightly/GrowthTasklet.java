package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.growth.NightlyGrowth;
import dev.poolkeeper.readers.ledger.HeldReader;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Forecasts every volume, claim, dataset, pool, group and count of the night. */
public final class GrowthTasklet implements Tasklet {

  private final HeldReader held;
  private final NightlyGrowth growth;

  public GrowthTasklet(HeldReader held, NightlyGrowth growth) {
    this.held = held;
    this.growth = growth;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    contribution.incrementWriteCount(
        growth.forecast(night.run(), night.date(), held.read(night.run()).keySet()).forecasts());
    return RepeatStatus.FINISHED;
  }
}
