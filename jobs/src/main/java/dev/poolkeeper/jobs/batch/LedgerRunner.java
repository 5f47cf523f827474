package dev.poolkeeper.jobs.batch;

import dev.poolkeeper.jobs.turn.Turn;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts a job that reads nothing but the ledger. Under the ledger's lock no other run is alive, so
 * a run of this job that still says "running" died, and is closed as abandoned; runs of other jobs
 * are left to those.
 */
public final class LedgerRunner {

  /** Spring Batch's own parts. */
  public record Batch(JobOperator operator, JobRepository repository, Job job) {}

  /**
   * What identifies a run: its night, and which attempt at it this is; and its id in the ledger.
   */
  public record Run(LocalDate night, long attempt, long id) {}

  private final Turns turns;
  private final DataSource dataSource;
  private final Batch batch;
  private final RunWriter runs;
  private final Clock clock;

  public LedgerRunner(
      Turns turns, DataSource dataSource, Batch batch, RunWriter runs, Clock clock) {
    this.turns = turns;
    this.dataSource = dataSource;
    this.batch = batch;
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Looks at a night to the end.
   *
   * @param night one that the ledger knows
   * @param policy the settings it goes by, as they are shown later
   * @param parameters what the job is told of the run
   * @return id of the run in the ledger
   * @throws JobFailed when a step failed
   */
  public long run(
      LocalDate night,
      String version,
      Map<String, String> policy,
      Function<Run, JobParameters> parameters) {
    try (Turn turn = turns.take(name())) {
      closeKilled();
      long id = runs.begin(name(), night, "ledger", version, policy, clock.instant());
      execute(turn, id, night, parameters.apply(new Run(night, attempt(id), id)));
      return id;
    } catch (SQLException e) {
      throw new JobFailed("The run lock of the ledger cannot be taken: " + e.getMessage(), e);
    }
  }

  private String name() {
    return batch.job().getName();
  }

  private void closeKilled() {
    for (JobExecution killed : batch.repository().findRunningJobExecutions(name())) {
      batch.operator().recover(killed);
    }
    JdbcClient.create(dataSource)
        .sql("select run_id from ledger.run where finished_at is null and job = :job")
        .param("job", name())
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

  private void execute(Turn turn, long run, LocalDate night, JobParameters parameters) {
    try {
      JobExecution execution = batch.operator().start(batch.job(), parameters);
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        boolean stopped = turns.stopped();
        if (!turn.lost()) {
          runs.closed(run, stopped ? "abandoned" : "failed", clock.instant());
        }
        if (stopped) {
          throw JobFailed.stopped(execution, name(), night);
        }
        throw JobFailed.of(execution, name(), night);
      }
      runs.finished(run, clock.instant());
    } catch (JobExecutionException e) {
      runs.closed(run, "failed", clock.instant());
      throw new JobFailed(
          "The %s run could not be started: %s".formatted(name(), e.getMessage()), e);
    }
  }
}
