package dev.poolkeeper.readers.series;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of {@code series_id,t,value} whose rows are all kept, at any interval; {@code t} is as
 * {@link TimeField} says, an empty value is a missing one.
 */
public final class ObservationFile {

  private static final List<String> COLUMNS = List.of("series_id", "t", "value");
  private static final String EXPECTED =
      "a header series_id,t,value; t a number of days, a date (2026-02-11), a timestamp"
          + " (2026-02-11T02:00:00Z) or Unix seconds; value a number, or empty when missing; one"
          + " value per series and time.";

  /** Takes a row as it was written. */
  public interface Rows {
    void accept(String seriesId, String time, String value);
  }

  private ObservationFile() {}

  /**
   * All series in the order of their first row. Holds 16 bytes per row.
   *
   * @throws InvalidSeriesFile any line that cannot be read, with its number; none is left out
   */
  public static Map<String, ObservedSeries> read(Path file) {
    Map<String, ObservedSeries> all = new LinkedHashMap<>();
    new CsvTable(file, COLUMNS, EXPECTED)
        .read(
            fields -> {
              if (fields[0].isEmpty()) {
                throw new IllegalArgumentException("no series_id");
              }
              TimeField time = TimeField.parse(fields[1]);
              double value = NumberField.parse(fields[2]).orElse(Double.NaN);
              all.computeIfAbsent(fields[0], id -> new ObservedSeries(id, time.clock()))
                  .add(time, value);
            });
    all.values().forEach(series -> refuseContradictions(file, series));
    return all;
  }

  /** Reads the file again, row by row in its order, without holding it. */
  public static void replay(Path file, Rows rows) {
    new CsvTable(file, COLUMNS, EXPECTED)
        .read(fields -> rows.accept(fields[0], fields[1], fields[2]));
  }

  private static void refuseContradictions(Path file, ObservedSeries series) {
    int[] order = series.chronological();
    for (int i = 1; i < order.length; i++) {
      double before = series.value(order[i - 1]);
      double value = series.value(order[i]);
      boolean same = series.time(order[i - 1]) == series.time(order[i]);
      if (same && value != before && !Double.isNaN(value) && !Double.isNaN(before)) {
        String problem =
            " %s has two values for the same time, %s and %s (its rows %d and %d)"
                .formatted(series.id(), before, value, order[i - 1] + 1, order[i] + 1);
        throw InvalidSeriesFile.of(file, List.of(problem), 1, EXPECTED);
      }
    }
  }
}
