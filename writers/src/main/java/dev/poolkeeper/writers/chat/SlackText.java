package dev.poolkeeper.writers.chat;

import dev.poolkeeper.writers.text.VisibleText;

/**
 * Writes texts so that Slack shows them as they are: nothing in a name can call anybody, link
 * anywhere or end a span. Source: Slack, "Formatting message text", escaping text.
 */
final class SlackText {

  private SlackText() {}

  /** Within mrkdwn. Signs that would format have look-alikes: Slack has no escape for them. */
  static String escaped(String text) {
    return angles(VisibleText.of(text)).replace('*', '∗').replace('~', '∼').replace('`', 'ˋ');
  }

  /** To be copied; only a backtick is another. */
  static String code(String text) {
    return text.isEmpty() ? "" : "`" + angles(VisibleText.of(text)).replace('`', 'ˋ') + "`";
  }

  /**
   * Mentions, links and channels are all written in angle brackets; without those they are text.
   */
  static String angles(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A link; a URL that would end it early stays text. */
  static String link(String url, String text) {
    return url.matches("https?://[^\\s<>|]+")
        ? "<%s|%s>".formatted(url.replace("&", "&amp;"), escaped(text))
        : escaped(text + ": " + url);
  }
}
