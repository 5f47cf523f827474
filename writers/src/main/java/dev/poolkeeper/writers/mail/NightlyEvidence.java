package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.writers.mail.MailPage.Line;
import dev.poolkeeper.writers.mail.MailPage.Section;
import dev.poolkeeper.writers.report.NightlyPage;
import dev.poolkeeper.writers.text.CountText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the mail of a night rests on: all findings by kind, and what was seen. */
final class NightlyEvidence {

  private static final int GAPS = 6;
  private static final int SOURCES = 12;
  private static final int KINDS = 30;

  private NightlyEvidence() {}

  /** All open findings, by kind. */
  static Section kinds(NightlyPage page, Severity least) {
    List<Line> lines =
        page.findings().groups().stream()
            .filter(group -> NightlyMail.listed(group.severity(), least))
            .map(
                group ->
                    new Line(
                        group.severity().mark(),
                        group.severity().tone(),
                        group.code() + " " + group.name(),
                        group.size(),
                        ""))
            .toList();
    int more = lines.size() - KINDS;
    return new Section(
        "Open findings",
        lines.isEmpty() ? "None." : page.findings().total(),
        List.of(),
        List.of(),
        lines.stream().limit(KINDS).toList(),
        List.of(),
        more > 0 ? "And %d more kinds, in the report.".formatted(more) : "");
  }

  /** How completely each source was read, and what was not; for those who see all. */
  static Section coverage(NightlyPage page, MailScope scope) {
    if (!scope.audience().whole()) {
      return new Section("", "", List.of(), List.of(), List.of(), List.of(), "");
    }
    List<Line> sources =
        page.coverage().sources().stream()
            .sorted(Comparator.comparing(source -> source.status().tone().equals("ok")))
            .limit(SOURCES)
            .map(
                source ->
                    new Line(
                        source.status().mark(),
                        source.status().tone(),
                        source.name() + ", " + source.side(),
                        source.status().word(),
                        source.read()))
            .toList();
    List<Line> gaps =
        page.coverage().gaps().stream()
            .limit(GAPS)
            .map(
                gap ->
                    new Line(
                        gap.status().mark(),
                        gap.status().tone(),
                        gap.source() + "/" + gap.kind(),
                        gap.status().word(),
                        String.join(" ", gap.problems())))
            .toList();
    return new Section(
        "Coverage",
        page.coverage().history(),
        List.of(),
        List.of(),
        Stream.concat(sources.stream(), gaps.stream()).toList(),
        List.of(),
        more(
            page.coverage().sources().size() - sources.size(),
            page.coverage().gaps().size() - gaps.size()));
  }

  private static String more(int sources, int gaps) {
    String omitted =
        Stream.of(
                sources > 0 ? CountText.of(sources, "more source") : "",
                gaps > 0 ? CountText.of(gaps, "more gap") : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(" and "));
    return omitted.isEmpty() ? "" : "And %s, in the report.".formatted(omitted);
  }
}
