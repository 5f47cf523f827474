package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.PromiseCalendar;
import dev.poolkeeper.processors.report.PromiseLine;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.RetentionTotals;
import dev.poolkeeper.processors.retention.check.CalendarStrip.Cell;
import dev.poolkeeper.writers.chart.CalendarPicture;
import dev.poolkeeper.writers.chart.CalendarPicture.Mark;
import dev.poolkeeper.writers.report.NightlyPage.CalendarKey;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.PromiseRow;
import dev.poolkeeper.writers.report.NightlyPage.Retention;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Snapshots against what was promised: the sum, and policies and tasks with their calendars. */
final class RetentionSection {

  private final CommandHints commands;
  private final Room room;

  /**
   * What a page has room for.
   *
   * @param periods of a calendar, the last ones
   */
  record Room(int promises, int periods) {
    static final Room ON_SCREEN = new Room(20, 62);
    static final Room ON_PAPER = new Room(12, 26);
  }

  RetentionSection(CommandHints commands, Room room) {
    this.commands = commands;
    this.room = room;
  }

  Retention of(RetentionFacts facts) {
    List<PromiseLine> lines = facts.worst().stream().limit(room.promises()).toList();
    long omitted = facts.omitted() + facts.worst().size() - lines.size();
    boolean drawn = !facts.calendars().isEmpty();
    return new Retention(
        lead(facts),
        facts.unjudged().stream().map(RetentionSection::unjudged).toList(),
        facts.totals().snapshots() == 0 ? List.of() : counts(facts.totals()),
        lines.stream().map(line -> row(line, facts.calendars())).toList(),
        drawn ? legend() : List.of(),
        drawn || lines.isEmpty() ? "" : "Calendars are kept of the newest night only.",
        omitted > 0 ? "and " + CountText.of(omitted, "more promise", "more promises") : "",
        commands.retention(" promises"),
        facts.trends().stream().map(SnapshotTrends::row).toList(),
        facts.trendsOmitted() > 0
            ? "and " + CountText.of(facts.trendsOmitted(), "more dataset", "more datasets")
            : "",
        commands.retention(" trends"));
  }

  private static String lead(RetentionFacts facts) {
    RetentionTotals totals = facts.totals();
    if (totals.datasets() == 0) {
      return facts.unjudged().isEmpty()
          ? "There is no snapshot, and nobody promises one."
          : "Nothing is said of any snapshot of this night.";
    }
    List<String> amiss = new ArrayList<>();
    part(amiss, totals.missing(), "missing");
    part(amiss, totals.overdue(), "overdue");
    part(amiss, totals.unowned(), "of nobody");
    part(amiss, totals.held(), "held");
    part(amiss, totals.future(), "of the future");
    String what =
        "%s of %s"
            .formatted(
                CountText.of(totals.snapshots(), "snapshot", "snapshots"),
                CountText.of(totals.datasets(), "dataset", "datasets"));
    if (amiss.isEmpty() && unknown(totals) == totals.snapshots() && totals.snapshots() > 0) {
      return what + ": of none is known who is to keep it, or for how long.";
    }
    return amiss.isEmpty()
        ? what + ": all as promised, as far as anybody promises."
        : what + ": " + String.join(", ", amiss) + "." + frees(totals);
  }

  private static long unknown(RetentionTotals totals) {
    return totals.undecided() + totals.unparsable();
  }

  private static String frees(RetentionTotals totals) {
    return totals.overdue() == 0
        ? ""
        : " The overdue ones hold %s."
            .formatted(between(totals.overdueAtLeastBytes(), totals.overdueAtMostBytes()));
  }

  private static void part(List<String> parts, long count, String word) {
    if (count > 0) {
      parts.add(CountText.of(count) + " " + word);
    }
  }

  private static String unjudged(RetentionFacts.Unjudged nas) {
    return "Nothing is said of the snapshots of %s: not read whole were its lists of %s."
        .formatted(VisibleText.of(nas.nas()), VisibleText.of(String.join(", ", nas.lists())));
  }

  private static List<Count> counts(RetentionTotals totals) {
    return List.of(
        count("Kept", totals.kept(), "ok", "by a policy, task or date"),
        count("Kubernetes", totals.kubernetes(), "neutral", "a CSI driver's own"),
        count("Overdue", totals.overdue(), "warning", "due for over a day"),
        count("Missing", totals.missing(), "warning", "promised, not there"),
        count("Of nobody", totals.unowned(), "warning", "nobody removes them"),
        count("Not known", unknown(totals), "neutral", "made by hand, or undecided"));
  }

  private static Count count(String label, long count, String tone, String meaning) {
    return new Count(label, CountText.of(count), count == 0 ? "quiet" : tone, meaning);
  }

  private PromiseRow row(PromiseLine line, List<PromiseCalendar> calendars) {
    List<Tag> parts = new ArrayList<>();
    boolean critical = line.missingSeverity().filter("critical"::equals).isPresent();
    boolean gap = line.missingSeverity().filter("info"::equals).isPresent();
    tag(
        parts,
        line.missing(),
        "missing",
        critical ? "critical" : gap ? "info" : "warning",
        critical ? "✖" : gap ? "●" : "▲");
    tag(parts, line.overdue(), "overdue", "warning", "▲");
    tag(parts, line.unowned(), "of nobody", "warning", "▲");
    tag(parts, line.held(), "held", "info", "●");
    tag(parts, line.future(), "of the future", "warning", "▲");
    if (line.tooMany() > 0) {
      String many = CountText.of(line.tooMany(), "dataset has", "datasets have") + " too many";
      parts.add(new Tag(many, "warning", "▲"));
    }
    tag(parts, line.undecided(), "undecided", "incomplete", "◐");
    tag(parts, line.kept(), "kept", "ok", "✔");
    return new PromiseRow(
        source(line.source()),
        VisibleText.of(line.promise()),
        VisibleText.of(line.terms()),
        CountText.of(line.datasets(), "dataset", "datasets"),
        parts,
        CountText.of(line.snapshots()),
        between(line.holdsAtLeastBytes(), line.holdsAtMostBytes()),
        line.notes().stream().map(VisibleText::of).toList(),
        calendars.stream()
            .filter(calendar -> calendar.of(line))
            .map(calendar -> CalendarWords.calendar(calendar.period(), last(calendar.cells())))
            .toList());
  }

  private List<Cell> last(List<Cell> cells) {
    return cells.subList(Math.max(0, cells.size() - room.periods()), cells.size());
  }

  private static void tag(List<Tag> parts, long count, String word, String tone, String mark) {
    if (count > 0) {
      parts.add(new Tag(CountText.of(count) + " " + word, tone, mark));
    }
  }

  private static String source(String word) {
    return switch (word) {
      case "policy" -> "policy of the configuration";
      case "sanoid" -> "sanoid.conf";
      case "task" -> "snapshot task";
      case "replication" -> "replication task";
      case "nobody" -> "nobody";
      default -> VisibleText.of(word);
    };
  }

  private static String between(long least, OptionalLong most) {
    return ByteText.between(OptionalLong.of(least), most);
  }

  private static List<CalendarKey> legend() {
    return Arrays.stream(Mark.values())
        .map(mark -> new CalendarKey(CalendarPicture.box(mark), mark.words()))
        .toList();
  }
}
