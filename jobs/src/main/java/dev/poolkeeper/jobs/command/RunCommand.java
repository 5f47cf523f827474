package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.CleanupJob;
import dev.poolkeeper.jobs.HousekeepingJob;
import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.cleanup.ConfiguredHands;
import dev.poolkeeper.jobs.cleanup.Hands;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Telling;
import dev.poolkeeper.jobs.delivery.Told;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyContext;
import dev.poolkeeper.jobs.nightly.NightlyRunner;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.jobs.signal.RunSignals;
import dev.poolkeeper.jobs.weekly.WeeklyRunner;
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
          + " says how much that was.",
      "cleanup reads everything anew and says what it would do of the proposals that are approved;"
          + " with --execute it does it."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(paramLabel = "JOB", description = "nightly, weekly-capacity, cleanup or housekeeping")
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

  @Option(
      names = "--execute",
      description =
          "With cleanup: carry out what is approved, with the executor's own credentials.")
  private boolean execute;

  @Option(
      names = "--resend",
      description =
          "Mail again what was mailed for this date already, and tell channels of runs again;"
              + " matters are told once.")
  private boolean resend;

  @Option(
      names = {"--no-delivery", "--no-mail"},
      description = "Store and write, and tell nobody.")
  private boolean noMail;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (execute && !job.equals(CleanupJob.NAME)) {
      throw usage("--execute is for cleanup: no other job changes anything but the ledger.");
    }
    return switch (job) {
      case NightlyJob.NAME -> nightly();
      case WeeklyCapacityJob.NAME -> weekly();
      case HousekeepingJob.NAME -> housekeeping();
      case CleanupJob.NAME -> cleanup();
      default ->
          throw usage(
              "There is no job '%s'. This version knows: nightly, weekly-capacity, cleanup, housekeeping."
                  .formatted(job));
    };
  }

  private int weekly() throws Exception {
    if (from != null) {
      throw usage(
          "--from is for nightly: weekly-capacity reads no inventory, only what the ledger knows.");
    }
    Told told = told();
    Configuration configuration = ledgerOptions.mailingConfiguration(session);
    return signals(configuration, WeeklyCapacityJob.NAME)
        .around(watch -> weekly(configuration, told, watch));
  }

  private int weekly(Configuration configuration, Told told, Progress.Watch watch) {
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      return new WeeklyRun(session, configuration, ledger, watch)
          .run(
              Optional.ofNullable(date),
              new WeeklyRunner.Target(out, ledgerOptions.demo(), told),
              Optional.ofNullable(failOn));
    }
  }

  private int housekeeping() throws Exception {
    if (from != null || failOn != null || resend || noMail) {
      throw usage(
          "--from, --fail-on, --resend and --no-mail are not for housekeeping: it reads no"
              + " inventory, judges nothing and mails nobody.");
    }
    Configuration configuration = ledgerOptions.tracedConfiguration(session);
    return signals(configuration, HousekeepingJob.NAME)
        .around(watch -> housekeeping(configuration, watch));
  }

  private int housekeeping(Configuration configuration, Progress.Watch watch) {
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      return new HousekeepingRun(session, configuration, ledger, watch)
          .run(Optional.ofNullable(date));
    }
  }

  private int cleanup() throws Exception {
    if (date != null || failOn != null) {
      throw usage(
          "--date and --fail-on are not for cleanup: it acts on what is there now, and judges what"
              + " was approved.");
    }
    boolean demo = ledgerOptions.demo();
    if (execute && (demo || from != null)) {
      throw usage(
          "--execute is for live systems: a recorded or made-up estate cannot be cleaned up.");
    }
    Optional<Path> recording =
        demo && from == null
            ? Optional.of(session.demoHome().resolve("estate"))
            : Optional.ofNullable(from);
    Configuration configuration = cleanupConfiguration(recording);
    return signals(configuration, CleanupJob.NAME)
        .around(watch -> cleanup(configuration, recording, watch));
  }

  private int cleanup(Configuration configuration, Optional<Path> from, Progress.Watch watch) {
    Hands hands =
        execute
            ? new ConfiguredHands(configuration, session.clock(), watch.observations())
            : ConfiguredHands.none();
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      return new CleanupRun(session, configuration, ledger, hands, watch).run(from, execute);
    }
  }

  private Configuration cleanupConfiguration(Optional<Path> recording) {
    if (recording.isPresent()) {
      return ledgerOptions.tracedConfiguration(session);
    }
    return execute
        ? ledgerOptions.executorConfiguration(session)
        : ledgerOptions.liveConfiguration(session);
  }

  private int nightly() throws Exception {
    Told told = told();
    Configuration configuration =
        from == null ? live() : ledgerOptions.mailingConfiguration(session);
    return signals(configuration, NightlyJob.NAME)
        .around(watch -> nightly(configuration, told, watch));
  }

  /** What is made up is no sign of life. */
  private RunSignals signals(Configuration configuration, String name) {
    return ledgerOptions.demo()
        ? RunSignals.none(name, session.clock())
        : RunSignals.of(configuration, name, session.version(), session.clock());
  }

  private int nightly(Configuration configuration, Told told, Progress.Watch watch)
      throws Exception {
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo());
        NightlyContext context =
            NightlyContext.open(
                ledger.dataSource(),
                configuration,
                session.progress().watchedBy(watch),
                session.clock())) {
      LocalDate night =
          context
              .runner()
              .run(
                  Optional.ofNullable(date),
                  Optional.ofNullable(from),
                  new NightlyRunner.Target(
                      out, ledgerOptions.demo(), told, configuration.report().formats()));
      return new NightSummary(ledger, configuration, out)
          .print(night, session.terminal(), Optional.ofNullable(failOn));
    }
  }

  private Told told() {
    if (resend && noMail) {
      throw usage("--resend and --no-mail exclude each other.");
    }
    Telling telling = resend ? Telling.AGAIN : noMail ? Telling.NOBODY : Telling.ONCE;
    return new Told(telling, session.version());
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
