package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts a weekly run. Under the ledger's lock no other run is alive, so a weekly run that still
 * says "running" died, and is closed as abandoned; runs of other jobs are left to those.
 */
public final class WeeklyRunner {

  /** Spring Batch's own parts. */
  public record Batch(JobOperator operator, JobRepository repository, Job weekly) {}

  /** Where reports go. */
  public record Target(Path out, boolean demo, String version) {}

  private final DataSource dataSource;
  private final Batch batch;
  private final RunWriter runs;
  private final Configuration configuration;
  private final Clock clock;

  public WeeklyRunner(
      DataSource dataSource,
      Batch batch,
      RunWriter runs,
      Configuration configuration,
      Clock clock) {
    this.dataSource = dataSource;
    this.batch = batch;
    this.runs = runs;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Looks at a night to the end.
   *
   * @param night one that the ledger knows
   * @return id of the run in the ledger
   * @throws WeeklyFailed when a step failed
   */
  public long run(LocalDate night, Target target) {
    try (RunLock lock = RunLock.take(dataSource)) {
      closeKilled();
      long run =
          runs.begin(
              WeeklyCapacityJob.NAME,
              night,
              "ledger",
              target.version(),
              configuration.policy(),
              clock.instant());
      execute(new WeeklyParameters(night, attempt(run), run, target.out(), target.demo()));
      return run;
    } catch (SQLException e) {
      throw new WeeklyFailed("The run lock of the ledger cannot be taken: " + e.getMessage(), e);
    }
  }

  private void closeKilled() {
    for (JobExecution killed :
        batch.repository().findRunningJobExecutions(WeeklyCapacityJob.NAME)) {
      batch.operator().recover(killed);
    }
    JdbcClient.create(dataSource)
        .sql("select run_id from ledger.run where finished_at is null and job = :job")
        .param("job", WeeklyCapacityJob.NAME)
        .query(Long.class)
        .list()
        .forEach(killed -> runs.closed(killed, "abandoned", clock.instant()));
  }

  private long attempt(long run) {
    return JdbcClient.create(dataSource)
        .sql("select attempt from ledger.run where run_id = :run")
        .param("run", run)
        .query(Long.class)
        .single();
  }

  private void execute(WeeklyParameters parameters) {
    try {
      JobExecution execution = batch.operator().start(batch.weekly(), parameters.toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        runs.closed(parameters.run(), "failed", clock.instant());
        throw WeeklyFailed.of(execution, parameters.night());
      }
      runs.finished(parameters.run(), clock.instant());
    } catch (JobExecutionException e) {
      runs.closed(parameters.run(), "failed", clock.instant());
      throw new WeeklyFailed("The weekly run could not be started: " + e.getMessage(), e);
    }
  }
}
