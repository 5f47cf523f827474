package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.nightly.StepLog;
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
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

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
        .next(deliver) // outbox                          -> mails, each once
        .build();
  }

  @Bean
  Step runway(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RunwayTasklet runwayTasklet,
      StepLog log) {
    return step("runway", jobRepository, transactions, runwayTasklet, log);
  }

  @Bean
  Step attribution(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      AttributionTasklet attributionTasklet,
      StepLog log) {
    return step("attribution", jobRepository, transactions, attributionTasklet, log);
  }

  @Bean
  Step scenarios(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      ScenarioTasklet scenarioTasklet,
      StepLog log) {
    return step("scenarios", jobRepository, transactions, scenarioTasklet, log);
  }

  @Bean
  Step backtest(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      BacktestTasklet backtestTasklet,
      StepLog log) {
    return step("backtest", jobRepository, transactions, backtestTasklet, log);
  }

  @Bean
  Step report(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      WeeklyReportTasklet reportTasklet,
      StepLog log) {
    return step("report", jobRepository, transactions, reportTasklet, log);
  }

  /** Without a transaction around it: what was handed over must not be forgotten. */
  @Bean
  Step deliver(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      WeeklyDeliverTasklet deliverTasklet,
      StepLog log) {
    return new StepBuilder("deliver", jobRepository)
        .listener(log)
        .tasklet(deliverTasklet, transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  private static Step step(
      String name,
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      Tasklet tasklet,
      StepLog log) {
    return new StepBuilder(name, jobRepository)
        .listener(log)
        .tasklet(tasklet, transactions)
        .build();
  }
}
