package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.jobs.weekly.WeeklyContext;
import dev.poolkeeper.jobs.weekly.WeeklyRunner;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code poolkeeper run weekly-capacity}: the run, its last lines, and the exit code that follows.
 */
final class WeeklyRun {

  private final Session session;
  private final Configuration configuration;
  private final LedgerStore ledger;
  private final Progress.Watch watch;

  WeeklyRun(
      Session session, Configuration configuration, LedgerStore ledger, Progress.Watch watch) {
    this.session = session;
    this.configuration = configuration;
    this.ledger = ledger;
    this.watch = watch;
  }

  /**
   * @param date the night to look at; empty: the last one
   */
  int run(Optional<LocalDate> date, WeeklyRunner.Target target, Optional<Severity> failOn) {
    LocalDate night = new LedgerView(ledger.dataSource(), date).night();
    long run;
    try (WeeklyContext context =
        WeeklyContext.open(
            ledger.dataSource(),
            configuration,
            session.progress().watchedBy(watch),
            session.clock())) {
      run = context.runner().run(night, target);
    }
    WeeklyReport report =
        new WeeklyReportAssembler()
            .assemble(
                new WeeklyFactsReader(JdbcClient.create(ledger.dataSource()), new JsonMapper())
                    .read(run, night, target.demo()));
    print(report, target.out(), session.terminal().out());
    DeliverySummary mails = new DeliverySummary(ledger.dataSource(), configuration);
    if (mails.failed(WeeklyCapacityJob.NAME, night, session.terminal())) {
      return ExitCode.NOT_DELIVERED;
    }
    if (report.verdict() == NightVerdict.INCOMPLETE) {
      return ExitCode.INCOMPLETE;
    }
    boolean fails =
        failOn.isPresent()
            && WeeklyReportAssembler.worst(report.runways())
                .filter(worst -> worst.compareTo(failOn.get()) <= 0)
                .isPresent();
    return fails ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void print(WeeklyReport report, Path out, PrintStream to) {
    to.printf("%s %s: %s%n", WeeklyCapacityJob.NAME, report.date(), report.verdict());
    report.headlines().forEach(line -> to.println("  " + VisibleText.of(line)));
    Path folder = out.resolve(report.date().toString());
    ReportPaths.of(folder, WeeklyCapacityJob.NAME, configuration.report().formats())
        .forEach(to::println);
  }
}
