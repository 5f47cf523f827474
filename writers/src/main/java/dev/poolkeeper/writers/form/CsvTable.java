package dev.poolkeeper.writers.form;

import dev.poolkeeper.writers.table.TableWriter;
import java.io.IOException;
import java.util.List;

/**
 * A table of a report.
 *
 * @param name of its file, without the ending
 * @param type names the columns even when there are no rows
 */
public record CsvTable<T extends Record>(String name, Class<T> type, List<T> rows) {

  public CsvTable {
    rows = List.copyOf(rows);
  }

  public void write(Appendable out) throws IOException {
    TableWriter.csv(type, rows, out);
  }
}
