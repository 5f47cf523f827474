package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the ledger knows after a weekly run: the input of {@link WeeklyReportAssembler}.
 *
 * @param date the night it is about
 * @param capturedAt when the inventory of that night was taken
 * @param runways pools first, then what rests on them
 * @param courses how pools went and are expected to go, by subject
 */
public record WeeklyFacts(
    String version,
    boolean demo,
    LocalDate date,
    Instant capturedAt,
    List<RunwayLine> runways,
    List<PoolGrowthLine> growth,
    List<ScenarioLine> scenarios,
    List<CourseLine> courses,
    Map<String, String> policy) {

  public WeeklyFacts {
    runways = List.copyOf(runways);
    growth = List.copyOf(growth);
    scenarios = List.copyOf(scenarios);
    courses = List.copyOf(courses);
    policy = Map.copyOf(policy);
  }
}
