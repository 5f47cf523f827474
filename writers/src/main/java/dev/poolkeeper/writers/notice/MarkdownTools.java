package dev.poolkeeper.writers.notice;

import dev.poolkeeper.writers.text.MarkdownText;
import dev.poolkeeper.writers.text.VisibleText;

/** What templates can call as {@code md}. */
public final class MarkdownTools {

  MarkdownTools() {}

  /** Text to be copied, on one line. */
  public MarkdownFragment code(String text) {
    return fragment(MarkdownText.code(text));
  }

  /** Text to be copied, in lines of its own, whatever is in it. */
  public MarkdownFragment block(String text) {
    String visible = VisibleText.of(text);
    String fence = "```";
    while (visible.contains(fence)) {
      fence += "`";
    }
    return fragment(fence + "\n" + visible + "\n" + fence);
  }

  /** A link; a URL that cannot be one stays text. */
  public MarkdownFragment link(String text, String url) {
    return fragment(
        url.matches("https?://[^\\s<>()\\\\]+")
            ? "[%s](%s)".formatted(MarkdownText.of(text), url)
            : MarkdownText.of(text + ": " + url));
  }

  private static MarkdownFragment fragment(String markdown) {
    return MarkdownFormat.INSTANCE.markup(markdown);
  }
}
