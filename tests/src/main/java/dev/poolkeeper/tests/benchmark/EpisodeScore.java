package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyDetector;
import dev.poolkeeper.processors.anomaly.AnomalyScan;
import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.tests.benchmark.LabelledSeries.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many events were found, and how many alarms were false.
 *
 * <p>An event is found when an alarm falls within its days. Alarms up to 35 days after it are its
 * echo and count for nothing; others closer than seven days are one.
 */
final class EpisodeScore {

  private static final int ECHO = 35;
  private static final int APART = 7;

  private final Map<String, List<Integer>> delays = new TreeMap<>();
  private final Map<String, Integer> events = new TreeMap<>();
  private int falseAlarms;
  private long nights;

  static EpisodeScore of(List<LabelledSeries> fleet, AlarmThresholds thresholds) {
    EpisodeScore score = new EpisodeScore();
    for (LabelledSeries series : fleet) {
      score.add(series, AnomalyDetector.scan(series.values(), thresholds, Materiality.ANY));
    }
    return score;
  }

  private void add(LabelledSeries series, AnomalyScan scan) {
    nights += LabelledSeries.DAYS - LabelledSeries.FIRST_SCORED;
    series.event().ifPresent(event -> events.merge(event.kind(), 1, Integer::sum));
    int last = -2 * APART;
    boolean found = false;
    for (int day = LabelledSeries.FIRST_SCORED; day < LabelledSeries.DAYS; day++) {
      int at = day;
      boolean inside = series.event().filter(e -> at >= e.first() && at <= e.last()).isPresent();
      boolean echo = series.event().filter(e -> at > e.last() && at <= e.last() + ECHO).isPresent();
      if (scan.days().get(day).alarm().isEmpty() || echo) {
        continue;
      }
      if (inside && !found) {
        Event event = series.event().orElseThrow();
        delays.computeIfAbsent(event.kind(), k -> new ArrayList<>()).add(day - event.first());
        found = true;
      }
      falseAlarms += !inside && day - last > APART ? 1 : 0;
      last = day;
    }
  }

  double falseAlarmsPerThousandNights() {
    return 1000.0 * falseAlarms / nights;
  }

  double recall() {
    return (double) found() / events.values().stream().mapToInt(Integer::intValue).sum();
  }

  double recall(String kind) {
    return (double) delays.getOrDefault(kind, List.of()).size() / events.getOrDefault(kind, 1);
  }

  double precision() {
    return (double) found() / Math.max(1, found() + falseAlarms);
  }

  private int found() {
    return delays.values().stream().mapToInt(List::size).sum();
  }

  /** Median nights until an event of a kind was found; of those that were. */
  double delay(String kind) {
    List<Integer> sorted = delays.getOrDefault(kind, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  Map<String, Integer> events() {
    return events;
  }
}
