package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;

/** Writes a table for wikis and tickets; nothing in a name can become markup. */
final class MarkdownTable {

  private static final String MARKUP = "\\`*[]|~";

  private final boolean demo;

  MarkdownTable(boolean demo) {
    this.demo = demo;
  }

  <T extends Record> void write(Listing<T> listing, Appendable out) throws IOException {
    if (demo) {
      out.append("**DEMO DATA: everything in this list is made up.**\n\n");
    }
    if (listing.rows().isEmpty()) {
      out.append(listing.emptyText()).append('\n');
      return;
    }
    head(listing, out);
    for (T row : listing.rows()) {
      out.append('|');
      for (Column<T> column : listing.columns()) {
        out.append(' ').append(escaped(column.value().apply(row))).append(" |");
      }
      out.append('\n');
    }
    out.append('\n').append(escaped(listing.summary())).append('\n');
  }

  private static <T extends Record> void head(Listing<T> listing, Appendable out)
      throws IOException {
    StringBuilder rule = new StringBuilder("|");
    out.append('|');
    for (Column<T> column : listing.columns()) {
      out.append(' ').append(column.head()).append(" |");
      rule.append(column.align() == Align.RIGHT ? " ---: |" : " --- |");
    }
    out.append('\n').append(rule).append('\n');
  }

  private static String escaped(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length());
    for (int at = 0; at < visible.length(); at++) {
      char c = visible.charAt(at);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '_' -> escaped.append(insideWord(visible, at) ? "_" : "\\_");
        default -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }

  /** An underscore between letters or digits emphasises nothing. */
  private static boolean insideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
