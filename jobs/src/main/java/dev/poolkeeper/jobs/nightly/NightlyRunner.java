package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.readers.recorded.RecordedEstate;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Starts a nightly run, or goes on with one that was killed.
 *
 * <p>Under the ledger's lock no other run is alive, so whatever still says "running" died. Such a
 * run of the same date and origin is resumed at the step it was in, if staging survived; any other
 * is closed as abandoned.
 */
public final class NightlyRunner {

  /** What the ledger keeps of runs. */
  public record Runs(OpenRuns open, RunWriter writer, LedgerWriter ledger) {}

  /** Spring Batch's own parts. */
  public record Batch(JobOperator operator, JobRepository repository, Job nightly) {}

  private final DataSource dataSource;
  private final Batch batch;
  private final Runs runs;
  private final Configuration configuration;
  private final Clock clock;

  public NightlyRunner(
      DataSource dataSource, Batch batch, Runs runs, Configuration configuration, Clock clock) {
    this.dataSource = dataSource;
    this.batch = batch;
    this.runs = runs;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * Runs one night to its end.
   *
   * @param date the night; empty: the UTC day of the capture
   * @throws NightFailed when a step failed
   */
  public LocalDate run(
      Optional<LocalDate> date, Path from, Path out, boolean demo, String version) {
    try (RunLock lock = RunLock.take(dataSource)) {
      Estate estate = RecordedEstate.open(from, clock.instant()).estate();
      LocalDate night =
          date.orElseGet(() -> LocalDate.ofInstant(estate.capturedAt(), ZoneOffset.UTC));
      recoverKilledExecutions();
      String origin = origin(from, demo);
      OpenRuns.Open open =
          runs.open()
              .resumable(night, origin, estate.capturedAt())
              .orElseGet(() -> begin(night, origin, version, estate));
      runs.open().abandonOthers(open.run(), clock.instant());
      runs.ledger().clearStagingOfOthers(open.run());
      execute(new NightParameters(night, open.attempt(), open.run(), from, out, demo));
      runs.ledger().clearStaging(open.run());
      return night;
    } catch (SQLException e) {
      throw new NightFailed("The run lock of the ledger cannot be taken: " + e.getMessage(), e);
    }
  }

  private static String origin(Path from, boolean demo) {
    return demo ? "demo estate" : "recorded estate " + from.toAbsolutePath().normalize();
  }

  private OpenRuns.Open begin(LocalDate night, String origin, String version, Estate estate) {
    long run =
        runs.writer()
            .begin(
                NightlyJob.NAME, night, origin, version, configuration.policy(), clock.instant());
    runs.writer().captured(run, estate.capturedAt());
    runs.ledger().sources(run, estate);
    return runs.open().of(run);
  }

  private void recoverKilledExecutions() {
    for (JobExecution killed : batch.repository().findRunningJobExecutions(NightlyJob.NAME)) {
      batch.operator().recover(killed);
    }
  }

  private void execute(NightParameters parameters) {
    try {
      JobExecution execution =
          batch.operator().start(batch.nightly(), parameters.toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        runs.writer().closed(parameters.run(), "failed", clock.instant());
        throw NightFailed.of(execution, parameters.date());
      }
      runs.writer().finished(parameters.run(), clock.instant());
    } catch (JobExecutionException e) {
      runs.writer().closed(parameters.run(), "failed", clock.instant());
      throw new NightFailed("The nightly run could not be started: " + e.getMessage(), e);
    }
  }
}
