package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.json.CompactJson.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.writers.chat.DigestContent.Fact;
import dev.poolkeeper.writers.chat.DigestContent.Line;
import dev.poolkeeper.writers.chat.DigestContent.Part;
import dev.poolkeeper.writers.json.CompactJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A report as an Adaptive Card 1.4. Names stand in text runs, which know no markup; what stands in
 * facts is escaped. Teams refuses messages of about 28 KB, so that less urgent lines are left out
 * until the whole is below {@value #LONGEST} bytes. Source: Adaptive Cards, schema explorer
 * (TextRun: "Markdown is not supported"); Microsoft Teams, limits of webhooks.
 */
final class TeamsCard {

  static final int LONGEST = 26_000;

  private static final int MOST_LINES = 8;
  private static final String TYPE = "type";
  private static final String TEXT = "text";

  private final CompactJson json = new CompactJson();

  /** The whole message. */
  String of(DigestContent content) {
    int lines = MOST_LINES;
    String message = message(card(content));
    while (message.getBytes(UTF_8).length >= LONGEST && lines > 0) {
      lines--;
      message = message(card(content.shortened(lines)));
    }
    return message;
  }

  /** A card with one line of text. */
  String of(String line) {
    return message(card(List.of(paragraph(List.of(run(line)))), List.of()));
  }

  private String message(Map<String, Object> card) {
    return json.text(
        object(
            TYPE,
            "message",
            "attachments",
            List.of(
                object(
                    "contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
  }

  private static Map<String, Object> card(DigestContent content) {
    List<Object> body = new ArrayList<>();
    if (content.demo()) {
      body.add(paragraph(List.of(styled("DEMO DATA: everything below is made up.", "Warning"))));
    }
    body.add(
        paragraph(
            List.of(
                large(
                    content.verdict().mark() + " " + content.verdict().word(),
                    tone(content.verdict().tone())),
                large("  " + content.heading(), "Default"))));
    body.add(paragraph(List.of(run(content.summary()))));
    body.add(
        object(TYPE, "FactSet", "facts", content.facts().stream().map(TeamsCard::fact).toList()));
    content.headlines().forEach(line -> body.add(paragraph(List.of(run("• " + line)))));
    content.parts().forEach(part -> part(part, body));
    body.add(paragraph(List.of(subtle(content.origin()))));
    return card(
        body,
        content.reportUrl().isEmpty()
            ? List.of()
            : List.of(
                object(
                    TYPE,
                    "Action.OpenUrl",
                    "title",
                    "The whole report",
                    "url",
                    content.reportUrl())));
  }

  private static Map<String, Object> card(List<?> body, List<?> actions) {
    Map<String, Object> card =
        object(
            TYPE,
            "AdaptiveCard",
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "version",
            "1.4",
            "msteams",
            object("width", "Full"),
            "body",
            body);
    if (!actions.isEmpty()) {
      card.put("actions", actions);
    }
    return card;
  }

  private static void part(Part part, List<Object> body) {
    Map<String, Object> title = paragraph(List.of(bold(part.title())));
    title.put("separator", true);
    body.add(title);
    part.lines().forEach(line -> line(line, body));
    if (!part.more().isEmpty()) {
      body.add(paragraph(List.of(subtle(part.more()))));
    }
  }

  private static void line(Line line, List<Object> body) {
    List<Object> runs = new ArrayList<>();
    runs.add(run((line.mark().isEmpty() ? "•" : line.mark()) + " " + line.text()));
    if (!line.subject().isEmpty()) {
      runs.add(run(": "));
      runs.add(object(TYPE, "TextRun", TEXT, line.subject(), "fontType", "Monospace"));
    }
    if (!line.value().isEmpty()) {
      runs.add(run(", " + line.value()));
    }
    body.add(paragraph(runs));
    for (Fact detail : line.details()) {
      Map<String, Object> below =
          paragraph(List.of(subtle(detail.label() + ": "), run(detail.value())));
      below.put("spacing", "None");
      body.add(below);
    }
  }

  private static Map<String, Object> fact(Fact fact) {
    return object("title", escaped(fact.label()), "value", escaped(fact.value()));
  }

  /** Facts are read as Markdown; a backslash before a sign makes it stand for itself. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\](){}#~<>|!])", "\\\\$1");
  }

  private static Map<String, Object> paragraph(List<?> runs) {
    return object(TYPE, "RichTextBlock", "inlines", runs);
  }

  private static Map<String, Object> run(String text) {
    return object(TYPE, "TextRun", TEXT, text);
  }

  private static Map<String, Object> bold(String text) {
    return object(TYPE, "TextRun", TEXT, text, "weight", "Bolder");
  }

  private static Map<String, Object> styled(String text, String color) {
    return object(TYPE, "TextRun", TEXT, text, "weight", "Bolder", "color", color);
  }

  private static Map<String, Object> large(String text, String color) {
    return object(TYPE, "TextRun", TEXT, text, "size", "Large", "weight", "Bolder", "color", color);
  }

  private static Map<String, Object> subtle(String text) {
    return object(TYPE, "TextRun", TEXT, text, "isSubtle", true);
  }

  private static String tone(String tone) {
    return switch (tone) {
      case "ok" -> "Good";
      case "warning", "incomplete" -> "Warning";
      case "critical" -> "Attention";
      default -> "Default";
    };
  }
}
