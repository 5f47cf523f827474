package dev.poolkeeper.tests.fleet;

import dev.poolkeeper.processors.history.DailySeries;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a made-up fleet as {@code NAME_history.csv}, {@code NAME_future.csv} and {@code
 * NAME_meta.csv}. Arguments: folder, name, seed, volumes.
 */
public final class FleetFiles {

  private FleetFiles() {}

  public static void main(String[] args) throws IOException {
    List<Volume> fleet = StorageFleet.of(Long.parseLong(args[2]), Integer.parseInt(args[3]));
    Path folder = Files.createDirectories(Path.of(args[0]));
    String name = args[1];
    try (PrintWriter history = writer(folder, name + "_history.csv");
        PrintWriter future = writer(folder, name + "_future.csv");
        PrintWriter meta = writer(folder, name + "_meta.csv")) {
      history.println("series_id,t,value");
      future.println("series_id,h,value");
      meta.println("series_id,capacity,regime");
      for (Volume volume : fleet) {
        DailySeries series = volume.history();
        for (int i = 0; i < series.length(); i++) {
          if (series.isKnown(i)) {
            history.printf("%s,%d,%.0f%n", series.id(), series.firstDay() + i, series.value(i));
          }
        }
        for (int h = 0; h < volume.future().length(); h++) {
          future.printf("%s,%d,%.0f%n", series.id(), h + 1, volume.future().value(h));
        }
        String regime = volume.regime().name().toLowerCase(Locale.ROOT);
        meta.printf("%s,%.0f,%s%n", series.id(), volume.capacity(), regime);
      }
    }
  }

  private static PrintWriter writer(Path folder, String file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(folder.resolve(file)));
  }
}
