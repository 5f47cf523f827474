package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.Locale;

/** Gives each word of the report its tone and mark. */
public final class Tags {

  private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

  private Tags() {}

  public static Tag verdict(NightVerdict verdict) {
    return switch (verdict) {
      case OK -> new Tag("OK", "ok", "✔");
      case ATTENTION -> new Tag("ATTENTION", "warning", "▲");
      case CRITICAL -> new Tag("CRITICAL", "critical", "✖");
      case INCOMPLETE -> new Tag("INCOMPLETE", "incomplete", "◐");
    };
  }

  public static Tag severity(String word) {
    return switch (word) {
      case "critical" -> new Tag(word, "critical", "✖");
      case "warning" -> new Tag(word, "warning", "▲");
      case "info" -> new Tag(word, "info", "●");
      default -> plain(word);
    };
  }

  /** 0 for the most urgent; a word that is no severity comes last. */
  static int severityRank(String word) {
    int rank = SEVERITIES.indexOf(word);
    return rank < 0 ? SEVERITIES.size() : rank;
  }

  static Tag status(String word) {
    return switch (word) {
      case "new" -> new Tag(word, "info", "+");
      case "reopened" -> new Tag(word, "warning", "↻");
      case "resolved" -> new Tag(word, "ok", "✔");
      case "held", "undecided" -> new Tag(word, "incomplete", "◐");
      case "persisting" -> new Tag(word, "neutral", "=");
      case "excepted" -> new Tag(word, "neutral", "–");
      default -> plain(word);
    };
  }

  static Tag coverage(String word) {
    return switch (word) {
      case "complete" -> new Tag(word, "ok", "✔");
      case "partial", "held" -> new Tag(word, "incomplete", "◐");
      case "failed" -> new Tag(word, "critical", "✖");
      case "not-read" -> new Tag("not read", "incomplete", "○");
      default -> plain(word);
    };
  }

  static Tag pool(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ONLINE" -> new Tag(word, "ok", "✔");
      case "DEGRADED" -> new Tag(word, "warning", "▲");
      case "FAULTED", "OFFLINE", "UNAVAIL", "REMOVED", "SUSPENDED" ->
          new Tag(word, "critical", "✖");
      default -> plain(word);
    };
  }

  private static Tag plain(String word) {
    return new Tag(VisibleText.of(word), "neutral foreign", "●");
  }
}
