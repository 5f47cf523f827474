package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.batch.Steps;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.writers.http.CallContext;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What surrounds the steps of every job. */
@Configuration(proxyBeanMethods = false)
public class StepParts {

  @Bean
  Turns turns(
      DataSource dataSource,
      dev.poolkeeper.jobs.configuration.Configuration configuration,
      Clock clock,
      Progress progress) {
    return Turns.of(dataSource, configuration, clock, progress.watch().observations());
  }

  @Bean
  CallContext callContext(Clock clock, Progress progress) {
    return new CallContext(clock, progress.watch().observations());
  }

  @Bean
  StepLog stepLog(Progress progress, Turns turns) {
    return new StepLog(progress, turns);
  }

  @Bean
  Steps steps(JobRepository repository, PlatformTransactionManager transactions, StepLog log) {
    return new Steps(repository, transactions, log);
  }
}
