package dev.poolkeeper.writers.form;

import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.FindingGroup;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.form.JunitXml.Case;
import dev.poolkeeper.writers.form.JunitXml.Outcome;
import dev.poolkeeper.writers.form.JunitXml.Suite;
import dev.poolkeeper.writers.text.CountText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A night for pipelines: one suite for the inventory, with a case for each part of it, and one for
 * each kind of finding. Confirmed findings of severity critical and warning fail; a part that could
 * not be read, or a verdict withheld, is an error or is skipped, and never passes; what is excepted
 * or not yet confirmed is skipped with the reason. Information passes and tells its evidence.
 */
public final class NightlyJunit {

  private NightlyJunit() {}

  public static void write(NightlyReport report, Writer out) throws IOException {
    List<Suite> suites = new ArrayList<>();
    suites.add(inventory(report));
    report.groups().forEach(group -> suites.add(suite(group)));
    JunitXml.write(
        "poolkeeper nightly %s%s".formatted(report.date(), report.demo() ? " (DEMO DATA)" : ""),
        time(report.capturedAt().toString()),
        suites,
        out);
  }

  /** {@code 2026-02-11T02:00:04}: the format knows no zone, and the time is UTC. */
  static String time(String instant) {
    return instant.substring(0, Math.min(19, instant.length())).replace("Z", "");
  }

  private static Suite inventory(NightlyReport report) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("demo", Boolean.toString(report.demo()));
    properties.put("score", Integer.toString(report.score()));
    properties.put("verdict", report.verdict().name());
    properties.put("version", report.version());
    List<Case> cases = new ArrayList<>();
    report.coverage().forEach(line -> cases.add(part(line)));
    if (report.coverage().isEmpty()) {
      cases.add(
          new Case(
              "inventory", Outcome.ERROR, "not-read", "no part of any source was read", List.of()));
    }
    return new Suite("inventory", "inventory", properties, cases);
  }

  private static Case part(CoverageLine line) {
    return switch (line.status()) {
      case "complete" -> Case.passed(line.part(), line.problems());
      case "not-read" ->
          new Case(line.part(), Outcome.SKIPPED, "not-read", "was not read", line.problems());
      default ->
          new Case(
              line.part(),
              Outcome.ERROR,
              line.status(),
              line.problems().isEmpty() ? "was read in part only" : line.problems().get(0),
              line.problems());
    };
  }

  private static Suite suite(FindingGroup group) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("title", group.title());
    properties.put("total", Integer.toString(group.total()));
    List<Case> cases = new ArrayList<>();
    group.findings().forEach(line -> cases.add(finding(line, group.title())));
    int more = group.total() - group.findings().size();
    if (more > 0) {
      cases.add(
          new Case(
              "%s more".formatted(CountText.of(more)),
              Outcome.SKIPPED,
              "not-listed",
              "not listed here; poolkeeper findings --code %s lists all".formatted(group.code()),
              List.of()));
    }
    return new Suite(
        group.code() + " " + group.name(), group.code() + "." + group.name(), properties, cases);
  }

  private static Case finding(FindingLine line, String title) {
    List<String> details = new ArrayList<>(line.evidence());
    line.cause().ifPresent(cause -> details.add("cause: " + cause));
    details.add("next: " + line.action());
    Optional<String> leftOut = leftOut(line);
    if (leftOut.isPresent()) {
      return new Case(line.subject(), Outcome.SKIPPED, line.status(), leftOut.get(), details);
    }
    return line.severity().equals("info")
        ? Case.passed(line.subject(), details)
        : new Case(
            line.subject(),
            Outcome.FAILED,
            line.severity(),
            "%s: %s, since %s".formatted(line.code(), title, line.firstSeen()),
            details);
  }

  /** Why a finding neither fails nor passes. */
  private static Optional<String> leftOut(FindingLine line) {
    return switch (line.status()) {
      case "excepted", "held", "undecided" -> Optional.of(line.note().orElse(line.status()));
      default ->
          line.confirmed()
              ? Optional.empty()
              : Optional.of(line.note().orElse("not yet confirmed"));
    };
  }
}
