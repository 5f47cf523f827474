package dev.poolkeeper.writers.chat;

import static dev.poolkeeper.writers.json.CompactJson.object;

import dev.poolkeeper.writers.chat.DigestContent.Fact;
import dev.poolkeeper.writers.chat.DigestContent.Line;
import dev.poolkeeper.writers.chat.DigestContent.Part;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.text.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A report as a message of Slack: blocks, and a line for notifications.
 *
 * <p>Limits: 50 blocks, header 150, section 3,000, 10 fields of 2,000 characters; all blocks
 * together are refused somewhere above 13,000 ({@code msg_blocks_too_long}), which is documented
 * nowhere, so that less urgent lines are left out until they are below {@value #LONGEST}. Source:
 * Slack, reference of blocks; slackapi/bolt-js issue 2509.
 */
final class SlackMessage {

  static final int LONGEST = 12_000;

  private static final int SECTION = 3_000;
  private static final int HEADER = 150;
  private static final int MOST_LINES = 8;
  private static final String DEMO = ":warning: DEMO DATA: everything below is made up.";

  private final CompactJson json = new CompactJson();

  /** {@code text}, {@code blocks} and what keeps Slack from adding previews of links. */
  Map<String, Object> of(DigestContent content) {
    int lines = MOST_LINES;
    List<Object> blocks = blocks(content);
    while (json.text(blocks).length() >= LONGEST && lines > 0) {
      lines--;
      blocks = blocks(content.shortened(lines));
    }
    return object(
        "text",
        SlackText.escaped(TextWidth.cutEnd(content.line(), SECTION / 6)),
        "blocks",
        blocks,
        "unfurl_links",
        false,
        "unfurl_media",
        false);
  }

  private static List<Object> blocks(DigestContent content) {
    List<Object> blocks = new ArrayList<>();
    if (content.demo()) {
      blocks.add(context(DEMO));
    }
    String heading = content.verdict().mark() + " " + content.verdict().word();
    blocks.add(header(heading + " · " + content.heading()));
    blocks.add(
        object(
            "type",
            "section",
            "text",
            markdown(SlackText.escaped(content.summary())),
            "fields",
            content.facts().stream().map(SlackMessage::field).toList()));
    if (!content.headlines().isEmpty()) {
      sections(
          content.headlines().stream().map(line -> "• " + SlackText.escaped(line)).toList(),
          blocks);
    }
    content.parts().forEach(part -> part(part, blocks));
    blocks.add(
        context(
            (content.reportUrl().isEmpty()
                    ? ""
                    : SlackText.link(content.reportUrl(), "The whole report") + " · ")
                + SlackText.escaped(content.origin())));
    return blocks;
  }

  private static void part(Part part, List<Object> blocks) {
    blocks.add(object("type", "divider"));
    List<String> lines = new ArrayList<>(part.lines().stream().map(SlackMessage::line).toList());
    lines.add(0, "*" + part.title() + "*");
    if (!part.more().isEmpty()) {
      lines.add("_" + part.more() + "_");
    }
    sections(lines, blocks);
  }

  /** As many sections as it takes; none of the lines of a line is too long for one. */
  private static void sections(List<String> lines, List<Object> blocks) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.stream().flatMap(String::lines).toList()) {
      if (text.length() + line.length() + 1 > SECTION) {
        blocks.add(section(text.toString()));
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    blocks.add(section(text.toString()));
  }

  private static String line(Line line) {
    StringBuilder text = new StringBuilder(line.mark().isEmpty() ? "•" : line.mark());
    text.append(' ').append(SlackText.escaped(line.text()));
    if (!line.subject().isEmpty()) {
      text.append(": ").append(SlackText.code(line.subject()));
    }
    if (!line.value().isEmpty()) {
      text.append(", ").append(SlackText.escaped(line.value()));
    }
    for (Fact fact : line.details()) {
      text.append("\n>")
          .append(
              "_%s_ %s"
                  .formatted(SlackText.escaped(fact.label()), SlackText.escaped(fact.value())));
    }
    return text.toString();
  }

  private static Map<String, Object> field(Fact fact) {
    return markdown(
        "*%s*\n%s".formatted(SlackText.escaped(fact.label()), SlackText.escaped(fact.value())));
  }

  private static Map<String, Object> header(String text) {
    return object(
        "type",
        "header",
        "text",
        object("type", "plain_text", "text", TextWidth.cutEnd(text, HEADER), "emoji", false));
  }

  private static Map<String, Object> section(String text) {
    return object("type", "section", "text", markdown(text));
  }

  private static Map<String, Object> context(String text) {
    return object("type", "context", "elements", List.of(markdown(text)));
  }

  /** Verbatim: Slack makes no links and mentions of its own of what looks like one. */
  private static Map<String, Object> markdown(String text) {
    return object("type", "mrkdwn", "text", text, "verbatim", true);
  }
}
