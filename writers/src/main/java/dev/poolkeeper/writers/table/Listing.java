package dev.poolkeeper.writers.table;

import java.util.List;

/**
 * What a list shows.
 *
 * @param title a noun in the plural, {@code Findings}
 * @param type names the fields even when there are no rows
 * @param columns for people, from left to right
 * @param summary one line of counts below the rows
 * @param emptyText what to say instead of an empty table
 */
public record Listing<T extends Record>(
    String title,
    Class<T> type,
    List<T> rows,
    List<Column<T>> columns,
    String summary,
    String emptyText) {

  public Listing {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a listing needs a column");
    }
  }
}
