package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.configuration.ReportSettings;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.report.NightlyReportWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import dev.poolkeeper.writers.report.WeeklyReportWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper report}. */
@Command(
    name = "report",
    description = {
      "Write the report of a night again, from the ledger.",
      "With the configuration of that run it is the same, byte by byte."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(
      paramLabel = "JOB",
      arity = "0..1",
      defaultValue = NightlyJob.NAME,
      description = "nightly or weekly-capacity (default: ${DEFAULT-VALUE})")
  private String job = NightlyJob.NAME;

  @Option(names = "--date", paramLabel = "D", description = "The night (default: the last run).")
  private @Nullable LocalDate date;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description =
          "html, pdf, json, csv, markdown, junit and prometheus (default: report.formats of the"
              + " configuration, else html, pdf and json).")
  private List<ReportFormat> formats = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where it is written, in a folder per night (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("out");

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!job.equals(NightlyJob.NAME) && !job.equals(WeeklyCapacityJob.NAME)) {
      throw usage(
          "There is no report '%s'. There are: nightly and weekly-capacity.".formatted(job));
    }
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      LocalDate night = new LedgerView(ledger.dataSource(), Optional.ofNullable(date)).night();
      ReportSettings settings = ledgerOptions.configuration(session).report();
      Set<ReportFormat> wanted = formats.isEmpty() ? settings.formats() : EnumSet.copyOf(formats);
      List<Path> written =
          job.equals(NightlyJob.NAME)
              ? nightly(jdbc, night, settings, wanted)
              : weekly(jdbc, night, settings, wanted);
      written.forEach(session.terminal().out()::println);
      return ExitCode.DONE;
    }
  }

  private List<Path> nightly(
      JdbcClient jdbc, LocalDate night, ReportSettings settings, Set<ReportFormat> wanted) {
    return new NightlyReportWriter(settings.zone(), settings.paper())
        .write(
            new NightlyReportAssembler()
                .assemble(
                    new NightFactsReader(jdbc, new JsonMapper()).read(night, ledgerOptions.demo())),
            out,
            wanted);
  }

  private List<Path> weekly(
      JdbcClient jdbc, LocalDate night, ReportSettings settings, Set<ReportFormat> wanted) {
    WeeklyFactsReader facts = new WeeklyFactsReader(jdbc, new JsonMapper());
    OptionalLong run = facts.lastRun(night);
    if (run.isEmpty()) {
      throw usage(
          "There is no weekly report of the night of %s: poolkeeper run weekly-capacity --date %s"
                  .formatted(night, night)
              + " makes one.");
    }
    return new WeeklyReportWriter(settings.zone(), settings.paper())
        .write(
            new WeeklyReportAssembler()
                .assemble(facts.read(run.getAsLong(), night, ledgerOptions.demo())),
            out,
            wanted);
  }

  private ParameterException usage(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
