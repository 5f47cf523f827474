package dev.poolkeeper.writers.report;

import static dev.poolkeeper.writers.report.SampleFindings.GIB;
import static dev.poolkeeper.writers.report.SampleFindings.NIGHT;

import dev.poolkeeper.processors.report.BacktestLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.PoolGrowthLine;
import dev.poolkeeper.processors.report.PoolGrowthLine.Others;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.ScenarioLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.writers.chart.SampleCourses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Weeks to render. */
public final class SampleWeeks {

  private SampleWeeks() {}

  /** A pool that fills, with a name in every place that takes one. */
  public static WeeklyReport named(String name) {
    return new WeeklyReport(
        WeeklyReport.SCHEMA_VERSION,
        name,
        false,
        NIGHT,
        Instant.parse("2026-02-11T02:00:04Z"),
        NightVerdict.ATTENTION,
        List.of(name),
        List.of(runway("pool", name, "warning"), runway("namespace", name, "")),
        List.of(
            new PoolGrowthLine(
                name,
                7,
                Optional.of(NIGHT.minusDays(7)),
                Optional.of(NIGHT),
                OptionalLong.of(70 * GIB),
                Optional.empty(),
                List.of(),
                Others.NONE,
                List.of(),
                Others.NONE,
                List.of(),
                new Others(3, 70 * GIB),
                OptionalLong.of(0),
                List.of(name))),
        List.of(
            new ScenarioLine(
                name,
                name,
                name,
                Optional.empty(),
                Crossing.on(NIGHT.plusDays(60)),
                Optional.of(NIGHT.plusDays(15)),
                OptionalInt.of(180))),
        List.of(
            new BacktestLine(
                30,
                "all",
                200,
                OptionalDouble.of(1.5),
                0.79,
                0.94,
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty())),
        Optional.empty(),
        List.of(SampleCourses.named(name)),
        new TreeMap<>(Map.of(name, name)));
  }

  /** Nothing was read and nothing is known. */
  public static WeeklyReport empty() {
    return new WeeklyReport(
        WeeklyReport.SCHEMA_VERSION,
        "0.1.0",
        true,
        NIGHT,
        Instant.parse("2026-02-11T02:00:04Z"),
        NightVerdict.INCOMPLETE,
        List.of("No pool was read on this night, so nothing is known of any runway."),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of("the ledger has no forecast that old"),
        List.of(),
        new TreeMap<>());
  }

  private static RunwayLine runway(String kind, String subject, String severity) {
    return new RunwayLine(
        kind,
        subject,
        OptionalLong.of(800 * GIB),
        OptionalLong.of(1000 * GIB),
        OptionalDouble.of(3.5 * GIB),
        severity.isEmpty() ? RunwayLine.UNKNOWN : "fills",
        OptionalDouble.of(0),
        OptionalDouble.of(0.2),
        OptionalDouble.of(0.75),
        Crossing.on(NIGHT),
        Crossing.NONE,
        new Crossing(
            Optional.of(NIGHT.plusDays(40)),
            Optional.of(NIGHT.plusDays(57)),
            Optional.of(NIGHT.plusDays(90))),
        Optional.of(NIGHT.minusDays(5)),
        Optional.of(severity).filter(word -> !word.isEmpty()),
        List.of(subject),
        Optional.of(subject),
        subject);
  }
}
