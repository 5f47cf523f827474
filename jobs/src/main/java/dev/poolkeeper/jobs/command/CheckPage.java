package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.report.CheckResult;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.writers.table.Listings;
import dev.poolkeeper.writers.table.TableFormat;
import dev.poolkeeper.writers.table.TableWriter;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows checks: for people line by line as they come in, with the next step below what needs one;
 * in any other format as one list at the end.
 */
final class CheckPage {

  private final Terminal terminal;
  private final TableFormat format;
  private final List<CheckLine> shown = new ArrayList<>();

  CheckPage(Terminal terminal, TableFormat format) {
    this.terminal = terminal;
    this.format = format;
  }

  /** A failure whose message says on a line of its own what to do next. */
  static CheckLine failed(String subject, String what, String message) {
    String[] parts = message.split("\\s*Next: ", 2);
    return new CheckLine(
        subject,
        what,
        Outcome.FAILED,
        parts[0].replaceAll("\\s+", " "),
        parts.length > 1 ? parts[1].strip() : "see the message");
  }

  void add(List<CheckLine> lines) {
    shown.addAll(lines);
    if (format == TableFormat.TABLE) {
      lines.forEach(this::print);
    }
  }

  void end() {
    if (format == TableFormat.TABLE) {
      terminal
          .out()
          .printf(
              "%n%s: %s failed, %s%n",
              CountText.of(shown.size(), "check"),
              CountText.of(count(Outcome.FAILED)),
              CountText.of(count(Outcome.WARNING), "warning"));
      return;
    }
    new TableWriter(format, terminal.width(), terminal.colour(), false)
        .write(Listings.checks(shown.stream().map(CheckPage::result).toList()), terminal.out());
  }

  private void print(CheckLine line) {
    terminal
        .out()
        .printf(
            "%s %-12s %-16s %s%n",
            mark(line.outcome()),
            VisibleText.of(line.subject()),
            VisibleText.of(line.what()),
            VisibleText.of(line.seen()));
    if (!line.next().isEmpty()) {
      terminal.out().println("      Next: " + VisibleText.of(line.next()));
    }
  }

  private String mark(Outcome outcome) {
    return switch (outcome) {
      case OK -> painted("32", "✓ ok  ");
      case WARNING -> painted("33", "! warn");
      case FAILED -> painted("31;1", "✗ FAIL");
      case SKIPPED -> painted("2", "- skip");
    };
  }

  private String painted(String colour, String mark) {
    return terminal.colour() ? "\u001b[" + colour + "m" + mark + "\u001b[0m" : mark;
  }

  private long count(Outcome outcome) {
    return shown.stream().filter(line -> line.outcome() == outcome).count();
  }

  private static CheckResult result(CheckLine line) {
    return new CheckResult(
        line.subject(),
        line.what(),
        line.outcome().name().toLowerCase(Locale.ROOT),
        line.seen(),
        line.next());
  }
}
