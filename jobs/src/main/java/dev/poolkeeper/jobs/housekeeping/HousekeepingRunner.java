package dev.poolkeeper.jobs.housekeeping;

import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.HousekeepingSettings;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.time.LocalDate;

/** Starts housekeeping. */
public final class HousekeepingRunner {

  private final LedgerRunner runner;
  private final RunWriter runs;
  private final HousekeepingSettings settings;

  HousekeepingRunner(LedgerRunner runner, RunWriter runs, HousekeepingSettings settings) {
    this.runner = runner;
    this.runs = runs;
    this.settings = settings;
  }

  /**
   * Forgets what is too old as of a night.
   *
   * @param night one that the ledger knows
   * @return id of the run in the ledger
   * @throws dev.poolkeeper.jobs.batch.JobFailed when a step failed
   */
  public long run(LocalDate night, String version) {
    long run =
        runner.run(
            night,
            version,
            settings.policy(),
            one -> new HousekeepingParameters(night, one.attempt(), one.id()).toJobParameters());
    runs.done(run);
    return run;
  }
}
