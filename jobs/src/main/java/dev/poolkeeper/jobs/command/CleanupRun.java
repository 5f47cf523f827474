package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.CleanupJob;
import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.cleanup.CleanupContext;
import dev.poolkeeper.jobs.cleanup.CleanupReport;
import dev.poolkeeper.jobs.cleanup.CleanupReport.Line;
import dev.poolkeeper.jobs.cleanup.CleanupReport.Result;
import dev.poolkeeper.jobs.cleanup.Hands;
import dev.poolkeeper.jobs.configuration.ApprovalsFile;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.Step;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code poolkeeper run cleanup}: the run, and what it says of every approved proposal. */
final class CleanupRun {

  private final Session session;
  private final Configuration configuration;
  private final LedgerStore ledger;
  private final Hands hands;
  private final Progress.Watch watch;

  CleanupRun(
      Session session,
      Configuration configuration,
      LedgerStore ledger,
      Hands hands,
      Progress.Watch watch) {
    this.watch = watch;
    this.session = session;
    this.configuration = configuration;
    this.ledger = ledger;
    this.hands = hands;
  }

  /**
   * @param from a recorded estate in place of the live systems; only without execute
   */
  int run(Optional<Path> from, boolean execute) {
    LocalDate night = new LedgerView(ledger.dataSource(), Optional.empty()).night();
    PrintStream out = session.terminal().out();
    Optional<String> stopped =
        configuration.cleanup().stopped(session.clock().instant(), configuration.report().zone());
    if (execute && stopped.isPresent()) {
      out.println("cleanup: nothing was done, " + stopped.get());
      return ExitCode.DONE;
    }
    // what is wrong with it is said before anything is read
    configuration.proposals().approvalsFile().ifPresent(ApprovalsFile::read);
    CleanupReport report;
    try (CleanupContext context =
        CleanupContext.open(
            ledger.dataSource(),
            configuration,
            hands,
            session.progress().watchedBy(watch),
            session.clock())) {
      report = context.run(night, from, execute, session.version());
    }
    report.remarks().forEach(words -> out.println("not taken over: " + words));
    print(night, report.lines(), execute, out);
    if (from.isEmpty() && report.lines().stream().anyMatch(l -> l.result() == Result.WOULD)) {
      out.println("Next: poolkeeper run cleanup --execute does it.");
    }
    boolean failed =
        report.lines().stream()
            .anyMatch(line -> line.result() == Result.FAILED || line.result() == Result.TAKEN_BACK);
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static void print(LocalDate night, List<Line> lines, boolean execute, PrintStream out) {
    out.printf(
        "%s on the findings of %s%s: %s%n",
        CleanupJob.NAME,
        night,
        execute ? "" : ", DRY RUN",
        lines.isEmpty() ? "no proposal is approved" : lines.size() + " approved");
    for (Line line : lines) {
      Proposal proposal = line.proposal();
      out.printf("  %s %s%n", proposal.name(), proposal.plan().subject());
      out.printf("    %s%s%n", words(line.result()), line.words());
      if (line.result() == Result.WOULD) {
        for (Step step : proposal.plan().steps(proposal.stage())) {
          out.printf("      %s%n", step.words());
        }
      }
    }
  }

  private static String words(Result result) {
    return switch (result) {
      case WOULD -> "would ";
      case REFUSED -> "not now: ";
      case LEFT -> "left for the next run: ";
      case DONE -> "done: ";
      case TAKEN_BACK -> "FAILED, and taken back: ";
      case FAILED -> "FAILED: ";
    };
  }
}
