package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.ClassPeaks;
import dev.poolkeeper.processors.anomaly.ThresholdFit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Prints how well the anomaly detector does on made fleets: {@code AnomalyBenchmark VOLUMES
 * SEED...}, one line per seed with the shipped thresholds. With {@code fit} before it, thresholds
 * are first fitted to the first seed, events left out, and used on the others. {@code patterns
 * SERIES SEED...} does the same for patterns, with so many series of each kind.
 */
public final class AnomalyBenchmark {

  private AnomalyBenchmark() {}

  public static void main(String[] arguments) {
    if ("patterns".equals(arguments[0])) {
      for (int i = 2; i < arguments.length; i++) {
        patterns(Long.parseLong(arguments[i]), Integer.parseInt(arguments[1]));
      }
      return;
    }
    anomalies(arguments);
  }

  private static void patterns(long seed, int each) {
    PatternScore score = PatternScore.of(seed, each);
    System.out.println("seed " + seed + ", precision and recall");
    System.out.println("  weekly cycle " + score.weeklyCycle());
    System.out.println("  period       " + score.period());
    System.out.println("  step         " + score.step());
    System.out.println("  slope change " + score.slopeChange());
    System.out.println("  saturation   " + score.saturation());
  }

  private static void anomalies(String[] arguments) {
    boolean fits = "fit".equals(arguments[0]);
    int next = fits ? 1 : 0;
    int volumes = Integer.parseInt(arguments[next++]);
    AlarmThresholds thresholds = AlarmThresholds.SHIPPED;
    if (fits) {
      thresholds = fitted(LabelledFleet.of(Long.parseLong(arguments[next++]), volumes));
    }
    System.out.println("thresholds " + thresholds);
    for (int i = next; i < arguments.length; i++) {
      List<LabelledSeries> fleet = LabelledFleet.of(Long.parseLong(arguments[i]), volumes);
      long start = System.nanoTime();
      EpisodeScore score = EpisodeScore.of(fleet, thresholds);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "seed %s: recall %.3f, precision %.3f, %.2f false alarms per 1,000 nights, %.2f s per"
              + " 1,000 series%n",
          arguments[i],
          score.recall(),
          score.precision(),
          score.falseAlarmsPerThousandNights(),
          1000 * seconds / volumes);
      score
          .events()
          .forEach(
              (kind, count) ->
                  System.out.printf(
                      "  %-8s %3d events, found %.2f, after %.0f nights%n",
                      kind, count, score.recall(kind), score.delay(kind)));
    }
  }

  private static AlarmThresholds fitted(List<LabelledSeries> fleet) {
    Map<AnomalyKind, List<Double>> peaks = new EnumMap<>(AnomalyKind.class);
    List<LabelledSeries> quiet = fleet.stream().filter(s -> s.event().isEmpty()).toList();
    for (LabelledSeries series : quiet) {
      ClassPeaks.of(series.values(), LabelledSeries.FIRST_SCORED)
          .forEach(
              (kind, scores) -> peaks.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(scores));
    }
    long nights = quiet.size() * (long) (LabelledSeries.DAYS - LabelledSeries.FIRST_SCORED);
    return ThresholdFit.fit(peaks, quiet.size(), nights, ThresholdFit.DEFAULT_BUDGET);
  }
}
