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

  @Option(names = "--from", paramLabel = "DIR", description = "A recorded estate.")
  private @Nullable Path from;

  @Option(
      names = "--date",
      paramLabel = "D",
      description =
          "The night it counts for, as 2026-02-11 (default: the day of the recording). What was"
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
    if (from == null) {
      throw usage(
          "run nightly needs --from DIR, a recorded estate (docs/recorded-estate.md says how to make one).");
    }
    Configuration configuration = ledgerOptions.configuration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo());
        NightlyContext context =
            NightlyContext.open(
                ledger.dataSource(), configuration, session.progress(), session.clock())) {
      LocalDate night =
          context
              .runner()
              .run(Optional.ofNullable(date), from, out, ledgerOptions.demo(), session.version());
      return new NightSummary(ledger, out)
          .print(night, session.terminal().out(), Optional.ofNullable(failOn));
    }
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
