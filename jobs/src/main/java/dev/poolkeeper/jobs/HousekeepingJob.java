package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.housekeeping.RemovalTasklet;
import dev.poolkeeper.jobs.nightly.StepLog;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Forgets what is too old to be of use, so that the ledger of an estate that stays the same stops
 * growing.
 *
 * <p>Ages are counted from a night that the ledger knows. What an open finding rests on stays, and
 * so does every change of state of those that are resolved. Each step is one transaction; running
 * it again finds nothing to do.
 */
@Configuration(proxyBeanMethods = false)
public class HousekeepingJob {

  public static final String NAME = "housekeeping";

  @Bean
  Job housekeepingJob(
      JobRepository jobRepository,
      Step facts,
      Step forecasts,
      Step results,
      Step snapshots,
      Step batchRows) {
    return new JobBuilder(NAME, jobRepository)
        .start(facts) // figures of every day       -> of every week, later of every month
        .next(forecasts) // what nights forecast       -> dropped by the month
        .next(results) // what nights found          -> open findings and changes stay
        .next(snapshots) // ZFS snapshots long gone    -> forgotten
        .next(batchRows) // rows of Spring Batch       -> forgotten
        .build();
  }

  @Bean
  Step facts(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet factsTasklet,
      StepLog log) {
    return step("facts", jobRepository, transactions, factsTasklet, log);
  }

  @Bean
  Step forecasts(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet forecastsTasklet,
      StepLog log) {
    return step("forecasts", jobRepository, transactions, forecastsTasklet, log);
  }

  @Bean
  Step results(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet resultsTasklet,
      StepLog log) {
    return step("results", jobRepository, transactions, resultsTasklet, log);
  }

  @Bean
  Step snapshots(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet snapshotsTasklet,
      StepLog log) {
    return step("snapshots", jobRepository, transactions, snapshotsTasklet, log);
  }

  @Bean
  Step batchRows(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet batchRowsTasklet,
      StepLog log) {
    return step("batch", jobRepository, transactions, batchRowsTasklet, log);
  }

  private static Step step(
      String name,
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      RemovalTasklet tasklet,
      StepLog log) {
    return new StepBuilder(name, jobRepository)
        .listener(log)
        .tasklet(tasklet, transactions)
        .build();
  }
}
