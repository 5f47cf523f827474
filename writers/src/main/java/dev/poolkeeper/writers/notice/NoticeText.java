package dev.poolkeeper.writers.notice;

import static java.util.Objects.requireNonNull;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A notice in words.
 *
 * @param title one line of plain text; nothing in it is markup
 * @param markdown CommonMark: headings, paragraphs, lists, code, emphasis, links; no HTML, no
 *     pictures, no tables
 */
public record NoticeText(String title, String markdown) {

  public NoticeText {
    requireNonNull(title, "title");
    requireNonNull(markdown, "markdown");
  }

  /** The text as a tree, for whoever writes it in another markup. */
  public Node document() {
    return Parser.builder().build().parse(markdown);
  }
}
