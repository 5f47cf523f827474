package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Intents;
import dev.poolkeeper.jobs.delivery.PostRoom;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.jobs.nightly.StepParts;
import dev.poolkeeper.jobs.turn.StopSignal;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.readers.ledger.BacktestReader;
import dev.poolkeeper.readers.ledger.GroundReader;
import dev.poolkeeper.readers.ledger.OutlookReader;
import dev.poolkeeper.readers.ledger.PoolNightReader;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.ledger.BacktestWriter;
import dev.poolkeeper.writers.ledger.PoolGrowthWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.ledger.RunwayWriter;
import dev.poolkeeper.writers.ledger.ScenarioWriter;
import dev.poolkeeper.writers.report.WeeklyReportWriter;
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
import tools.jackson.databind.json.JsonMapper;

/** The parts list of the weekly job. The ledger and the configuration are given from outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WeeklyCapacityJob.class, StepParts.class})
public class WeeklyApplication {

  @Bean
  WeeklyRunner weeklyRunner(
      Turns turns,
      DataSource dataSource,
      LedgerRunner.Batch batch,
      RunWriter runs,
      Configuration configuration,
      Clock clock) {
    return new WeeklyRunner(new LedgerRunner(turns, dataSource, batch, runs, clock), configuration);
  }

  @Bean
  LedgerRunner.Batch batch(JobOperator operator, JobRepository repository, Job weeklyCapacity) {
    return new LedgerRunner.Batch(operator, repository, weeklyCapacity);
  }

  @Bean
  RunwayTasklet runwayTasklet(JdbcTemplate jdbc, Configuration configuration) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new RunwayTasklet(
        new GroundReader(client),
        new OutlookReader(client),
        new RunwayWriter(jdbc),
        configuration.capacity().runwayPolicy());
  }

  @Bean
  AttributionTasklet attributionTasklet(JdbcTemplate jdbc, JsonMapper json) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new AttributionTasklet(
        new GroundReader(client), new PoolNightReader(client, json), new PoolGrowthWriter(jdbc));
  }

  @Bean
  ScenarioTasklet scenarioTasklet(JdbcTemplate jdbc, Configuration configuration) {
    JdbcClient client = JdbcClient.create(jdbc);
    return new ScenarioTasklet(
        new GroundReader(client),
        new OutlookReader(client),
        new ScenarioWriter(jdbc),
        configuration.capacity());
  }

  @Bean
  BacktestTasklet backtestTasklet(JdbcTemplate jdbc) {
    return new BacktestTasklet(
        new BacktestReader(JdbcClient.create(jdbc)), new BacktestWriter(jdbc));
  }

  @Bean
  WeeklyReportTasklet reportTasklet(
      JdbcClient jdbc,
      JsonMapper json,
      RunWriter runs,
      Configuration configuration,
      Intents intents) {
    return new WeeklyReportTasklet(
        new WeeklyFactsReader(jdbc, json),
        runs,
        new WeeklyReportWriter(configuration.report().zone(), configuration.report().paper()),
        configuration.report().formats(),
        intents);
  }

  @Bean
  Intents intents(JdbcClient jdbc, JsonMapper json, Configuration configuration, Clock clock) {
    return Intents.of(configuration, jdbc, json, clock);
  }

  @Bean
  WeeklyDeliverTasklet deliverTasklet(
      JdbcClient jdbc,
      JsonMapper json,
      Configuration configuration,
      Clock clock,
      Progress progress) {
    return new WeeklyDeliverTasklet(
        new PostRoom(configuration, jdbc, json, clock, StopSignal.ofProcess()::pause)
            .watchedBy(progress.watch()));
  }

  @Bean
  RunWriter runWriter(JdbcClient jdbc, JsonMapper json) {
    return new RunWriter(jdbc, json);
  }

  @Bean
  JsonMapper jsonMapper() {
    return new JsonMapper();
  }
}
