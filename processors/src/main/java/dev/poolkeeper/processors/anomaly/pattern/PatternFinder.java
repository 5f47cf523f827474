package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome.Found;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome.NotSought;
import dev.poolkeeper.processors.history.DailySeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a whole series afterwards and names its weekly cycle, period, steps, change of slope and
 * saturation. Needs 28 days, half of them measured. Missing days are drawn straight between their
 * neighbours; nothing is said about what happened in them. Deterministic. The parts name method,
 * cost and source; together O(n) but for saturation, O(120^2 log 120).
 */
public final class PatternFinder {

  private static final int LEAST_DAYS = 28;

  private PatternFinder() {}

  public static PatternOutcome find(DailySeries series) {
    if (series.length() < LEAST_DAYS) {
      return new NotSought(
          "%d days of history, %d are needed".formatted(series.length(), LEAST_DAYS));
    }
    if (2 * series.knownDays() < series.length()) {
      return new NotSought(
          "only %d of %d days were measured".formatted(series.knownDays(), series.length()));
    }
    double[] levels = drawnThrough(series.values());
    long first = series.firstDay();
    List<Pattern> found = new ArrayList<>();
    WeekdayTest.of(levels, first).ifPresent(found::add);
    PeriodTest.of(levels, first).ifPresent(found::add);
    found.addAll(StepTest.of(levels, first));
    HingeFit.of(levels, first).ifPresent(found::add);
    SaturationTest.of(levels, first).ifPresent(found::add);
    return new Found(found);
  }

  /** Straight lines across missing days; the nearest value at the ends. At least one is known. */
  static double[] drawnThrough(double[] values) {
    double[] drawn = values.clone();
    int last = -1;
    for (int i = 0; i < drawn.length; i++) {
      if (Double.isNaN(drawn[i])) {
        continue;
      }
      for (int j = last + 1; j < i; j++) {
        double share = last < 0 ? 1 : (double) (j - last) / (i - last);
        drawn[j] = last < 0 ? drawn[i] : drawn[last] + share * (drawn[i] - drawn[last]);
      }
      last = i;
    }
    for (int j = last + 1; j < drawn.length; j++) {
      drawn[j] = drawn[last];
    }
    return drawn;
  }
}
