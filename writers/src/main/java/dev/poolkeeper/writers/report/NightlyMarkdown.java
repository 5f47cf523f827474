package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.NightlyPage.Action;
import dev.poolkeeper.writers.report.NightlyPage.ChangeList;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Finding;
import dev.poolkeeper.writers.report.NightlyPage.Group;
import dev.poolkeeper.writers.report.NightlyPage.Setting;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** The nightly page for tickets, wikis and chat: the same texts in the same order, no charts. */
final class NightlyMarkdown {

  private NightlyMarkdown() {}

  static String of(NightlyPage page) {
    MarkdownPage text = new MarkdownPage();
    top(page, text);
    changes(page, text);
    space(page, text);
    actions(page, text);
    grades(page, text);
    coverage(page, text);
    pools(page, text);
    protection(page, text);
    text.heading(2, "Findings").paragraph(page.findings().total() + ".");
    page.findings().groups().forEach(group -> group(group, text));
    exceptions(page, text);
    text.heading(2, "Policy in force").table(List.of("Setting", "Value"), settings(page.policy()));
    text.paragraph(
        "poolkeeper %s. How each number is computed stands at the end of nightly.html; the same"
                .formatted(page.version())
            + " values as data are in nightly.json.");
    return text.toString();
  }

  private static String word(Tag tag) {
    return tag.mark() + " " + tag.word();
  }

  private static void top(NightlyPage page, MarkdownPage text) {
    if (page.demo()) {
      text.strong("DEMO DATA: every name and number in this report is made up.");
    }
    text.heading(1, "Kubernetes storage on TrueNAS, night of " + page.night().date());
    text.strong(
        "%s: %s Score %d of 100, %s."
            .formatted(
                word(page.verdict().tag()),
                page.verdict().sentence(),
                page.verdict().score(),
                page.verdict().comparison()));
    text.paragraph(
        "Clusters: %s. TrueNAS: %s. Captured %s."
            .formatted(page.night().clusters(), page.night().nas(), page.night().captured()));
    text.bullets(page.warnings().stream().map(line -> "▲ warning: " + line).toList());
    text.bullets(page.headlines());
  }

  private static List<List<String>> counts(List<Count> counts) {
    return counts.stream()
        .map(count -> List.of(count.label(), count.count(), count.meaning()))
        .toList();
  }

  private static void changes(NightlyPage page, MarkdownPage text) {
    text.heading(2, "What changed").paragraph(page.changes().since());
    text.table(List.of("", ">Findings", ""), counts(page.changes().counts()));
    for (ChangeList list : page.changes().lists()) {
      text.heading(3, list.label());
      text.bullets(
          list.rows().stream()
              .map(
                  row ->
                      "%s %s %s: %s%s"
                          .formatted(
                              word(row.severity()),
                              row.code(),
                              row.name(),
                              row.subject(),
                              row.space().isEmpty() ? "" : " · " + row.space()))
              .toList());
      text.paragraph(list.more());
    }
  }

  private static void space(NightlyPage page, MarkdownPage text) {
    text.heading(2, "Reclaimable space");
    text.table(List.of("", ">Space", ""), counts(page.space().shares()));
    text.bullets(page.space().blockers().stream().map(line -> "In the way: " + line).toList());
    text.paragraph(page.space().price()).paragraph(page.space().unknown());
  }

  private static void actions(NightlyPage page, MarkdownPage text) {
    text.heading(2, "What to do first");
    if (page.actions().isEmpty()) {
      text.paragraph("Nothing is confirmed and urgent tonight.");
    }
    int rank = 0;
    for (Action action : page.actions()) {
      rank++;
      text.heading(
          3,
          "%d. %s %s: %s".formatted(rank, word(action.severity()), action.code(), action.title()));
      text.paragraph(action.subject() + (action.space().isEmpty() ? "" : " · " + action.space()));
      List<String> lines = new ArrayList<>();
      add(lines, "Why", action.why());
      add(lines, "Note", action.remark());
      add(lines, "Owner", "%s (%s)".formatted(action.owner(), action.ownerFrom()));
      add(lines, "Blocked by", action.blocked());
      add(lines, "Next", action.next());
      action
          .commands()
          .forEach(
              command ->
                  lines.add(
                      "Run%s: %s"
                          .formatted(
                              command.where().isEmpty()
                                  ? ""
                                  : " on " + MarkdownText.of(command.where()),
                              MarkdownText.code(command.text()))));
      text.marked(lines, "- ");
    }
  }

  private static void add(List<String> lines, String label, String words) {
    if (!words.isEmpty()) {
      lines.add(label + ": " + MarkdownText.of(words));
    }
  }

