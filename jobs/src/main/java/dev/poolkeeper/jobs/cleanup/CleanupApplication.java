package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.CleanupJob;
import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.nightly.InventorySources;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.jobs.nightly.StepParts;
import dev.poolkeeper.jobs.nightly.Trust;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.readers.ledger.RowHistoryReader;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.StepRecordWriter;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The parts list of the cleanup. Ledger, configuration and hands are given from outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CleanupJob.class, StepParts.class})
public class CleanupApplication {

  @Bean
  LedgerRunner cleanupRunner(
      Turns turns,
      DataSource dataSource,
      JobOperator operator,
      JobRepository repository,
      Job cleanup,
      Clock clock) {
    return new LedgerRunner(
        turns,
        dataSource,
        new LedgerRunner.Batch(operator, repository, cleanup),
        new RunWriter(JdbcClient.create(dataSource), new JsonMapper()),
        clock);
  }

  @Bean
  LookTasklet lookTasklet(
      InventorySources sources,
      JdbcTemplate jdbc,
      ProposalWriter writer,
      Hands hands,
      Configuration configuration,
      CleanupReport report,
      CallContext calls) {
    return new LookTasklet(
        sources,
        new Trust(new RowHistoryReader(jdbc), configuration),
        JdbcClient.create(jdbc),
        writer,
        hands,
        configuration,
        report,
        calls);
  }

  @Bean
  ActTasklet actTasklet(
      Turns turns,
      JdbcClient jdbc,
      ProposalWriter writer,
      Hands hands,
      Configuration configuration,
      CleanupReport report,
      Progress progress,
      Clock clock) {
    ProposalReader reader = new ProposalReader(jdbc);
    StepLedger steps = new LedgerSteps(reader, new StepRecordWriter(jdbc, new JsonMapper()), clock);
    return new ActTasklet(
        new ActTasklet.Begun(reader, writer, turns),
        new StageExecutor(hands, steps, clock, progress.watch()),
        configuration,
        report,
        clock);
  }

  @Bean
  ProposalWriter proposalWriter(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new ProposalWriter(jdbc, new TransactionTemplate(transactions), new JsonMapper());
  }

  @Bean
  CleanupReport cleanupReport() {
    return new CleanupReport();
  }
}
