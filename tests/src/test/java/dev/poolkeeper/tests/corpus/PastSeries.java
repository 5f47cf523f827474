package dev.poolkeeper.tests.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.watch.Circumstances;
import dev.poolkeeper.processors.anomaly.watch.NightCollector;
import dev.poolkeeper.processors.anomaly.watch.SeriesMemory;
import dev.poolkeeper.processors.anomaly.watch.SeriesWatch;
import dev.poolkeeper.processors.anomaly.watch.WatchPolicy;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.processors.history.Measure;
import dev.poolkeeper.processors.history.SeriesHistory;
import dev.poolkeeper.processors.history.SeriesKey;
import dev.poolkeeper.processors.history.SeriesKind;
import dev.poolkeeper.processors.history.SeriesPlace;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.writers.text.AmountText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The past of a scenario: {@code history.csv} with columns series_id (subject, blank, measure), t
 * and value, judged as the first night of a ledger would. Without that file there is none.
 */
final class PastSeries {

  private PastSeries() {}

  /** And whether claims are judged, which a file protection.txt asks for: by the default policy. */
  static Trends trends(Path folder, Inventory inventory) {
    Trends past = past(folder, inventory);
    return Files.exists(folder.resolve("protection.txt"))
        ? past.withProtection(ProtectionPolicy.DEFAULT)
        : past;
  }

  private static Trends past(Path folder, Inventory inventory) {
    Path file = folder.resolve("history.csv");
    if (!Files.exists(file)) {
      return Trends.none();
    }
    LocalDate night = LocalDate.ofInstant(inventory.estate().capturedAt(), ZoneOffset.UTC);
    SeriesWatch watch =
        new SeriesWatch(
            night, Optional.empty(), AlarmThresholds.SHIPPED, WatchPolicy.DEFAULT, AmountText::of);
    NightCollector collector = new NightCollector();
    read(file)
        .forEach(
            (id, days) -> collector.add(watch.watch(history(id, days, night), SeriesMemory.NONE)));
    return Trends.none()
        .withAnomalies(
            collector
                .close(night, Optional.empty(), Optional.empty(), Circumstances.none())
                .anomalies());
  }

  private static Map<String, Map<LocalDate, Double>> read(Path file) {
    Map<String, Map<LocalDate, Double>> series = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file, UTF_8)) {
        String[] row = line.split(",", -1);
        if (!row[0].equals("series_id")) {
          series
              .computeIfAbsent(row[0], id -> new TreeMap<>())
              .put(LocalDate.parse(row[1]), Double.valueOf(row[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return series;
  }

  private static SeriesHistory history(String id, Map<LocalDate, Double> days, LocalDate night) {
    LocalDate first = days.keySet().iterator().next();
    double[] values = new double[(int) (night.toEpochDay() - first.toEpochDay()) + 1];
    Arrays.fill(values, Double.NaN);
    days.forEach((day, value) -> values[(int) (day.toEpochDay() - first.toEpochDay())] = value);
    String[] named = id.split(" ", 2);
    SeriesKey key = new SeriesKey(Subject.parse(named[0]), Measure.of(named[1]));
    return new SeriesHistory(
        1,
        key,
        kind(key),
        place(key.subject()),
        Optional.empty(),
        DailySeries.of(id, DayAxis.DATE, first.toEpochDay(), values),
        0,
        0);
  }

  private static SeriesKind kind(SeriesKey key) {
    return switch (key.measure()) {
      case LIVE -> SeriesKind.VOLUME;
      case FILLED -> SeriesKind.CLAIM;
      case USED -> SeriesKind.POOL;
      case SNAPSHOTS, VOLUMES -> SeriesKind.COUNT;
    };
  }

  private static SeriesPlace place(Subject subject) {
    String pool = subject.source() + "/pools/" + subject.name().split("/", 2)[0];
    boolean dataset = subject.path().startsWith("datasets/");
    return new SeriesPlace(
        subject.source(),
        Optional.of(Subject.parse(pool)),
        dataset ? Optional.of(subject) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
