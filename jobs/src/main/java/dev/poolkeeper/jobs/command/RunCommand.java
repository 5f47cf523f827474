package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.HousekeepingJob;
import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyContext;
import dev.poolkeeper.jobs.nightly.NightlyRunner;
import dev.poolkeeper.processors.finding.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code poolkeeper run}. */
@Command(
    name = "run",
    description = {
      "Run a job.",
      "nightly reads the estate, judges it and writes the report.",
      "weekly-capacity says of a night that the ledger knows how long there is room, who takes it,"
          + " and what would change that; it reads nothing else.",
      "housekeeping forgets what is too old to be of use, as of a night that the ledger knows, and"
          + " says how much that was."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(paramLabel = "JOB", description = "nightly, weekly-capacity or housekeeping")
  private String job = "";

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "A recorded estate; without it the clusters and TrueNAS systems of poolkeeper.yaml are"
              + " read.")
  private @Nullable Path from;

  @Option(
      names = "--date",
      paramLabel = "D",
      description =
          "With nightly --from: the night it counts for, as 2026-02-11 (default: the day of the"
              + " recording). With weekly-capacity: the night it looks at (default: the last one)."
              + " With housekeeping: the night that ages are counted from (the same)."
              + " What was said of it before is replaced.")
  private @Nullable LocalDate date;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where reports are written, in a folder per night (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("out");

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "Exit 1 if a confirmed finding, or with weekly-capacity the runway of a pool, is at least"
              + " this severe.")
  private @Nullable Severity failOn;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return switch (job) {
      case NightlyJob.NAME -> nightly();
      case WeeklyCapacityJob.NAME -> weekly();
      case HousekeepingJob.NAME -> housekeeping();
      default ->
          throw usage(
              "There is no job '%s'. This version knows: nightly, weekly-capacity, housekeeping."
                  .formatted(job));
    };
  }

  private int weekly() {
    if (from != null) {
      throw usage(
          "--from is for nightly: weekly-capacity reads no inventory, only what the ledger knows.");
    }
    Configuration configuration = ledgerOptions.configuration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      return new WeeklyRun(session, configuration, ledger, ledgerOptions.demo())
          .run(Optional.ofNullable(date), out, Optional.ofNullable(failOn));
    }
  }

  private int housekeeping() {
    if (from != null || failOn != null) {
      throw usage(
          "--from and --fail-on are not for housekeeping: it reads no inventory and judges"
              + " nothing.");
    }
    Configuration configuration = ledgerOptions.configuration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      return new HousekeepingRun(session, configuration, ledger).run(Optional.ofNullable(date));
    }
  }

  private int nightly() throws Exception {
    Configuration configuration = from == null ? live() : ledgerOptions.configuration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo());
        NightlyContext context =
            NightlyContext.open(
                ledger.dataSource(), configuration, session.progress(), session.clock())) {
      LocalDate night =
          context
              .runner()
              .run(
                  Optional.ofNullable(date),
                  Optional.ofNullable(from),
                  new NightlyRunner.Target(
                      out,
                      ledgerOptions.demo(),
                      session.version(),
                      configuration.report().formats()));
      return new NightSummary(ledger, out, configuration.report().formats())
          .print(night, session.terminal().out(), Optional.ofNullable(failOn));
    }
  }

  /** What is wrong with a live run is said before a ledger is opened. */
  private Configuration live() {
    if (date != null) {
      throw usage("--date needs --from: a live inventory is of now, and counts for today (UTC).");
    }
    if (ledgerOptions.demo()) {
      throw usage("--demo needs --from: the demo's ledger is no place for live systems.");
    }
    Configuration configuration = ledgerOptions.liveConfiguration(session);
    configuration.liveSystems();
    return configuration;
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
