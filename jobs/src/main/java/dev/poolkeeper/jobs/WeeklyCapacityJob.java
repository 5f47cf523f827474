package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.batch.Steps;
import dev.poolkeeper.jobs.weekly.AttributionTasklet;
import dev.poolkeeper.jobs.weekly.BacktestTasklet;
import dev.poolkeeper.jobs.weekly.RunwayTasklet;
import dev.poolkeeper.jobs.weekly.ScenarioTasklet;
import dev.poolkeeper.jobs.weekly.WeeklyDeliverTasklet;
import dev.poolkeeper.jobs.weekly.WeeklyReportTasklet;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How long there is room, who takes it, and what would change that.
 *
 * <p>Looks at one night that the ledger knows and reads nothing else: no cluster and no appliance
 * is asked. Steps hand on through Postgres, keyed by the night. Running it again for a date
 * replaces what was said of that date; a killed run leaves nothing to go on with and is begun anew.
 */
@Configuration(proxyBeanMethods = false)
public class WeeklyCapacityJob {

  public static final String NAME = "weekly-capacity";

  @Bean
  Job weeklyCapacity(
      JobRepository jobRepository,
      Step runway,
      Step attribution,
      Step scenarios,
      Step backtest,
      Step report,
      Step deliver) {
    return new JobBuilder(NAME, jobRepository)
        .start(runway) // pools and forecasts of the night -> days until full, order-by dates
        .next(attribution) // this night and earlier ones     -> who made each pool's change
        .next(scenarios) // forecasts and what is planned   -> other full dates
        .next(backtest) // forecasts that came due        -> how right they were
        .next(report) // marts                           -> weekly-capacity.html, .pdf, .json
        .next(deliver) // outbox                          -> mails and chat, each once
        .build();
  }

  @Bean
  Step runway(Steps steps, RunwayTasklet runwayTasklet) {
    return steps.whole("runway", runwayTasklet);
  }

  @Bean
  Step attribution(Steps steps, AttributionTasklet attributionTasklet) {
    return steps.whole("attribution", attributionTasklet);
  }

  @Bean
  Step scenarios(Steps steps, ScenarioTasklet scenarioTasklet) {
    return steps.whole("scenarios", scenarioTasklet);
  }

  @Bean
  Step backtest(Steps steps, BacktestTasklet backtestTasklet) {
    return steps.whole("backtest", backtestTasklet);
  }

  @Bean
  Step report(Steps steps, WeeklyReportTasklet reportTasklet) {
    return steps.whole("report", reportTasklet);
  }

  /** Without a transaction around it: what was handed over must not be forgotten. */
  @Bean
  Step deliver(Steps steps, WeeklyDeliverTasklet deliverTasklet) {
    return steps.bitByBit("deliver", deliverTasklet);
  }
}
