package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.form.JunitXml.Case;
import dev.poolkeeper.writers.form.JunitXml.Outcome;
import dev.poolkeeper.writers.form.JunitXml.Suite;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A week for pipelines: a suite for each kind of runway. One that is rated critical or warning
 * fails, one that is not known is an error.
 */
public final class WeeklyJunit {

  private WeeklyJunit() {}

  public static void write(WeeklyReport report, Writer out) throws IOException {
    Map<String, List<RunwayLine>> kinds =
        report.runways().stream()
            .collect(Collectors.groupingBy(RunwayLine::kind, TreeMap::new, Collectors.toList()));
    List<Suite> suites = new ArrayList<>();
    suites.add(pools(report, kinds.getOrDefault(RunwayLine.POOL, List.of())));
    kinds.forEach(
        (kind, lines) -> {
          if (!kind.equals(RunwayLine.POOL)) {
            suites.add(
                new Suite(
                    "runway of " + kind,
                    "runway." + kind,
                    Map.of(),
                    lines.stream().map(WeeklyJunit::runway).toList()));
          }
        });
    JunitXml.write(
        "poolkeeper weekly-capacity %s%s"
            .formatted(report.date(), report.demo() ? " (DEMO DATA)" : ""),
        NightlyJunit.time(report.capturedAt().toString()),
        suites,
        out);
  }

  private static Suite pools(WeeklyReport report, List<RunwayLine> pools) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("demo", Boolean.toString(report.demo()));
    properties.put("verdict", report.verdict().name());
    properties.put("version", report.version());
    List<Case> cases = new ArrayList<>();
    pools.forEach(line -> cases.add(runway(line)));
    if (pools.isEmpty()) {
      cases.add(new Case("pools", Outcome.ERROR, "unknown", "no pool was read", List.of()));
    }
    return new Suite("runway of pool", "runway.pool", properties, cases);
  }

  private static Case runway(RunwayLine line) {
    List<String> details = new ArrayList<>();
    line.full()
        .earliest()
        .ifPresent(
            day ->
                details.add(
                    "full between %s and %s (80 %%)"
                        .formatted(
                            day,
                            line.full()
                                .latest()
                                .map(Object::toString)
                                .orElse("after the horizon"))));
    line.orderBy().ifPresent(day -> details.add("order new capacity by " + day));
    details.add(line.reason());
    if (line.outlook().equals(RunwayLine.UNKNOWN)) {
      return new Case(line.subject(), Outcome.ERROR, "unknown", line.reason(), details);
    }
    String severity = line.severity().orElse("");
    return severity.equals("critical") || severity.equals("warning")
        ? new Case(line.subject(), Outcome.FAILED, severity, details.get(0), details)
        : Case.passed(line.subject(), details);
  }
}
