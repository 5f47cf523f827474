package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.batch.Steps;
import dev.poolkeeper.jobs.housekeeping.RemovalTasklet;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
  Step facts(Steps steps, RemovalTasklet factsTasklet) {
    return steps.whole("facts", factsTasklet);
  }

  @Bean
  Step forecasts(Steps steps, RemovalTasklet forecastsTasklet) {
    return steps.whole("forecasts", forecastsTasklet);
  }

  @Bean
  Step results(Steps steps, RemovalTasklet resultsTasklet) {
    return steps.whole("results", resultsTasklet);
  }

  @Bean
  Step snapshots(Steps steps, RemovalTasklet snapshotsTasklet) {
    return steps.whole("snapshots", snapshotsTasklet);
  }

  @Bean
  Step batchRows(Steps steps, RemovalTasklet batchRowsTasklet) {
    return steps.whole("batch", batchRowsTasklet);
  }
}
