package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.report.CoverageLine;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.HistoryLine;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.writers.report.NightlyPage.Coverage;
import dev.poolkeeper.writers.report.NightlyPage.Part;
import dev.poolkeeper.writers.report.NightlyPage.Source;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well the night looked: each source with its parts, gaps first. */
final class CoverageSection {

  private static final String COMPLETE = "complete";

  private CoverageSection() {}

  static Coverage of(NightlyReport report) {
    List<CoverageLine> lines =
        report.coverage().stream().sorted(Comparator.comparing(CoverageLine::part)).toList();
    Set<String> gaps = incomplete(report);
    return new Coverage(
        history(report),
        report.sources().stream()
            .sorted(Comparator.comparing(SourceLine::side).thenComparing(SourceLine::name))
            .map(
                source -> source(source, lines, gaps.contains(source.name()), held(report, source)))
            .toList(),
        lines.stream()
            .filter(line -> !complete(line) && gaps.contains(sourceOf(line)))
            .map(CoverageSection::part)
            .toList(),
        lines.stream().map(CoverageSection::part).toList());
  }

  private static String history(NightlyReport report) {
    return Stream.concat(
            Stream.of(CountText.of(report.nights(), "measured night")),
            report.history().stream().map(CoverageSection::history))
        .collect(Collectors.joining(", ", "History: ", "."));
  }

  private static String history(HistoryLine line) {
    return "%s %s (oldest %s)"
        .formatted(
            CountText.of(line.days(), "day"),
            switch (line.origin()) {
              case "measured" -> "measured before them";
              case "rebuilt" -> "rebuilt from ZFS snapshots";
              case "prometheus" -> "of fill levels from Prometheus";
              default -> VisibleText.of(line.origin());
            },
            line.since());
  }

  /** Sources of which something that verdicts need was not read; the rest was only optional. */
  private static Set<String> incomplete(NightlyReport report) {
    return findings(report, FindingCode.INVENTORY_INCOMPLETE)
        .map(FindingLine::subject)
        .collect(Collectors.toSet());
  }

  /** How many lists of a source were read and are not believed. */
  private static int held(NightlyReport report, SourceLine source) {
    return findings(report, FindingCode.HELD_BY_GUARD)
        .filter(finding -> finding.subject().equals(source.name()))
        .mapToInt(finding -> finding.evidence().size())
        .sum();
  }

  private static Stream<FindingLine> findings(NightlyReport report, FindingCode code) {
    return report.groups().stream()
        .filter(group -> group.code().equals(code.code()))
        .flatMap(group -> group.findings().stream());
  }

  private static Source source(
      SourceLine source, List<CoverageLine> lines, boolean gaps, int held) {
    List<CoverageLine> own =
        lines.stream().filter(line -> sourceOf(line).equals(source.name())).toList();
    long read = own.stream().filter(CoverageSection::complete).count();
    long rows = own.stream().mapToLong(CoverageLine::rows).sum();
    return new Source(
        VisibleText.of(source.name()),
        source.side().equals("nas") ? "TrueNAS" : "Kubernetes cluster",
        known(source.version()),
        known(source.identity()),
        status(own, gaps, held),
        "%s of %s complete%s%s, %s"
            .formatted(
                CountText.of(read),
                CountText.of(own.size(), "part"),
                gaps || read == own.size() ? "" : ", the rest is optional",
                held == 0 ? "" : ", %s not believed (PK902)".formatted(CountText.of(held)),
                CountText.of(rows, "object")),
        contact(source),
        own.stream()
            .filter(line -> line.fromMemory() > 0)
            .map(CoverageSection::memory)
            .collect(Collectors.joining("; ")));
  }

  private static String contact(SourceLine source) {
    String api = VisibleText.of(source.api());
    if (source.calls() == 0) {
      return api;
    }
    return "%s; this run made %s to %s"
        .formatted(
            api.isEmpty() ? "never reached" : api,
            CountText.of(source.calls(), "call"),
            VisibleText.of(source.name()));
  }

  private static String memory(CoverageLine line) {
    return "%s of %s %s listed by name, their details from earlier nights"
        .formatted(
            CountText.of(line.fromMemory()),
            CountText.of(line.rows()),
            VisibleText.of(line.part().substring(sourceOf(line).length() + 1)));
  }

  private static Tag status(List<CoverageLine> own, boolean gaps, int held) {
    if (own.isEmpty()) {
      return Tags.coverage("not-read");
    }
    if (gaps) {
      return Tags.coverage("partial");
    }
    return Tags.coverage(held > 0 ? "held" : COMPLETE);
  }

  private static Part part(CoverageLine line) {
    String source = sourceOf(line);
    return new Part(
        VisibleText.of(source),
        line.part().length() > source.length()
            ? VisibleText.of(line.part().substring(source.length() + 1))
            : "all",
        Tags.coverage(line.status()),
        CountText.of(line.rows()),
        time(line.millis()),
        line.problems().stream().map(VisibleText::of).toList());
  }

  private static String sourceOf(CoverageLine line) {
    int slash = line.part().indexOf('/');
    return slash < 0 ? line.part() : line.part().substring(0, slash);
  }

  private static boolean complete(CoverageLine line) {
    return line.status().equals(COMPLETE);
  }

  private static String known(String text) {
    return text.isEmpty() ? "not read" : VisibleText.of(text);
  }

  private static String time(long millis) {
    return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
