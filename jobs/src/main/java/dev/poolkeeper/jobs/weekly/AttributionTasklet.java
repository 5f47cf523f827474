package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PoolNow;
import dev.poolkeeper.readers.ledger.GroundReader;
import dev.poolkeeper.readers.ledger.PoolNightReader;
import dev.poolkeeper.writers.ledger.PoolGrowthWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Says of every pool who made it change over a week and over 30 days. */
public final class AttributionTasklet implements Tasklet {

  private static final List<Integer> WINDOWS = List.of(7, 30);

  private final GroundReader grounds;
  private final PoolNightReader nights;
  private final PoolGrowthWriter writer;

  public AttributionTasklet(GroundReader grounds, PoolNightReader nights, PoolGrowthWriter writer) {
    this.grounds = grounds;
    this.nights = nights;
    this.writer = writer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    WeeklyParameters week = WeeklyParameters.of(context);
    writer.clear(week.night());
    List<Subject> pools = grounds.pools(week.night()).stream().map(PoolNow::pool).toList();
    // one window after the other: of the earlier nights only one is in memory
    for (int days : WINDOWS) {
      PoolGrowths growths = new PoolGrowths(nights, week.night(), days);
      for (Subject pool : pools) {
        writer.add(week.night(), growths.of(pool));
        contribution.incrementWriteCount(1);
      }
    }
    return RepeatStatus.FINISHED;
  }
}
