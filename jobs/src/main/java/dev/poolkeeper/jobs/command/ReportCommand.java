package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.ReportSettings;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.writers.report.NightlyReportWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper report}. */
@Command(
    name = "report",
    description = "Write the report of a night again, from the ledger.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Option(names = "--date", paramLabel = "D", description = "The night (default: the last run).")
  private @Nullable LocalDate date;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description = "html, pdf and json (default: all).")
  private List<ReportFormat> formats = List.of(ReportFormat.values());

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
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      LocalDate night = new LedgerView(ledger.dataSource(), Optional.ofNullable(date)).night();
      NightlyReport report =
          new NightlyReportAssembler()
              .assemble(
                  new NightFactsReader(jdbc, new JsonMapper()).read(night, ledgerOptions.demo()));
      ReportSettings settings = ledgerOptions.configuration(session).report();
      new NightlyReportWriter(settings.zone(), settings.paper())
          .write(report, out, EnumSet.copyOf(formats))
          .forEach(session.terminal().out()::println);
      return ExitCode.DONE;
    }
  }
}
