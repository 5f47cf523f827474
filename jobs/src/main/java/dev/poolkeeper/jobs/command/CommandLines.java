package dev.poolkeeper.jobs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.batch.JobFailed;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.ledger.AlreadyRunning;
import dev.poolkeeper.jobs.nightly.NightFailed;
import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import dev.poolkeeper.jobs.turn.LeaseUnavailable;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.readers.recorded.NoSuchEstate;
import dev.poolkeeper.readers.recorded.NotForRecording;
import dev.poolkeeper.readers.series.InvalidSeriesFile;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: its commands, how words are read, and what errors become. */
public final class CommandLines {

  private CommandLines() {}

  @Command(
      name = "poolkeeper",
      description = "A nightly ledger of Kubernetes storage on TrueNAS.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      footer = {
        "",
        "Exit codes: 0 done, 1 findings at or over --fail-on, 2 usage,",
        "            3 inventory incomplete, 4 configuration, 5 stored but not all delivered,",
        "            6 failed.",
        "Start with: poolkeeper demo"
      })
  private static final class Root implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      if (spec != null) {
        spec.commandLine().usage(spec.commandLine().getOut());
      }
    }
  }

  public static CommandLine of(Session session, Map<String, String> environment) {
    CommandLine commands = new CommandLine(new Root());
    commands
        .getCommandSpec()
        .versionProvider((IVersionProvider) () -> new String[] {session.version()});
    commandsOf(session).forEach(commands::addSubcommand);
    commands
        .getSubcommands()
        .values()
        .forEach(
            command ->
                command
                    .getCommandSpec()
                    .versionProvider(commands.getCommandSpec().versionProvider()));
    boolean debug = environment.containsKey("POOLKEEPER_DEBUG");
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(FindingCode.class, CommandLines::code)
        .registerConverter(LocalDate.class, CommandLines::date)
        .registerConverter(AnomalyKind.class, CommandLines::anomaly)
        .registerConverter(ProposalState.class, CommandLines::proposalState)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.min(Math.max(session.terminal().width(), 80), 120))
        .setOut(new PrintWriter(session.terminal().out(), true, UTF_8))
        .setErr(new PrintWriter(session.terminal().err(), true, UTF_8))
        .setParameterExceptionHandler((e, arguments) -> refuse(e))
        .setExecutionExceptionHandler((e, line, result) -> explain(e, session, debug));
  }

  private static List<Object> commandsOf(Session session) {
    return List.of(
        new DemoCommand(session),
        new RunCommand(session),
        new CheckCommand(session),
        new CaptureCommand(session),
        new OrphansCommand(session),
        new FindingsCommand(session),
        new VolumesCommand(session),
        new PoolsCommand(session),
        new SnapshotsCommand(session),
        new ForecastsCommand(session),
        new BacktestCommand(session),
        new CommandLine(new AnomaliesCommand(session))
            .addSubcommand(new AnomaliesExpectedCommand(session)),
        new CommandLine(new ProposalsCommand(session))
            .addSubcommand(new ProposalsCommand.ListCommand(session))
            .addSubcommand(new ProposalsShowCommand(session))
            .addSubcommand(new ProposalsApproveCommand(session))
            .addSubcommand(new ProposalsRejectCommand(session))
            .addSubcommand(new ProposalsRestoreCommand(session))
            .addSubcommand(new ProposalsExportCommand(session)),
        new ProtectionCommand(session),
        new CommandLine(new RetentionCommand(session))
            .addSubcommand(new RetentionCommand.ListCommand(session))
            .addSubcommand(new RetentionPromisesCommand(session))
            .addSubcommand(new RetentionTrendsCommand(session))
            .addSubcommand(new RetentionSimulateCommand(session)),
        new RunsCommand(session),
        new CommandLine(new DeliveriesCommand(session))
            .addSubcommand(new DeliveriesSendCommand(session))
            .addSubcommand(new DeliveriesPreviewCommand(session)),
        new ExplainCommand(session),
        new DetectCommand(session),
        new ReportCommand(session),
        new ForecastCommand(session),
        new CompletionCommand(session));
  }

  /** What is wrong and where to look; the whole help would bury it. */
  private static int refuse(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().printf("Next: %s --help%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  private static FindingCode code(String text) {
    return FindingCode.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not a code; known are %s".formatted(text, Explanation.codes())));
  }

  private static ProposalState proposalState(String word) {
    return ProposalState.parse(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, but was '%s'"
                        .formatted(
                            Arrays.stream(ProposalState.values())
                                .map(ProposalState::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  private static AnomalyKind anomaly(String text) {
    return AnomalyKind.labelled(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no kind of anomaly; known are growth, leak, shrink, flatline, pile-up"
                        .formatted(text)));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no date such as 2026-02-11".formatted(text));
    }
  }

  private static int explain(Exception e, Session session, boolean debug) {
    boolean expected =
        e instanceof LedgerUnavailable
            || e instanceof InvalidConfiguration
            || e instanceof NoSuchEstate
            || e instanceof NotForRecording
            || e instanceof AlreadyRunning
            || e instanceof LeaseUnavailable
            || e instanceof NothingToShow
            || e instanceof Refused
            || e instanceof InvalidSeriesFile
            || e instanceof UnwritableFile
            || e instanceof NightFailed
            || e instanceof JobFailed;
    session
        .terminal()
        .err()
        .println(
            expected
                ? e.getMessage()
                : "poolkeeper failed unexpectedly: %s%nNext: run it again with POOLKEEPER_DEBUG=1 and report what it prints."
                    .formatted(e));
    if (debug) {
      e.printStackTrace(session.terminal().err());
    }
    return exitCode(e);
  }

  private static int exitCode(Exception e) {
    if (e instanceof LedgerUnavailable unavailable) {
      return unavailable.exitCode();
    }
    if (e instanceof LeaseUnavailable unavailable) {
      return unavailable.exitCode();
    }
    if (e instanceof InvalidConfiguration) {
      return ExitCode.CONFIGURATION;
    }
    boolean usage =
        e instanceof NoSuchEstate
            || e instanceof NotForRecording
            || e instanceof NothingToShow
            || e instanceof Refused
            || e instanceof InvalidSeriesFile;
    return usage ? ExitCode.USAGE : ExitCode.FAILED;
  }
}