  private static void grades(NightlyPage page, MarkdownPage text) {
    if (!page.grades().isEmpty()) {
      text.heading(2, "Grades");
    }
    text.table(
        List.of("Source", "Grade", "Score", ""),
        page.grades().stream()
            .map(
                grade ->
                    List.of(
                        grade.name() + " (" + grade.side() + ")",
                        grade.letter(),
                        grade.score(),
                        grade.unjudged().isEmpty()
                            ? grade.comparison()
                            : "Not all was seen: " + grade.unjudged()))
            .toList());
  }

  private static void coverage(NightlyPage page, MarkdownPage text) {
    text.heading(2, "Coverage").paragraph(page.coverage().history());
    text.table(
        List.of("Source", "Status", "Read", "Version", "Contact"),
        page.coverage().sources().stream()
            .map(
                source ->
                    List.of(
                        source.name() + " (" + source.side() + ")",
                        word(source.status()),
                        source.read(),
                        source.version(),
                        source.contact()))
            .toList());
    text.table(
        List.of("Not read completely", "Status", ">Rows", "Problem"),
        page.coverage().gaps().stream()
            .map(
                part ->
                    List.of(
                        part.source() + " " + part.kind(),
                        word(part.status()),
                        part.rows(),
                        String.join("; ", part.problems())))
            .toList());
  }

  private static void pools(NightlyPage page, MarkdownPage text) {
    text.heading(2, "Pools");
    if (page.pools().isEmpty()) {
      text.paragraph("No pool was read.");
    }
    text.table(
        List.of("Pool", "Status", ">Usable", ">Used", ">In snapshots", ">Free", "Full (80 %)"),
        page.pools().stream()
            .map(
                pool ->
                    List.of(
                        pool.subject(),
                        word(pool.status()),
                        pool.usable(),
                        pool.used(),
                        pool.snapshots(),
                        pool.free(),
                        pool.fullRemark().isEmpty()
                            ? pool.full()
                            : pool.full() + ", " + pool.fullRemark()))
            .toList());
  }

  private static void protection(NightlyPage page, MarkdownPage text) {
    text.heading(2, "Protection").paragraph(page.protection().lead());
    text.table(
        List.of("Claim", "Verdict", ">Snapshot", ">VolumeSnapshot", ">RPO", ">Elsewhere", "Why"),
        page.protection().rows().stream()
            .map(
                row ->
                    List.of(
                        row.claim(),
                        word(row.verdict()),
                        row.snapshot(),
                        row.volumeSnapshot(),
                        row.rpo(),
                        row.elsewhere(),
                        row.reason()))
            .toList());
    if (!page.protection().rows().isEmpty()) {
      text.command(page.protection().more(), page.protection().command());
    }
  }

  private static void group(Group group, MarkdownPage text) {
    text.heading(3, "%s %s: %s".formatted(group.code(), group.name(), group.title()));
    text.paragraph(group.size() + ".");
    text.table(
        List.of("Subject", "Severity", "Status", "First seen", ">Nights", ">Reclaimable", "Why"),
        group.rows().stream().map(NightlyMarkdown::row).toList());
    if (!group.shown().isEmpty()) {
      text.command(group.shown(), group.command());
    }
    text.paragraph(group.withheld().lead());
  }

  private static List<String> row(Finding finding) {
    List<String> why = new ArrayList<>();
    if (!finding.cause().isEmpty()) {
      why.add(finding.cause() + ": " + finding.because());
    }
    why.addAll(finding.remarks());
    if (why.isEmpty()) {
      finding.evidence().stream().limit(1).forEach(why::add);
    }
    return List.of(
        finding.subject(),
        word(finding.severity()),
        word(finding.status()),
        finding.firstSeen(),
        Integer.toString(finding.nights()),
        finding.reclaimable(),
        String.join("; ", why));
  }

  private static void exceptions(NightlyPage page, MarkdownPage text) {
    if (!page.exceptions().rows().isEmpty()) {
      text.heading(2, "Exceptions").paragraph(page.exceptions().lead());
    }
    text.table(
        List.of("Codes", "For", "Reason", "Owner", "Until", "State", ">Findings"),
        page.exceptions().rows().stream()
            .map(
                row ->
                    List.of(
                        row.codes(),
                        row.match(),
                        row.reason(),
                        row.owner(),
                        row.until(),
                        word(row.state()),
                        row.findings()))
            .toList());
  }

  static List<List<String>> settings(List<Setting> policy) {
    return policy.stream().map(setting -> List.of(setting.name(), setting.value())).toList();
  }
}
