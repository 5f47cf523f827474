package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.DayJudgement;
import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.processors.anomaly.ObservationDetector;
import dev.poolkeeper.readers.series.ObservedSeries;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The judgements of all rows of a file, 8 bytes each, and what is told about them. Words are made
 * for those that alarm only, and dropped.
 */
final class Detection {

  private static final int TOLD = 20;

  /** Of the rows of one series, in the order of the file. */
  private static final class SeriesRows {

    private final double[] scores;
    private final Map<Integer, AnomalyKind> alarms = new HashMap<>();

    SeriesRows(int rows) {
      scores = new double[rows];
    }
  }

  private final Map<String, SeriesRows> judgements = new HashMap<>();
  private final Map<AnomalyKind, Integer> alarms = new EnumMap<>(AnomalyKind.class);
  private final List<String> notes = new ArrayList<>();
  private long rows;

  private Detection() {}

  /**
   * @param materiality of a series, by its id
   */
  static Detection of(
      Map<String, ObservedSeries> all,
      ObservationDetector detector,
      Function<String, Materiality> materiality) {
    Detection detection = new Detection();
    all.values()
        .forEach(series -> detection.judge(series, detector, materiality.apply(series.id())));
    return detection;
  }

  private void judge(ObservedSeries series, ObservationDetector detector, Materiality material) {
    int[] order = series.chronological();
    double[] times = Arrays.stream(order).mapToDouble(series::time).toArray();
    double[] values = Arrays.stream(order).mapToDouble(series::value).toArray();
    SeriesRows inFileOrder = new SeriesRows(order.length);
    judgements.put(series.id(), inFileOrder);
    rows += order.length;
    try {
      ObservationDetector.Judged judged = detector.judge(times, series.clock(), values, material);
      for (int i = 0; i < order.length; i++) {
        DayJudgement judgement = judged.rows().get(i);
        int row = order[i];
        inFileOrder.scores[row] = judgement.score();
        judgement
            .alarm()
            .ifPresent(
                kind -> {
                  inFileOrder.alarms.put(row, kind);
                  alarms.merge(kind, 1, Integer::sum);
                });
      }
      if (judged.doubted() > 0) {
        String what = CountText.of(judged.doubted(), "reading");
        notes.add(
            series.id() + ": " + what + " not believed, fell to nothing or came back at once");
      }
    } catch (IllegalArgumentException e) {
      notes.add(series.id() + " was not judged: " + e.getMessage());
    }
  }

  Cursor cursor() {
    return new Cursor();
  }

  void tell(PrintStream err) {
    int count = alarms.values().stream().mapToInt(Integer::intValue).sum();
    String classes =
        alarms.entrySet().stream()
            .map(entry -> entry.getKey().label() + " " + CountText.of(entry.getValue()))
            .collect(Collectors.joining(", "));
    err.printf(
        "%s in %s of %s%s%n",
        CountText.of(count, "anomaly", "anomalies"),
        CountText.of(rows, "row"),
        CountText.of(judgements.size(), "series", "series"),
        classes.isEmpty() ? "" : ": " + classes);
    notes.stream().limit(TOLD).forEach(note -> err.println(VisibleText.of(note)));
    if (notes.size() > TOLD) {
      err.println("and " + CountText.of(notes.size() - TOLD, "further series", "further series"));
    }
  }

  /** Hands out the judgements of each series in the order of its rows. */
  final class Cursor {

    /** Takes one judgement. */
    interface Row {
      void accept(double score, Optional<AnomalyKind> alarm) throws IOException;
    }

    private final Map<String, Integer> next = new HashMap<>();

    void next(String id, Row row) throws IOException {
      int at = next.merge(id, 1, Integer::sum) - 1;
      SeriesRows series = judgements.get(id);
      if (series == null || at >= series.scores.length) {
        throw new NothingToShow(
            "The file of series changed while it was read. Next: run it again on a file at rest.");
      }
      row.accept(series.scores[at], Optional.ofNullable(series.alarms.get(at)));
    }
  }
}
