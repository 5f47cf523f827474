package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything the weekly capacity report says, in raw units. All formats are renderings of this one
 * value, and its field names are the contract of {@code weekly-capacity.json}.
 *
 * @param schemaVersion raised when a field changes its meaning or goes
 * @param demo whether all of it is made up
 * @param date the night it is about
 * @param headlines at most a handful of sentences, most important first
 * @param backtest how right the forecasts were whose day came in the eight weeks before
 * @param noBacktest why nothing can be said of forecasts of 30 days; empty when something can
 * @param policy the values in force, as written in the configuration
 */
public record WeeklyReport(
    int schemaVersion,
    String version,
    boolean demo,
    LocalDate date,
    Instant capturedAt,
    NightVerdict verdict,
    List<String> headlines,
    List<RunwayLine> runways,
    List<PoolGrowthLine> growth,
    List<ScenarioLine> scenarios,
    List<BacktestLine> backtest,
    Optional<String> noBacktest,
    List<CourseLine> courses,
    SortedMap<String, String> policy) {

  public static final int SCHEMA_VERSION = 1;

  public WeeklyReport {
    headlines = List.copyOf(headlines);
    runways = List.copyOf(runways);
    growth = List.copyOf(growth);
    scenarios = List.copyOf(scenarios);
    backtest = List.copyOf(backtest);
    courses = List.copyOf(courses);
  }
}
