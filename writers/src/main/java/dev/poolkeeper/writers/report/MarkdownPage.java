package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.text.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Builds a Markdown document (GitHub's flavour); every text is escaped, whoever gave it. */
final class MarkdownPage {

  private final StringBuilder text = new StringBuilder();

  MarkdownPage heading(int level, String heading) {
    return block("#".repeat(level) + " " + MarkdownText.of(heading));
  }

  /** Nothing for an empty text. */
  MarkdownPage paragraph(String words) {
    return words.isEmpty() ? this : block(MarkdownText.of(words));
  }

  MarkdownPage strong(String words) {
    return block("**" + MarkdownText.of(words) + "**");
  }

  MarkdownPage command(String before, String command) {
    return block(MarkdownText.of(before) + " " + MarkdownText.code(command));
  }

  /** Nothing for an empty list. */
  MarkdownPage bullets(List<String> lines) {
    return marked(lines.stream().map(MarkdownText::of).toList(), "- ");
  }

  /** The same of lines that are Markdown already. */
  MarkdownPage marked(List<String> lines, String mark) {
    return lines.isEmpty()
        ? this
        : block(String.join("\n", lines.stream().map(line -> mark + line).toList()));
  }

  /**
   * A table; nothing without rows.
   *
   * @param heads those that begin with {@code >} are of numbers
   */
  MarkdownPage table(List<String> heads, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    List<String> lines = new ArrayList<>();
    lines.add(row(heads.stream().map(head -> head.replaceFirst("^>", "")).toList()));
    lines.add(
        "|"
            + String.join(
                "|", heads.stream().map(h -> h.startsWith(">") ? " ---: " : " --- ").toList())
            + "|");
    rows.forEach(row -> lines.add(row(row)));
    return block(String.join("\n", lines));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(MarkdownText::of).toList()) + " |";
  }

  private MarkdownPage block(String block) {
    text.append(text.length() == 0 ? "" : "\n").append(block).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
