package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the weekly capacity report of what the ledger knows. Pure and deterministic: the same facts
 * give the same report.
 */
public final class WeeklyReportAssembler {

  public WeeklyReport assemble(WeeklyFacts facts) {
    return new WeeklyReport(
        WeeklyReport.SCHEMA_VERSION,
        facts.version(),
        facts.demo(),
        facts.date(),
        facts.capturedAt(),
        verdict(facts.runways()),
        WeeklyHeadlines.of(facts),
        facts.runways(),
        facts.growth(),
        facts.scenarios(),
        facts.backtest(),
        Hindsight.missing(facts),
        facts.courses(),
        new TreeMap<>(facts.policy()));
  }

  /**
   * The worst of the pools in one word. INCOMPLETE outranks all: where the runway of one pool is
   * not known, or no pool is, nobody can say that there is room.
   */
  private static NightVerdict verdict(List<RunwayLine> runways) {
    List<RunwayLine> pools =
        runways.stream().filter(line -> line.kind().equals(RunwayLine.POOL)).toList();
    if (pools.isEmpty()
        || pools.stream().anyMatch(line -> line.outlook().equals(RunwayLine.UNKNOWN))) {
      return NightVerdict.INCOMPLETE;
    }
    return switch (worst(runways).orElse(Severity.INFO)) {
      case CRITICAL -> NightVerdict.CRITICAL;
      case WARNING -> NightVerdict.ATTENTION;
      case INFO -> NightVerdict.OK;
    };
  }

  /** The worst severity of any runway; empty when nothing is to be said. */
  public static Optional<Severity> worst(List<RunwayLine> runways) {
    return runways.stream()
        .flatMap(line -> line.severity().flatMap(Severity::named).stream())
        .min(Comparator.naturalOrder());
  }
}
