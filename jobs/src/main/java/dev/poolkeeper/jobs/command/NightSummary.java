package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.writers.report.ReportFormat;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last lines of a run: its verdict, where the report is, and the exit code that follows. */
final class NightSummary {

  private final JdbcClient jdbc;
  private final Path out;
  private final Set<ReportFormat> formats;
  private final DeliverySummary mails;

  NightSummary(LedgerStore ledger, Configuration configuration, Path out) {
    this.jdbc = JdbcClient.create(ledger.dataSource());
    this.out = out;
    this.formats = configuration.report().formats();
    this.mails = new DeliverySummary(ledger.dataSource(), configuration);
  }

  int print(LocalDate night, Terminal terminal, Optional<Severity> failOn) {
    PrintStream to = terminal.out();
    List<Finding> findings = new FindingReader(jdbc).ofNight(night);
    NightVerdict verdict = NightVerdict.of(findings);
    long open = findings.stream().filter(f -> f.open() && f.nights() > 0).count();
    long confirmed =
        findings.stream().filter(f -> f.open() && f.nights() > 0 && f.confirmed()).count();
    to.printf(
        "nightly %s: %s, %d open findings, %d of them confirmed%n",
        night, verdict, open, confirmed);
    ReportPaths.of(out.resolve(night.toString()), NightlyJob.NAME, formats).forEach(to::println);
    if (mails.failed(NightlyJob.NAME, night, terminal)) {
      return ExitCode.NOT_DELIVERED;
    }
    if (verdict == NightVerdict.INCOMPLETE) {
      return ExitCode.INCOMPLETE;
    }
    boolean fails =
        failOn.isPresent()
            && findings.stream()
                .filter(f -> f.open() && f.confirmed() && f.status() != FindingStatus.EXCEPTED)
                .anyMatch(f -> f.severity().compareTo(failOn.get()) <= 0);
    return fails ? ExitCode.FINDINGS : ExitCode.DONE;
  }
}
