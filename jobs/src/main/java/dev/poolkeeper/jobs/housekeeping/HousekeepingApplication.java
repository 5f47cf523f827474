package dev.poolkeeper.jobs.housekeeping;

import dev.poolkeeper.jobs.HousekeepingJob;
import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.HousekeepingSettings;
import dev.poolkeeper.jobs.nightly.StepParts;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.writers.ledger.Housekeeper;
import dev.poolkeeper.writers.ledger.RunWriter;
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

/** The parts list of housekeeping. The ledger and the configuration are given from outside. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({HousekeepingJob.class, StepParts.class})
public class HousekeepingApplication {

  @Bean
  HousekeepingRunner housekeepingRunner(
      Turns turns,
      DataSource dataSource,
      LedgerRunner.Batch batch,
      RunWriter runs,
      Configuration configuration,
      Clock clock) {
    return new HousekeepingRunner(
        new LedgerRunner(turns, dataSource, batch, runs, clock),
        runs,
        configuration.housekeeping());
  }

  @Bean
  LedgerRunner.Batch batch(JobOperator operator, JobRepository repository, Job housekeepingJob) {
    return new LedgerRunner.Batch(operator, repository, housekeepingJob);
  }

  @Bean
  RemovalTasklet factsTasklet(Housekeeper housekeeper, Configuration configuration) {
    HousekeepingSettings ages = configuration.housekeeping();
    return new RemovalTasklet(
        housekeeper,
        0,
        night ->
            housekeeper.facts(
                night.minusDays(ages.dailyFactsDays()), night.minusDays(ages.weeklyFactsDays())));
  }

  @Bean
  RemovalTasklet forecastsTasklet(Housekeeper housekeeper, Configuration configuration) {
    HousekeepingSettings ages = configuration.housekeeping();
    return new RemovalTasklet(
        housekeeper,
        1,
        night ->
            housekeeper.forecasts(
                night.minusDays(ages.forecastsDays()), night.minusDays(ages.goneSeriesDays())));
  }

  @Bean
  RemovalTasklet resultsTasklet(Housekeeper housekeeper, Configuration configuration) {
    int days = configuration.housekeeping().resultsDays();
    return new RemovalTasklet(
        housekeeper, 2, night -> housekeeper.results(night, night.minusDays(days)));
  }

  @Bean
  RemovalTasklet snapshotsTasklet(Housekeeper housekeeper, Configuration configuration) {
    int days = configuration.housekeeping().goneSnapshotsDays();
    return new RemovalTasklet(
        housekeeper, 3, night -> housekeeper.snapshots(night.minusDays(days)));
  }

  @Bean
  RemovalTasklet batchRowsTasklet(Housekeeper housekeeper, Configuration configuration) {
    int days = configuration.housekeeping().batchDays();
    return new RemovalTasklet(housekeeper, 4, night -> housekeeper.batch(night.minusDays(days)));
  }

  @Bean
  Housekeeper housekeeper(JdbcTemplate jdbc) {
    return new Housekeeper(jdbc);
  }

  @Bean
  RunWriter runWriter(JdbcClient jdbc) {
    return new RunWriter(jdbc, new JsonMapper());
  }
}
