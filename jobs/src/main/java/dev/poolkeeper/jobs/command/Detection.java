package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.DayJudgement;
import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.processors.anomaly.ObservationDetector;
import dev.poolkeeper.readers.series.ObservedSeries;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The judgements of all rows of a file, and what is told about them. */
final class Detection {

  private static final int TOLD = 20;

  private final Map<String, DayJudgement[]> judgements = new HashMap<>();
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
    DayJudgement[] inFileOrder = new DayJudgement[order.length];
    judgements.put(series.id(), inFileOrder);
    rows += order.length;
    try {
      ObservationDetector.Judged judged = detector.judge(times, series.clock(), values, material);
      for (int i = 0; i < order.length; i++) {
        DayJudgement judgement = judged.rows().get(i);
        inFileOrder[order[i]] = judgement;
        judgement.alarm().ifPresent(kind -> alarms.merge(kind, 1, Integer::sum));
      }
      if (judged.doubted() > 0) {
        String what = CountText.of(judged.doubted(), "reading");
        notes.add(
            series.id() + ": " + what + " not believed, fell to nothing or came back at once");
      }
    } catch (IllegalArgumentException e) {
      Arrays.fill(inFileOrder, DayJudgement.QUIET);
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

    private final Map<String, Integer> next = new HashMap<>();

    DayJudgement next(String id) {
      int row = next.merge(id, 1, Integer::sum) - 1;
      DayJudgement[] rowsOfSeries = judgements.get(id);
      if (rowsOfSeries == null || row >= rowsOfSeries.length) {
        throw new NothingToShow(
            "The file of series changed while it was read. Next: run it again on a file at rest.");
      }
      return rowsOfSeries[row];
    }
  }
}
