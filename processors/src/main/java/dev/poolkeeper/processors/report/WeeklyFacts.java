package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger knows after a weekly run: the input of {@link WeeklyReportAssembler}.
 *
 * @param date the night it is about
 * @param capturedAt when the inventory of that night was taken
 * @param runways pools first, then what rests on them
 * @param backtest how right the forecasts of the eight weeks before were
 * @param firstForecast the first night that forecast; empty when none did
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
    List<BacktestLine> backtest,
    Optional<LocalDate> firstForecast,
    List<CourseLine> courses,
    Map<String, String> policy) {

  public WeeklyFacts {
    runways = List.copyOf(runways);
    growth = List.copyOf(growth);
    scenarios = List.copyOf(scenarios);
    backtest = List.copyOf(backtest);
    courses = List.copyOf(courses);
    policy = Map.copyOf(policy);
  }
}
