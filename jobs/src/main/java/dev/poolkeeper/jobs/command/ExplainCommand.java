package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.writers.table.AnomalyListing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code poolkeeper explain}. */
@Command(
    name = "explain",
    description =
        "What a code or cause means, or what is known and forecast of a subject, and what to do.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(
      paramLabel = "CODE|CAUSE|FINDING",
      description =
          "A code (PK102), a cause (retain-policy), a finding (PK102:nas1/datasets/…) or a"
              + " subject.")
  private String what = "";

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Explanation explanation =
        new Explanation(
            session.terminal().out(),
            session.terminal().width(),
            ledgerOptions.configuration(session).rules());
    Optional<FindingCode> code = FindingCode.parse(what);
    if (code.isPresent()) {
      explanation.ofCode(code.get());
      return ExitCode.DONE;
    }
    Optional<Cause> cause = Cause.parse(what);
    if (cause.isPresent()) {
      explanation.ofCause(cause.get());
      return ExitCode.DONE;
    }
    if (what.toLowerCase(Locale.ROOT).matches("(pk)?\\d+")) {
      throw new NothingToShow(
          "'%s' is not a code; known are %s.".formatted(what, Explanation.codes()));
    }
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      LedgerView view = new LedgerView(ledger.dataSource(), Optional.empty());
      List<Finding> found =
          view.findings().stream()
              .filter(f -> f.fingerprint().equals(what) || f.subject().toString().equals(what))
              .toList();
      List<SeriesOutlook> outlooks = view.outlooks(Subject.parse(what));
      if (found.isEmpty() && outlooks.isEmpty()) {
        throw new NothingToShow(
            "'%s' is no code or cause, and no finding or forecast of %s has it as its subject. Next: poolkeeper findings and poolkeeper forecasts list them; codes are %s; causes are %s."
                .formatted(what, view.night(), Explanation.codes(), Explanation.causes()));
      }
      explanation.ofFindings(found, view::patterns, ledgerOptions.demo());
      thresholds(explanation, found, view);
      explanation.ofForecasts(outlooks);
      return ExitCode.DONE;
    }
  }

  /** Findings of oddities (5xx) rest on them. */
  private static void thresholds(Explanation explanation, List<Finding> found, LedgerView view) {
    if (found.stream().anyMatch(finding -> finding.code().code().startsWith("PK5"))) {
      explanation.ofThresholds(AnomalyListing.inForce(view.thresholds()));
    }
  }
}
