package dev.poolkeeper.writers.table;

import dev.poolkeeper.writers.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a list in the format that was asked for.
 *
 * <p>TABLE and MARKDOWN carry the columns for people and say when the data is made up; JSON, YAML
 * and CSV carry every field and nothing else.
 */
public final class TableWriter {

  private final TableFormat format;
  private final TerminalTable terminal;
  private final MarkdownTable markdown;

  /**
   * @param terminalWidth columns no line of a TABLE may exceed
   * @param colour whether a TABLE may use ANSI colours
   * @param demo whether the data is made up
   */
  public TableWriter(TableFormat format, int terminalWidth, boolean colour, boolean demo) {
    this.format = format;
    this.terminal = new TerminalTable(terminalWidth, colour, demo);
    this.markdown = new MarkdownTable(demo);
  }

  public <T extends Record> void write(Listing<T> listing, Appendable out) {
    try {
      switch (format) {
        case TABLE -> terminal.write(listing, out);
        case JSON ->
            out.append(ContractJson.json().writeValueAsString(listing.rows())).append('\n');
        case YAML -> new YamlList(ContractJson.yaml()).write(listing, out);
        case CSV -> csv(listing.type(), listing.rows(), out);
        case MARKDOWN -> markdown.write(listing, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The list of " + listing.title() + " could not be written: " + e.getMessage(), e);
    }
  }

  /**
   * Writes rows as CSV: a header line of all fields, then a line for each row, safe to open in a
   * spreadsheet.
   *
   * @param type names the fields even when there are no rows; none of them is a record itself
   */
  public static <T extends Record> void csv(Class<T> type, List<T> rows, Appendable out)
      throws IOException {
    new CsvList(ContractJson.json()).write(type, rows, out);
  }
}
