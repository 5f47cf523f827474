package dev.poolkeeper.readers.series;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A file of {@code series_id,capacity}, in the unit of the series; other columns are left alone.
 */
public final class CapacityFile {

  private static final String EXPECTED =
      "a header with series_id,capacity; one row per series; capacity a number, or empty when"
          + " unknown.";

  private CapacityFile() {}

  /**
   * The known capacities.
   *
   * @throws InvalidSeriesFile any line that cannot be read, or a series twice
   */
  public static Map<String, Double> read(Path file) {
    Map<String, Double> capacities = new HashMap<>();
    new CsvTable(file, List.of("series_id", "capacity"), EXPECTED)
        .read(
            fields -> {
              OptionalDouble capacity = NumberField.parse(fields[1]);
              if (capacity.isPresent()
                  && capacities.put(fields[0], capacity.getAsDouble()) != null) {
                throw new IllegalArgumentException("a second capacity of " + fields[0]);
              }
            });
    return Map.copyOf(capacities);
  }
}
