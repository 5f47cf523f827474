package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.writers.table.OutlookView;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what a code means and what is known of a finding, wrapped for reading. */
final class Explanation {

  private static final int READABLE = 100;

  /** Columns of a field's name. */
  private static final int FIELD = 9;

  private final PrintStream out;
  private final int width;
  private final FindingRules rules;

  /**
   * @param rules what the configuration says of codes
   */
  Explanation(PrintStream out, int width, FindingRules rules) {
    this.out = out;
    this.rules = rules;
    this.width = Math.min(width, READABLE);
  }

  static String codes() {
    return Arrays.stream(FindingCode.values())
        .map(FindingCode::code)
        .collect(Collectors.joining(", "));
  }

  static String causes() {
    return Arrays.stream(Cause.values()).map(Cause::word).collect(Collectors.joining(", "));
  }

  void ofCause(Cause cause) {
    out.println(cause.word());
    wrap(cause.meaning(), "", "");
    out.println();
    out.println("What to do");
    wrap(cause.action(), "  - ", "    ");
  }

  void ofCode(FindingCode code) {
    out.printf("%s  %s%n", code.code(), code.word());
    wrap(code.title(), "", "");
    out.println();
    wrap(code.meaning(), "", "");
    out.println();
    out.printf("Severity  %s%s%n", code.severity().word(), from(code));
    rules.severities().stream()
        .filter(rule -> rule.codes().contains(code))
        .forEach(
            rule ->
                wrap(
                    "the configuration says %s, for %s"
                        .formatted(rule.severity().word(), rule.match()),
                    "          ",
                    "          "));
    rules.exceptions().stream()
        .filter(rule -> rule.codes().contains(code))
        .forEach(rule -> wrap(rule.match() + ", " + rule.note(), "Exception ", "          "));
    out.println();
    out.println("What to do");
    code.actions().forEach(action -> wrap(action, "  - ", "    "));
    if (!code.references().isEmpty()) {
      out.println();
      wrap("Met by others: " + String.join(", ", code.references()), "", "  ");
    }
  }

  /** From when on a finding has its severity. */
  private static String from(FindingCode code) {
    if (!code.needsConfirmation()) {
      return ", at once";
    }
    return code.severity() == Severity.INFO
        ? "; confirmed once it was seen on enough complete nights"
        : ", once it was seen on enough complete nights; info until then";
  }

  /**
   * @param patterns what the series of an odd subject does or did, in words
   */
  void ofFindings(List<Finding> findings, Function<Finding, List<String>> patterns, boolean demo) {
    if (demo) {
      out.println("DEMO DATA");
    }
    for (Finding finding : findings) {
      out.printf(
          "%s is %s, %s, seen on %d nights, first on %s%n",
          finding.subject(),
          finding.status().word(),
          finding.confirmed() ? "confirmed" : "not yet confirmed",
          finding.nights(),
          finding.firstSeenAt());
      finding.note().ifPresent(note -> wrap(note, "  note: ", "  "));
      out.println("Evidence");
      finding.evidence().forEach(line -> wrap(line, "  - ", "    "));
      finding.cause().ifPresent(this::ofProbableCause);
      List<String> seen = patterns.apply(finding);
      if (!seen.isEmpty()) {
        out.println("Patterns of the series");
        seen.forEach(line -> wrap(line, "  - ", "    "));
      }
      out.println();
      ofCode(finding.code());
      out.println();
    }
  }

  /** From which scores on a series is told; the same for all of a night. */
  void ofThresholds(String thresholds) {
    out.println("Thresholds of the night");
    wrap(thresholds, "  - ", "    ");
    out.println();
  }

  /** What a forecast rests on. */
  void ofForecasts(List<SeriesOutlook> outlooks) {
    for (SeriesOutlook outlook : outlooks) {
      for (String line : OutlookView.lines(outlook)) {
        if (line.length() <= width || line.startsWith(" ")) {
          out.println(line);
        } else {
          int text = Math.min(FIELD, line.length());
          wrap(line.substring(text), line.substring(0, text), " ".repeat(FIELD));
        }
      }
      out.println();
    }
  }

  private void ofProbableCause(ProbableCause probable) {
    out.println("Probable cause: " + probable.cause().word());
    wrap(probable.evidence(), "  - ", "    ");
    wrap(probable.cause().meaning(), "  ", "  ");
    wrap(probable.cause().action(), "  ", "  ");
  }

  private void wrap(String text, String first, String rest) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : text.split("\\s+", -1)) {
      if (!fresh && line.length() + 1 + word.length() > width) {
        out.println(line);
        line = new StringBuilder(rest);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    out.println(line);
  }
}
