package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a list for a terminal: no line is wider than it, nothing in a name can drive it. */
final class TerminalTable {

  private static final String GAP = "  ";

  private final int width;
  private final Palette palette;
  private final boolean demo;

  TerminalTable(int width, boolean colour, boolean demo) {
    this.width = Math.max(width, 1);
    this.palette = new Palette(colour);
    this.demo = demo;
  }

  <T extends Record> void write(Listing<T> listing, Appendable out) throws IOException {
    if (demo) {
      line(palette.alarm(cut("DEMO DATA: all of this is made up")), out);
    }
    if (listing.rows().isEmpty()) {
      line(cut(listing.emptyText()), out);
      return;
    }
    List<List<String>> cells = new ArrayList<>();
    for (T row : listing.rows()) {
      cells.add(listing.columns().stream().map(c -> shown(c.value().apply(row))).toList());
    }
    List<Placed<T>> placed = new ColumnLayout(width, GAP.length()).place(listing.columns(), cells);
    line(joined(placed, column -> cell(column, column.column().head(), false)), out);
    line(joined(placed, column -> "-".repeat(column.width())), out);
    for (List<String> row : cells) {
      line(joined(placed, column -> cell(column, row.get(column.index()), true)), out);
    }
    out.append('\n');
    for (String line : wrapped(listing.summary())) {
      line(line, out);
    }
  }

  /** In lines between words; what is longer than a line is cut. */
  private List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : shown(text).split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && TextWidth.of(longer) > width) {
        lines.add(cut(line));
        longer = word;
      }
      line = longer;
    }
    lines.add(cut(line));
    return lines;
  }

  /** A column that is shown, with its place among all and the room it has. */
  record Placed<T>(Column<T> column, int index, int width) {}

  private interface Cell<T> {
    String of(Placed<T> column);
  }

  private static <T> String joined(List<Placed<T>> placed, Cell<T> cell) {
    return String.join(GAP, placed.stream().map(cell::of).toList());
  }

  private String cell(Placed<?> placed, String text, boolean body) {
    Column.Fit fit = placed.column().fit();
    String fitted =
        fit.named()
            ? TextWidth.cutMiddle(text, placed.width())
            : TextWidth.cutEnd(text, placed.width());
    String padding = " ".repeat(Math.max(0, placed.width() - TextWidth.of(fitted)));
    String painted = body && fit == Column.Fit.WORD ? palette.paint(fitted) : fitted;
    return placed.column().align() == Align.RIGHT ? padding + painted : painted + padding;
  }

  private static String shown(String text) {
    return VisibleText.of(text);
  }

  private String cut(String text) {
    return TextWidth.cutEnd(shown(text), width);
  }

  private static void line(String text, Appendable out) throws IOException {
    out.append(text.stripTrailing()).append('\n');
  }
}
