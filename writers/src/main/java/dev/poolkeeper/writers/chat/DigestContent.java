package dev.poolkeeper.writers.chat;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.text.CountText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message in a chat says of a run, whatever the chat: texts that are formatted, harmless and
 * of a bounded length; absence is an empty text or list.
 *
 * @param about which run's result it is, as {@code nightly/2026-02-11}
 * @param demo whether all of it is made up
 * @param heading what it is about, with the day
 * @param summary the verdict in a sentence
 * @param facts a handful of short values
 * @param headlines sentences, most important first
 * @param reportUrl where the whole report is; may be empty
 * @param origin who says so
 */
record DigestContent(
    String about,
    boolean demo,
    Tag verdict,
    String heading,
    String summary,
    List<Fact> facts,
    List<String> headlines,
    List<Part> parts,
    String reportUrl,
    String origin) {

  /** Label of what only compares nights with each other. */
  static final String SCORE = "Score";

  /** A label and what belongs to it. */
  record Fact(String label, String value) {}

  /**
   * One thing.
   *
   * @param mark of its severity
   * @param subject what it is about, as lists write it; may be empty
   * @param value how much; may be empty
   * @param details what else is to be said
   */
  record Line(String mark, String text, String subject, String value, List<Fact> details) {

    Line {
      details = details.stream().filter(fact -> !fact.value().isEmpty()).toList();
    }
  }

  /**
   * Things of one sort.
   *
   * @param omitted how many there are beside those listed
   */
  record Part(String title, List<Line> lines, int omitted) {

    Part {
      lines = List.copyOf(lines);
    }

    /** The first ones. */
    static Part first(String title, List<Line> all, int most) {
      List<Line> lines = all.stream().limit(most).toList();
      return new Part(title, lines, all.size() - lines.size());
    }

    Part shortened(int most) {
      int kept = Math.min(most, lines.size());
      return new Part(title, lines.subList(0, kept), omitted + lines.size() - kept);
    }

    /** What is not listed; empty when all is. */
    String more() {
      return omitted == 0 ? "" : "and %s more, in the report".formatted(CountText.of(omitted));
    }
  }

  DigestContent {
    requireNonNull(about, "about");
    facts = List.copyOf(facts);
    headlines = List.copyOf(headlines);
    parts = parts.stream().filter(part -> !part.lines().isEmpty() || part.omitted() > 0).toList();
  }

  /** One line that says the most, for notifications. */
  String line() {
    String said =
        facts.stream()
            .filter(fact -> !fact.label().equals(SCORE))
            .limit(2)
            .map(fact -> fact.label() + ": " + fact.value())
            .collect(Collectors.joining("; "));
    return "%s%s: %s. %s".formatted(demo ? "DEMO DATA: " : "", verdict.word(), heading, said);
  }

  /** The same with at most so many lines of each sort. */
  DigestContent shortened(int most) {
    return new DigestContent(
        about,
        demo,
        verdict,
        heading,
        summary,
        facts,
        headlines.subList(0, Math.min(most, headlines.size())),
        parts.stream().map(part -> part.shortened(most)).toList(),
        reportUrl,
        origin);
  }
}
