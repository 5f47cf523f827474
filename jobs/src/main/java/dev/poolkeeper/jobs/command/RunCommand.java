package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyContext;
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
    description = "Run a job: nightly reads the estate, judges it and writes the report.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(paramLabel = "JOB", description = "nightly")
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
          "With --from: the night it counts for, as 2026-02-11 (default: the day of the recording). What was"
              + " said of that night before is replaced.")
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
      description = "Exit 1 if a confirmed finding is at least this severe.")
  private @Nullable Severity failOn;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (!job.equals(NightlyJob.NAME)) {
      throw usage("There is no job '%s'. This version knows: nightly.".formatted(job));
    }
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
                  out,
                  ledgerOptions.demo(),
                  session.version());
      return new NightSummary(ledger, out)
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
