package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.readers.ledger.StagedInventory;
import dev.poolkeeper.writers.ledger.HistoryWriter;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Fills the days that no night measured, from what tonight's sources still know of them. */
public final class HistoryTasklet implements Tasklet {

  private final StagedInventory staged;
  private final HistoryWriter history;
  private final MissingClaimDays claimDays;
  private final int lookBackDays;

  /**
   * @param lookBackDays how far back snapshots are of interest
   */
  public HistoryTasklet(
      StagedInventory staged, HistoryWriter history, MissingClaimDays claimDays, int lookBackDays) {
    this.staged = staged;
    this.history = history;
    this.claimDays = claimDays;
    this.lookBackDays = lookBackDays;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    contribution.incrementWriteCount(history.rebuild(night.run(), lookBackDays));
    for (String cluster : staged.withoutObjects(night.run()).estate().clusters()) {
      contribution.incrementWriteCount(claimDays.fill(night.run(), night.date(), cluster));
    }
    return RepeatStatus.FINISHED;
  }
}
