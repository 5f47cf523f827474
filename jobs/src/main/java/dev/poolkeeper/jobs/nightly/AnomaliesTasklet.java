package dev.poolkeeper.jobs.nightly;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Judges every watched series of the night against its own past. */
public final class AnomaliesTasklet implements Tasklet {

  private final NightlyAnomalies anomalies;

  public AnomaliesTasklet(NightlyAnomalies anomalies) {
    this.anomalies = anomalies;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    contribution.incrementWriteCount(anomalies.judge(night.run(), night.date()).anomalies().size());
    return RepeatStatus.FINISHED;
  }
}
