package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.HousekeepingJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.housekeeping.HousekeepingContext;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.readers.ledger.RemovalReader;
import dev.poolkeeper.readers.ledger.RemovalReader.Line;
import dev.poolkeeper.writers.text.CountText;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code poolkeeper run housekeeping}: the run, and what it removed. */
final class HousekeepingRun {

  private final Session session;
  private final Configuration configuration;
  private final LedgerStore ledger;
  private final Progress.Watch watch;

  HousekeepingRun(
      Session session, Configuration configuration, LedgerStore ledger, Progress.Watch watch) {
    this.watch = watch;
    this.session = session;
    this.configuration = configuration;
    this.ledger = ledger;
  }

  /**
   * @param date the night that ages are counted from; empty: the last one
   */
  int run(Optional<LocalDate> date) {
    LocalDate night = new LedgerView(ledger.dataSource(), date).night();
    long run;
    try (HousekeepingContext context =
        HousekeepingContext.open(
            ledger.dataSource(),
            configuration,
            session.progress().watchedBy(watch),
            session.clock())) {
      run = context.runner().run(night, session.version());
    }
    print(
        night,
        new RemovalReader(JdbcClient.create(ledger.dataSource())).of(run),
        session.terminal().out());
    return ExitCode.DONE;
  }

  private static void print(LocalDate night, List<Line> lines, PrintStream to) {
    long all = lines.stream().mapToLong(Line::removed).sum();
    to.printf("%s as of %s: %s rows removed%n", HousekeepingJob.NAME, night, CountText.of(all));
    for (Line line : lines) {
      to.printf(
          "  %12s  %s, before %s%n", CountText.of(line.removed()), line.what(), line.before());
    }
  }
}
