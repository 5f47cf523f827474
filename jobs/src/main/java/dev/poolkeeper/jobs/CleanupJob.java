package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.cleanup.ActTasklet;
import dev.poolkeeper.jobs.cleanup.LookTasklet;
import dev.poolkeeper.jobs.nightly.StepLog;
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
 * Carries out what was approved: looks again, acts step by step, reads back.
 *
 * <p>Neither step is one transaction: what is noted before an act has to be safe before it,
 * whatever becomes of the rest. A killed run is found again by its proposals, which are still
 * running.
 */
@Configuration(proxyBeanMethods = false)
public class CleanupJob {

  public static final String NAME = "cleanup";

  @Bean
  Job cleanup(JobRepository jobRepository, Step look, Step act) {
    return new JobBuilder(NAME, jobRepository)
        .start(look) // everything, read anew    -> approved plans that still hold, begun
        .next(act) // begun plans              -> done and read back, or taken back
        .build();
  }

  @Bean
  Step look(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      LookTasklet lookTasklet,
      StepLog log) {
    return step("look", jobRepository, transactions, lookTasklet, log);
  }

  @Bean
  Step act(
      JobRepository jobRepository,
      PlatformTransactionManager transactions,
      ActTasklet actTasklet,
      StepLog log) {
    return step("act", jobRepository, transactions, actTasklet, log);
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
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }
}
