package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Telling;
import dev.poolkeeper.jobs.delivery.Told;
import dev.poolkeeper.jobs.turn.Turn;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Starts a nightly run, or goes on with one that was killed.
 *
 * <p>Under the ledger's lock no other run is alive, so whatever still says "running" died, or lost
 * the lock. Such a run of the same date and origin is resumed at the step it was in, if staging
 * survived and it had read live systems to the end; any other is closed as abandoned.
 */
public final class NightlyRunner {

  /** Where inventories come from, and what the ledger keeps of runs. */
  public record Runs(
      InventorySources sources, OpenRuns open, RunWriter writer, LedgerWriter ledger) {}

  /** Spring Batch's own parts. */
  public record Batch(JobOperator operator, JobRepository repository, Job nightly) {}

  /**
   * What becomes of a night.
   *
   * @param out directory that reports are written to
   * @param demo whether the data is made up
   * @param formats what they are written as
   */
  public record Target(Path out, boolean demo, Told told, Set<ReportFormat> formats) {

    public Target {
      formats = Set.copyOf(formats);
    }
  }

  private final Turns turns;
  private final Batch batch;
  private final Runs runs;
  private final Configuration configuration;
  private final Clock clock;

  public NightlyRunner(
      Turns turns, Batch batch, Runs runs, Configuration configuration, Clock clock) {
    this.turns = turns;
    this.batch = batch;
    this.runs = runs;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Runs one night to its end and tells everybody once. */
  public LocalDate run(
      Optional<LocalDate> date, Optional<Path> from, Path out, boolean demo, String version) {
    Told once = new Told(Telling.ONCE, version);
    return run(date, from, new Target(out, demo, once, configuration.report().formats()));
  }

  /**
   * Runs one night to its end.
   *
   * @param date the night; empty: the UTC day of the capture
   * @param from the recorded estate; empty: the live systems are read
   * @throws NightFailed when a step failed
   */
  public LocalDate run(Optional<LocalDate> date, Optional<Path> from, Target target) {
    try (Turn turn = turns.take(NightlyJob.NAME)) {
      Estate estate = runs.sources().open(from, clock.instant()).estate();
      LocalDate night =
          date.orElseGet(() -> LocalDate.ofInstant(estate.capturedAt(), ZoneOffset.UTC));
      recoverKilledExecutions();
      String origin = InventorySources.origin(from, target.demo());
      OpenRuns.Open open =
          resumable(night, origin, estate)
              .orElseGet(() -> begin(night, origin, target.told().version(), estate));
      runs.open().abandonOthers(open.run(), clock.instant());
      runs.ledger().clearStagingOfOthers(open.run());
      Instant capturedAt = runs.open().capturedAt(open.run());
      execute(
          turn,
          new NightParameters(
              night,
              open.attempt(),
              open.run(),
              from,
              capturedAt,
              target.out(),
              target.demo(),
              target.told(),
              target.formats()));
      runs.ledger().clearStaging(open.run());
      return night;
    } catch (SQLException e) {
      throw new NightFailed("The run lock of the ledger cannot be taken: " + e.getMessage(), e);
    }
  }

  private Optional<OpenRuns.Open> resumable(LocalDate night, String origin, Estate estate) {
    return origin.equals(InventorySources.LIVE)
        ? runs.open().resumableLive(night, estate.sources(), this::captured)
        : runs.open().resumable(night, origin, estate.capturedAt());
  }

  private boolean captured(LocalDate night, long attempt) {
    JobInstance instance =
        batch
            .repository()
            .getJobInstance(NightlyJob.NAME, NightParameters.identity(night, attempt));
    StepExecution capture =
        instance == null ? null : batch.repository().getLastStepExecution(instance, "capture");
    return capture != null && capture.getStatus() == BatchStatus.COMPLETED;
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

  private void execute(Turn turn, NightParameters parameters) {
    try {
      JobExecution execution =
          batch.operator().start(batch.nightly(), parameters.toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        if (turns.stopped()) {
          throw NightFailed.stopped(execution, parameters.date(), again(parameters));
        }
        if (!turn.lost()) {
          runs.writer().closed(parameters.run(), "failed", clock.instant());
        }
        throw NightFailed.of(execution, parameters.date(), again(parameters));
      }
      runs.writer().finished(parameters.run(), clock.instant());
    } catch (JobExecutionException e) {
      runs.writer().closed(parameters.run(), "failed", clock.instant());
      throw new NightFailed("The nightly run could not be started: " + e.getMessage(), e);
    }
  }

  private static String again(NightParameters parameters) {
    return parameters.from().isPresent() ? " with --date " + parameters.date() : "";
  }
}
