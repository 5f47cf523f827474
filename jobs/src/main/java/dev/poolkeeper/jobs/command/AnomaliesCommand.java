package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.Anomaly;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.table.AnomalyListing;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper anomalies}. */
@Command(
    name = "anomalies",
    description = "What behaves oddly, against its own past: when, how much, and what is usual.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]")
final class AnomaliesCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "K",
      description = "Only these: growth, leak, shrink, flatline, pile-up.")
  private List<AnomalyKind> kinds = List.of();

  @Option(
      names = "--severity",
      split = ",",
      paramLabel = "S",
      description = "Only these: critical, warning, info.")
  private List<Severity> severities = List.of();

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description = "Only of subjects, volumes or claims that contain this.")
  private String subject = "";

  AnomaliesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session,
        ledger ->
            AnomalyListing.of(
                ledger.anomalies().stream().filter(this::wanted).map(ledger::line).toList(),
                ledger.judgedSeries(),
                ledger.thresholds()));
  }

  private boolean wanted(Anomaly anomaly) {
    boolean named =
        anomaly.series().key().subject().toString().contains(subject)
            || anomaly
                .series()
                .place()
                .volume()
                .filter(v -> v.toString().contains(subject))
                .isPresent()
            || anomaly
                .series()
                .place()
                .claim()
                .filter(c -> c.toString().contains(subject))
                .isPresent();
    return named
        && (kinds.isEmpty() || kinds.contains(anomaly.kind()))
        && (severities.isEmpty() || severities.contains(anomaly.severity()));
  }
}
