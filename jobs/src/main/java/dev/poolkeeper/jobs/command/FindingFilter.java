package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.FindingLine;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Which findings are listed; several values of one option widen, several options narrow. */
final class FindingFilter {

  @Option(
      names = "--code",
      split = ",",
      paramLabel = "CODE",
      description = "Only these codes, as PK102, 102 or backend-without-volume.")
  private List<FindingCode> codes = List.of();

  @Option(
      names = "--severity",
      split = ",",
      paramLabel = "S",
      description = "Only these: critical, warning, info.")
  private List<Severity> severities = List.of();

  @Option(
      names = "--status",
      split = ",",
      paramLabel = "S",
      description = "Only these: new, persisting, reopened, resolved, excepted, held, undecided.")
  private List<FindingStatus> statuses = List.of();

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description = "Only subjects that contain this, such as a cluster, NAS, dataset or claim.")
  private String subject = "";

  /**
   * @param byDefault what is shown when no status is asked for
   */
  List<FindingLine> apply(List<Finding> findings, Predicate<Finding> byDefault) {
    return findings.stream()
        .filter(f -> codes.isEmpty() || codes.contains(f.code()))
        .filter(f -> severities.isEmpty() || severities.contains(f.severity()))
        .filter(f -> statuses.isEmpty() ? byDefault.test(f) : statuses.contains(f.status()))
        .filter(f -> f.subject().toString().contains(subject))
        .map(FindingLine::of)
        .toList();
  }
}
