package dev.poolkeeper.jobs;

import dev.poolkeeper.jobs.batch.Steps;
import dev.poolkeeper.jobs.cleanup.ActTasklet;
import dev.poolkeeper.jobs.cleanup.LookTasklet;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
  Step look(Steps steps, LookTasklet lookTasklet) {
    return steps.bitByBit("look", lookTasklet);
  }

  @Bean
  Step act(Steps steps, ActTasklet actTasklet) {
    return steps.bitByBit("act", actTasklet);
  }
}
