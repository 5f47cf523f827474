package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.ScenarioLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The tables of a weekly report, each with all of its fields in raw units. */
public final class WeeklyTables {

  /** The report itself: one row. */
  public record WeekRow(
      LocalDate date,
      Instant capturedAt,
      boolean demo,
      String version,
      String verdict,
      List<String> headlines,
      Optional<String> noBacktest) {}

  /** How long there is room, the days of each level side by side. */
  public record RunwayRow(
      String kind,
      String subject,
      OptionalLong usedBytes,
      OptionalLong capacityBytes,
      OptionalDouble growthBytesPerDay,
      String outlook,
      OptionalDouble within7,
      OptionalDouble within30,
      OptionalDouble within90,
      Optional<LocalDate> warnEarliest,
      Optional<LocalDate> warnLikely,
      Optional<LocalDate> warnLatest,
      Optional<LocalDate> criticalEarliest,
      Optional<LocalDate> criticalLikely,
      Optional<LocalDate> criticalLatest,
      Optional<LocalDate> fullEarliest,
      Optional<LocalDate> fullLikely,
      Optional<LocalDate> fullLatest,
      Optional<LocalDate> orderBy,
      Optional<String> severity,
      List<String> pools,
      Optional<String> soonest,
      String reason) {}

  /** What a pool changed by. */
  public record GrowthRow(
      String pool,
      int days,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      OptionalLong deltaBytes,
      OptionalLong remainderBytes,
      List<String> remainderReasons,
      Optional<String> unknown) {}

  /**
   * Who made it change.
   *
   * @param of "namespace", "dataset", or "snapshots" of periodic tasks, which are a part of the
   *     others
   * @param name empty: those that serve no claim, or that no task covers
   * @param datasets how many changed; of a dataset 1
   */
  public record GrowthShareRow(
      String pool, int days, String of, String name, long datasets, long bytes) {}

  /** When a pool would be full if something were different. */
  public record ScenarioRow(
      String pool,
      String name,
      String assumption,
      Optional<String> unknown,
      Optional<LocalDate> fullEarliest,
      Optional<LocalDate> fullLikely,
      Optional<LocalDate> fullLatest,
      Optional<LocalDate> orderBy,
      OptionalInt horizonDays) {}

  private static final String OTHERS = "others";

  private WeeklyTables() {}

  public static List<CsvTable<?>> of(WeeklyReport report) {
    return List.of(
        new CsvTable<>("week", WeekRow.class, List.of(week(report))),
        new CsvTable<>(
            "runways",
            RunwayRow.class,
            report.runways().stream().map(WeeklyTables::runway).toList()),
        new CsvTable<>(
            "growth", GrowthRow.class, report.growth().stream().map(WeeklyTables::growth).toList()),
        new CsvTable<>(
            "growth-shares",
            GrowthShareRow.class,
            report.growth().stream().flatMap(WeeklyTables::shares).toList()),
        new CsvTable<>(
            "scenarios",
            ScenarioRow.class,
            report.scenarios().stream().map(WeeklyTables::scenario).toList()),
        new CsvTable<>("backtest", BacktestLine.class, report.backtest()),
        CourseRow.table(report.courses()),
        NightlyTables.policy(report.policy()));
  }

  private static WeekRow week(WeeklyReport report) {
    return new WeekRow(
        report.date(),
        report.capturedAt(),
        report.demo(),
        report.version(),
        report.verdict().name(),
        report.headlines(),
        report.noBacktest());
  }

  private static RunwayRow runway(RunwayLine line) {
    return new RunwayRow(
        line.kind(),
        line.subject(),
        line.usedBytes(),
        line.capacityBytes(),
        line.growthBytesPerDay(),
        line.outlook(),
        line.within7(),
        line.within30(),
        line.within90(),
        line.warn().earliest(),
        line.warn().likely(),
        line.warn().latest(),
        line.critical().earliest(),
        line.critical().likely(),
        line.critical().latest(),
        line.full().earliest(),
        line.full().likely(),
        line.full().latest(),
        line.orderBy(),
        line.severity(),
        line.pools(),
        line.soonest(),
        line.reason());
  }

  private static GrowthRow growth(PoolGrowthLine line) {
    return new GrowthRow(
        line.pool(),
        line.days(),
        line.from(),
        line.to(),
        line.deltaBytes(),
        line.remainderBytes(),
        line.remainderReasons(),
        line.unknown());
  }

  private static Stream<GrowthShareRow> shares(PoolGrowthLine line) {
    return Stream.of(
            line.namespaces().stream()
                .map(
                    one ->
                        share(
                            line,
                            "namespace",
                            one.namespace().orElse(""),
                            one.datasets(),
                            one.bytes())),
            others(line, "namespace", line.otherNamespaces()),
            line.datasets().stream()
                .map(one -> share(line, "dataset", one.dataset(), 1, one.bytes())),
            others(line, "dataset", line.otherDatasets()),
            line.snapshots().stream()
                .map(
                    one ->
                        share(
                            line,
                            "snapshots",
                            String.join("; ", one.tasks()),
                            one.datasets(),
                            one.bytes())),
            others(line, "snapshots", line.otherSnapshots()))
        .flatMap(rows -> rows);
  }

  private static GrowthShareRow share(
      PoolGrowthLine line, String of, String name, long datasets, long bytes) {
    return new GrowthShareRow(line.pool(), line.days(), of, name, datasets, bytes);
  }

  private static Stream<GrowthShareRow> others(
      PoolGrowthLine line, String of, PoolGrowthLine.Others others) {
    return others.count() == 0
        ? Stream.empty()
        : Stream.of(share(line, of, OTHERS, others.count(), others.bytes()));
  }

  private static ScenarioRow scenario(ScenarioLine line) {
    return new ScenarioRow(
        line.pool(),
        line.name(),
        line.assumption(),
        line.unknown(),
        line.full().earliest(),
        line.full().likely(),
        line.full().latest(),
        line.orderBy(),
        line.horizonDays());
  }
}
