package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.text.MarkdownText;
import java.io.IOException;

/** Writes a table for wikis and tickets; nothing in a name can become markup. */
final class MarkdownTable {

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
        out.append(' ').append(MarkdownText.of(column.value().apply(row))).append(" |");
      }
      out.append('\n');
    }
    out.append('\n').append(MarkdownText.of(listing.summary())).append('\n');
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
}
