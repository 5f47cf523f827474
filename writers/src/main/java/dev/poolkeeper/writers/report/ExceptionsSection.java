package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.ExceptionLine;
import dev.poolkeeper.writers.report.NightlyPage.ExceptionRow;
import dev.poolkeeper.writers.report.NightlyPage.Exceptions;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is left alone on purpose, by whom and until when; what needs a hand is counted first. */
final class ExceptionsSection {

  private ExceptionsSection() {}

  static Exceptions of(List<ExceptionLine> lines) {
    return new Exceptions(lead(lines), lines.stream().map(ExceptionsSection::row).toList());
  }

  private static String lead(List<ExceptionLine> lines) {
    List<String> parts = new ArrayList<>();
    count(parts, with(lines, "in-force"), "is in force", "are in force");
    count(parts, with(lines, "expiring"), "expires within 30 days", "expire within 30 days");
    long back =
        lines.stream().filter(l -> is(l, "expired")).mapToLong(ExceptionLine::findings).sum();
    long expired = with(lines, "expired");
    if (expired > 0) {
      parts.add(
          "%s expired (%s back)"
              .formatted(CountText.of(expired), CountText.of(back, "finding is", "findings are")));
    }
    count(parts, with(lines, "stale"), "matches nothing", "match nothing");
    count(parts, with(lines, "not-judged"), "could not be judged", "could not be judged");
    count(
        parts,
        lines.stream().filter(line -> line.expires().isEmpty()).count(),
        "has no last day",
        "have no last day");
    return CountText.of(lines.size(), "exception") + ": " + String.join(", ", parts) + ".";
  }

  private static long with(List<ExceptionLine> lines, String state) {
    return lines.stream().filter(line -> is(line, state)).count();
  }

  private static boolean is(ExceptionLine line, String state) {
    return line.state().equals(state);
  }

  private static void count(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(CountText.of(count) + " " + (count == 1 ? one : many));
    }
  }

  private static ExceptionRow row(ExceptionLine line) {
    return new ExceptionRow(
        VisibleText.of(String.join(", ", line.codes())),
        VisibleText.of(line.match()),
        VisibleText.of(line.reason()),
        line.owner().map(VisibleText::of).orElse("nobody named"),
        line.expires().map(LocalDate::toString).orElse("no last day"),
        state(line.state()),
        CountText.of(line.findings()));
  }

  private static Tag state(String word) {
    return switch (word) {
      case "in-force" -> new Tag("in force", "neutral", "–");
      case "expiring" -> new Tag("expires soon", "warning", "▲");
      case "expired" -> new Tag("expired", "warning", "↻");
      case "stale" -> new Tag("matches nothing", "incomplete", "○");
      case "not-judged" -> new Tag("not judged", "incomplete", "◐");
      default -> new Tag(VisibleText.of(word), "neutral foreign", "●");
    };
  }
}
