package dev.poolkeeper.writers.table;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180 strictly, to check what was written. */
public final class CsvRows {

  private final String text;
  private int at;

  private CsvRows(String text) {
    this.text = text;
  }

  public static List<List<String>> parse(String text) {
    CsvRows rows = new CsvRows(text);
    List<List<String>> parsed = new ArrayList<>();
    while (rows.at < text.length()) {
      parsed.add(rows.row());
    }
    return parsed;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    if (!text.startsWith("\r\n", at)) {
      throw new IllegalStateException("no line end at " + at);
    }
    at += 2;
    return cells;
  }

  private String cell() {
    if (text.charAt(at) != '"') {
      int start = at;
      while (",\"\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }
    StringBuilder cell = new StringBuilder();
    at++;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 1 : 0;
      cell.append(text.charAt(at++));
    }
    at++;
    return cell.toString();
  }
}
