package dev.poolkeeper.jobs.housekeeping;

import dev.poolkeeper.writers.ledger.Housekeeper;
import dev.poolkeeper.writers.ledger.Housekeeper.Removal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** One step of housekeeping: removes, and notes what. */
public final class RemovalTasklet implements Tasklet {

  /** No step tells of more kinds of rows. */
  private static final int MOST_PER_STEP = 100;

  private final Housekeeper housekeeper;
  private final int step;
  private final Function<LocalDate, List<Removal>> remove;

  /**
   * @param step which one it is, from 0
   * @param remove what it does, given the night that ages are counted from
   */
  RemovalTasklet(Housekeeper housekeeper, int step, Function<LocalDate, List<Removal>> remove) {
    this.housekeeper = housekeeper;
    this.step = step;
    this.remove = remove;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    HousekeepingParameters parameters = HousekeepingParameters.of(context);
    List<Removal> removals = remove.apply(parameters.night());
    housekeeper.told(parameters.run(), step * MOST_PER_STEP, removals);
    contribution.incrementWriteCount(removals.stream().mapToLong(Removal::rows).sum());
    return RepeatStatus.FINISHED;
  }
}
