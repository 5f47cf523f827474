package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.configuration.CapacitySettings;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PoolNow;
import dev.poolkeeper.processors.runway.Scenario;
import dev.poolkeeper.processors.runway.ScenarioFinder;
import dev.poolkeeper.readers.ledger.GroundReader;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.writers.ledger.ScenarioWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Says when pools would be full if something were different. */
public final class ScenarioTasklet implements Tasklet {

  private final GroundReader grounds;
  private final OutlookReader outlooks;
  private final ScenarioWriter writer;
  private final CapacitySettings settings;

  public ScenarioTasklet(
      GroundReader grounds,
      OutlookReader outlooks,
      ScenarioWriter writer,
      CapacitySettings settings) {
    this.grounds = grounds;
    this.outlooks = outlooks;
    this.writer = writer;
    this.settings = settings;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    WeeklyParameters week = WeeklyParameters.of(context);
    Map<Subject, SeriesOutlook> forecasts =
        outlooks.ofKinds(week.night(), Set.of(SeriesKind.POOL)).stream()
            .collect(Collectors.toMap(outlook -> outlook.key().subject(), Function.identity()));
    List<Subject> pools = grounds.pools(week.night()).stream().map(PoolNow::pool).toList();
    ScenarioFinder finder =
        new ScenarioFinder(
            settings.leadDays(),
            settings.planned(),
            settings.growthFactors(),
            grounds.proposed(week.night()));
    List<Scenario> scenarios = new ArrayList<>();
    for (Subject pool : pools) {
      scenarios.addAll(finder.of(pool, Optional.ofNullable(forecasts.get(pool))));
    }
    scenarios.addAll(finder.strangers(pools));
    writer.replace(week.night(), scenarios);
    contribution.incrementWriteCount(scenarios.size());
    return RepeatStatus.FINISHED;
  }
}
