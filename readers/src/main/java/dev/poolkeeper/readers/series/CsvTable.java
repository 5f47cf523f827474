package dev.poolkeeper.readers.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comma separated file with a header, read row by row. Columns are found by name, in any order;
 * further columns are left alone, empty lines skipped. Problems are collected, so that one run
 * tells all of them.
 */
final class CsvTable {

  private static final int TOLD = 20;

  /** Takes the wanted fields of a row; what is wrong with it, it throws as the text to show. */
  interface Rows {
    void accept(String[] fields);
  }

  private final Path file;
  private final List<String> columns;
  private final String expected;
  private final List<String> problems = new ArrayList<>();
  private long problemCount;

  /**
   * @param columns the wanted ones, in the order the rows are handed out in
   * @param expected what a good file looks like, for the message about a bad one
   */
  CsvTable(Path file, List<String> columns, String expected) {
    this.file = file;
    this.columns = columns;
    this.expected = expected;
  }

  /**
   * @throws InvalidSeriesFile not readable, columns missing, or any row refused
   */
  void read(Rows rows) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      int[] positions = header(reader.readLine());
      String[] fields = new String[columns.size()];
      long number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          row(line, number, positions, fields, rows);
        }
      }
    } catch (IOException e) {
      throw InvalidSeriesFile.unreadable(file, e);
    }
    if (problemCount > 0) {
      throw InvalidSeriesFile.of(file, problems, problemCount, expected);
    }
  }

  private int[] header(@Nullable String line) {
    if (line == null) {
      throw InvalidSeriesFile.of(file, List.of("1: the file is empty"), 1, expected);
    }
    String plain = line.startsWith("\uFEFF") ? line.substring(1) : line;
    List<String> names = CsvLine.split(plain.toLowerCase(Locale.ROOT));
    int[] positions = columns.stream().mapToInt(names::indexOf).toArray();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] < 0) {
        String problem = "1: no column %s, seen: %s".formatted(columns.get(i), shortened(plain));
        throw InvalidSeriesFile.of(file, List.of(problem), 1, expected);
      }
    }
    return positions;
  }

  private void row(String line, long number, int[] positions, String[] fields, Rows rows) {
    try {
      List<String> seen = CsvLine.split(line);
      for (int i = 0; i < positions.length; i++) {
        if (positions[i] >= seen.size()) {
          throw new IllegalArgumentException("no field for column " + columns.get(i));
        }
        fields[i] = seen.get(positions[i]);
      }
      rows.accept(fields);
    } catch (IllegalArgumentException e) {
      problemCount++;
      if (problems.size() < TOLD) {
        problems.add("%d: %s, seen: %s".formatted(number, e.getMessage(), shortened(line)));
      }
    }
  }

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "…";
  }
}
