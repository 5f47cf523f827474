package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.table.TerminalTable.Placed;
import dev.poolkeeper.writers.text.TextWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides which columns a terminal has room for, and how much each gets.
 *
 * <p>Columns without any text are left out. While even the least widths do not fit, the least
 * important column goes, the right one of equals. Then the widest cuttable columns give way first,
 * so that short ones stay whole. A lone column gets what there is.
 */
final class ColumnLayout {

  /** Room for the names that a list is about; other columns go before they are cut further. */
  private static final int LEAST_SUBJECT = 48;

  private static final int LEAST_SHORT_SUBJECT = 32;
  private static final int LEAST_NAME = 20;
  private static final int LEAST_SENTENCE = 12;

  private final int width;
  private final int gap;

  ColumnLayout(int width, int gap) {
    this.width = width;
    this.gap = gap;
  }

  /**
   * @param cells the rows' texts, one per column
   */
  <T> List<Placed<T>> place(List<Column<T>> columns, List<List<String>> cells) {
    List<Placed<T>> natural = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      int widest = widest(cells, index);
      if (widest > 0 || index == 0) {
        Column<T> column = columns.get(index);
        natural.add(new Placed<>(column, index, Math.max(widest, TextWidth.of(column.head()))));
      }
    }
    return shrink(drop(natural));
  }

  private static int widest(List<List<String>> cells, int index) {
    return cells.stream().mapToInt(row -> TextWidth.of(row.get(index))).max().orElse(0);
  }

  private <T> List<Placed<T>> drop(List<Placed<T>> natural) {
    List<Placed<T>> kept = new ArrayList<>(natural);
    while (kept.size() > 1
        && kept.stream().mapToInt(ColumnLayout::least).sum() + gaps(kept) > width) {
      kept.stream()
          .max(
              Comparator.comparingInt((Placed<T> placed) -> placed.column().priority())
                  .thenComparingInt(Placed::index))
          .ifPresent(kept::remove);
    }
    return kept;
  }

  private <T> List<Placed<T>> shrink(List<Placed<T>> kept) {
    int excess = kept.stream().mapToInt(Placed::width).sum() + gaps(kept) - width;
    int cap = kept.stream().mapToInt(Placed::width).max().orElse(0);
    List<Placed<T>> fitted = kept;
    while (excess > 0 && cap > 1) {
      cap--;
      fitted = capped(kept, cap);
      excess = fitted.stream().mapToInt(Placed::width).sum() + gaps(fitted) - width;
    }
    return excess <= 0 ? fitted : List.of(lone(kept.get(0)));
  }

  private static <T> List<Placed<T>> capped(List<Placed<T>> kept, int cap) {
    return kept.stream()
        .map(p -> new Placed<>(p.column(), p.index(), Math.max(Math.min(p.width(), cap), least(p))))
        .toList();
  }

  private <T> Placed<T> lone(Placed<T> placed) {
    return new Placed<>(placed.column(), placed.index(), width);
  }

  private static int least(Placed<?> placed) {
    return switch (placed.column().fit()) {
      case WHOLE, WORD -> placed.width();
      case SUBJECT -> Math.min(placed.width(), LEAST_SUBJECT);
      case SHORT_SUBJECT -> Math.min(placed.width(), LEAST_SHORT_SUBJECT);
      case NAME -> Math.min(placed.width(), LEAST_NAME);
      case SENTENCE -> Math.min(placed.width(), LEAST_SENTENCE);
    };
  }

  private int gaps(List<?> columns) {
    return gap * (columns.size() - 1);
  }
}
