package dev.poolkeeper.readers.series;

import dev.poolkeeper.processors.history.DailySeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of {@code series_id,t,value}: any number of series, rows in any order. {@code t} is a
 * whole number, an ISO date or an ISO timestamp; an empty value, {@code NaN} or {@code null} is a
 * missing one, as is a day without a row.
 */
public final class SeriesFile {

  private static final String EXPECTED =
      "a header series_id,t,value; t a whole number, a date (2026-02-11) or a timestamp (2026-02-11T02:00:00Z); value a number, or empty when missing; one value per series and time.";

  private SeriesFile() {}

  /**
   * All series, sorted by id, so that the order of rows means nothing. Holds the values of the
   * whole file: 8 bytes per day and series.
   *
   * @throws InvalidSeriesFile any line that cannot be read; none is left out silently
   */
  public static List<DailySeries> read(Path file) {
    TreeMap<String, SeriesGrid> grids = new TreeMap<>();
    new CsvTable(file, List.of("series_id", "t", "value"), EXPECTED)
        .read(
            fields -> {
              String id = fields[0];
              if (id.isEmpty()) {
                throw new IllegalArgumentException("no series_id");
              }
              DayField day = DayField.parse(fields[1]);
              double value = NumberField.parse(fields[2]).orElse(Double.NaN);
              grids.computeIfAbsent(id, key -> new SeriesGrid(key, day)).add(day, value);
            });
    List<DailySeries> series = new ArrayList<>(grids.size());
    while (!grids.isEmpty()) {
      Optional.ofNullable(grids.pollFirstEntry())
          .ifPresent(entry -> series.add(entry.getValue().toSeries()));
    }
    return series;
  }
}
