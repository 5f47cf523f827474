package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.runway.Runway;
import dev.poolkeeper.processors.runway.RunwayFinder;
import dev.poolkeeper.processors.runway.RunwayPolicy;
import dev.poolkeeper.readers.ledger.GroundReader;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.writers.ledger.RunwayWriter;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Says of every pool, NAS, cluster, namespace and StorageClass how long there is room. */
public final class RunwayTasklet implements Tasklet {

  private static final Set<SeriesKind> KINDS =
      Set.of(SeriesKind.POOL, SeriesKind.NAMESPACE, SeriesKind.STORAGE_CLASS);

  private final GroundReader grounds;
  private final OutlookReader outlooks;
  private final RunwayWriter writer;
  private final RunwayPolicy policy;

  public RunwayTasklet(
      GroundReader grounds, OutlookReader outlooks, RunwayWriter writer, RunwayPolicy policy) {
    this.grounds = grounds;
    this.outlooks = outlooks;
    this.writer = writer;
    this.policy = policy;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    WeeklyParameters week = WeeklyParameters.of(context);
    List<Runway> runways =
        new RunwayFinder(policy)
            .find(
                grounds.pools(week.night()),
                outlooks.ofKinds(week.night(), KINDS),
                grounds.grounds(week.night()));
    writer.replace(week.night(), runways);
    contribution.incrementWriteCount(runways.size());
    return RepeatStatus.FINISHED;
  }
}
