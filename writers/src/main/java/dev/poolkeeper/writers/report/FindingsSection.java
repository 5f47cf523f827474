package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.FindingGroup;
import dev.poolkeeper.processors.report.FindingLine;
import dev.poolkeeper.processors.report.WithheldLine;
import dev.poolkeeper.writers.report.NightlyPage.Finding;
import dev.poolkeeper.writers.report.NightlyPage.Findings;
import dev.poolkeeper.writers.report.NightlyPage.Group;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.Comparator;
import java.util.List;

/** The open findings, code by code; a group too long for a page says what it leaves out. */
final class FindingsSection {

  private final CommandHints commands;
  private final List<WithheldLine> withheld;
  private final Charts charts;
  private final int shown;

  /**
   * @param shown how many findings of one code are shown
   */
  FindingsSection(CommandHints commands, List<WithheldLine> withheld, Charts charts, int shown) {
    this.commands = commands;
    this.charts = charts;
    this.withheld = withheld;
    this.shown = shown;
  }

  Findings of(List<FindingGroup> groups) {
    long total = groups.stream().mapToLong(FindingGroup::total).sum();
    return new Findings(
        "%s of %s"
            .formatted(
                CountText.of(total, "open finding"), CountText.of(groups.size(), "kind", "kinds")),
        groups.stream().map(this::group).toList());
  }

  private Group group(FindingGroup group) {
    List<FindingLine> shown = group.findings().stream().limit(this.shown).toList();
    String all = commands.findings(group.code());
    return new Group(
        group.code(),
        group.name(),
        VisibleText.of(group.title()),
        VisibleText.of(group.meaning()),
        group.actions().stream().map(VisibleText::of).toList(),
        worst(shown),
        size(group),
        shown.size() < group.total()
            ? "Showing %s of %s; all of them: "
                .formatted(CountText.of(shown.size()), CountText.of(group.total()))
            : "",
        all,
        WithheldRows.of(group.code(), withheld),
        shown.stream().map(this::finding).toList());
  }

  private static Tag worst(List<FindingLine> lines) {
    return lines.stream()
        .map(FindingLine::severity)
        .min(Comparator.comparing(Tags::severityRank))
        .map(Tags::severity)
        .orElse(Tags.severity("info"));
  }

  private static String size(FindingGroup group) {
    StringBuilder size = new StringBuilder(CountText.of(group.total(), "finding"));
    if (group.reclaimableBytes().orElse(0) > 0) {
      size.append(", ").append(ByteText.of(group.reclaimableBytes())).append(" reclaimable");
      if (group.reclaimableUnknown() > 0) {
        size.append(", ").append(CountText.of(group.reclaimableUnknown())).append(" unknown");
      }
    }
    return size.toString();
  }

  private Finding finding(FindingLine line) {
    return new Finding(
        VisibleText.of(line.subject()),
        Tags.severity(line.severity()),
        Tags.severityRank(line.severity()),
        Tags.status(line.status()),
        line.confirmed() ? "confirmed" : "not confirmed",
        line.firstSeen().toString(),
        line.nights(),
        ByteText.freed(line.reclaimableBytes()),
        line.reclaimableBytes().orElse(-1),
        line.cause().map(VisibleText::of).orElse(""),
        line.causeEvidence().map(VisibleText::of).orElse(""),
        line.note().stream().map(VisibleText::of).toList(),
        line.evidence().stream().map(VisibleText::of).toList(),
        charts.ofFinding(line.subject(), line.code()));
  }
}
