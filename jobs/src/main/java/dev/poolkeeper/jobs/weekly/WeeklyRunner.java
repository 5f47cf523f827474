package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.batch.LedgerRunner;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Told;
import java.nio.file.Path;
import java.time.LocalDate;

/** Starts a weekly run. */
public final class WeeklyRunner {

  /** Where reports go. */
  public record Target(Path out, boolean demo, Told told) {}

  private final LedgerRunner runner;
  private final Configuration configuration;

  public WeeklyRunner(LedgerRunner runner, Configuration configuration) {
    this.runner = runner;
    this.configuration = configuration;
  }

  /**
   * Looks at a night to the end.
   *
   * @param night one that the ledger knows
   * @return id of the run in the ledger
   * @throws dev.poolkeeper.jobs.batch.JobFailed when a step failed
   */
  public long run(LocalDate night, Target target) {
    return runner.run(
        night,
        target.told().version(),
        configuration.policy(),
        run ->
            new WeeklyParameters(
                    night, run.attempt(), run.id(), target.out(), target.demo(), target.told())
                .toJobParameters());
  }
}
