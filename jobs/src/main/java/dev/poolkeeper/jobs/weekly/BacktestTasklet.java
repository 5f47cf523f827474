package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.readers.ledger.BacktestReader;
import dev.poolkeeper.writers.ledger.BacktestWriter;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Compares the forecasts whose day came in the last eight weeks with what came. */
public final class BacktestTasklet implements Tasklet {

  private static final int WEEKS = 8;

  private final BacktestReader reader;
  private final BacktestWriter writer;

  public BacktestTasklet(BacktestReader reader, BacktestWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    WeeklyParameters week = WeeklyParameters.of(context);
    List<BacktestLine> lines = reader.read(week.night(), WEEKS);
    writer.replace(week.night(), lines);
    contribution.incrementWriteCount(lines.size());
    return RepeatStatus.FINISHED;
  }
}
