package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.writers.ledger.ExpectationWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolkeeper anomalies expected}. */
@Command(
    name = "expected",
    description = {
      "Say that an anomaly was expected. Its finding is excepted with your reason, and from the"
          + " next night on the same class alarms for this series from a quarter above that score"
          + " on. What was said is kept with name and time."
    },
    mixinStandardHelpOptions = true)
final class AnomaliesExpectedCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Parameters(
      paramLabel = "SUBJECT",
      description = "As poolkeeper anomalies lists it, or its volume or claim.")
  private String subject = "";

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = "Only this: growth, leak, shrink, flatline, pile-up (default: all told).")
  private @Nullable AnomalyKind kind;

  @Option(names = "--reason", paramLabel = "R", description = "Why it was expected.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who says so (default: the user of this session).")
  private String by = "";

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "The night it is told on (default: the last run).")
  private @Nullable LocalDate date;

  @Option(
      names = "--withdraw",
      description = "Take back what was said of this subject; it stays on record.")
  private boolean withdraw;

  AnomaliesExpectedCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String name = by.isBlank() ? session.user() : by;
    if (!withdraw && reason.isBlank()) {
      throw new NothingToShow(
          "--reason is missing: it is shown with every finding. Next: say why, as --reason 'monthly"
              + " import'.");
    }
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      ExpectationWriter writer = new ExpectationWriter(JdbcClient.create(ledger.dataSource()));
      if (withdraw) {
        return withdrawn(
            writer.withdraw(subject, Optional.ofNullable(kind), name, session.clock().instant()));
      }
      LedgerView view = new LedgerView(ledger.dataSource(), Optional.ofNullable(date));
      List<Anomaly> meant = meant(view);
      for (Anomaly anomaly : meant) {
        writer.say(anomaly, reason, name, session.clock().instant());
        session
            .terminal()
            .out()
            .printf(
                Locale.ROOT,
                "%s of %s %s on %s is expected: from the next night on it alarms from a score of"
                    + " %.1f on.%n",
                anomaly.kind().label(),
                anomaly.series().key().subject(),
                anomaly.series().key().measure().word(),
                anomaly.alarm().day(),
                1.25 * anomaly.alarm().score());
      }
      return ExitCode.DONE;
    }
  }

  private List<Anomaly> meant(LedgerView view) {
    List<Anomaly> meant =
        view.anomalies().stream()
            .filter(anomaly -> kind == null || anomaly.kind() == kind)
            .filter(this::isOfSubject)
            .toList();
    if (meant.isEmpty()) {
      throw new NothingToShow(
          "No anomaly of %s is told of '%s'%s. Next: poolkeeper anomalies lists those there are."
              .formatted(view.night(), subject, kind == null ? "" : " with kind " + kind.label()));
    }
    return meant;
  }

  private boolean isOfSubject(Anomaly anomaly) {
    return anomaly.series().key().subject().toString().equals(subject)
        || anomaly.series().place().volume().filter(v -> v.toString().equals(subject)).isPresent()
        || anomaly.series().place().claim().filter(c -> c.toString().equals(subject)).isPresent();
  }

  private int withdrawn(int count) {
    if (count == 0) {
      throw new NothingToShow(
          "Nothing was called expected of '%s'. Next: give the subject as poolkeeper anomalies lists it."
              .formatted(subject));
    }
    session.terminal().out().printf("Withdrawn: %d of %s.%n", count, subject);
    return ExitCode.DONE;
  }
}
