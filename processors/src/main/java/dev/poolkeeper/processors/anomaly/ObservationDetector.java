package dev.poolkeeper.processors.anomaly;

import dev.poolkeeper.processors.history.StepGrid;
import java.util.Arrays;
import java.util.List;

/**
 * Judges observations at any interval, and gives each its own judgement.
 *
 * <p>Intervals from half a day up go by {@link AnomalyDetector}, whatever a step is; shorter ones
 * by {@link MetricDetector}. Of plain numbers the interval in hours is not known: they are taken as
 * days up to the 1,100th step (three years), and as a measure of many values a day from there on,
 * unless the caller says how many steps a day has. Of several observations within one step the last
 * one counts and is judged; the others are not.
 */
public final class ObservationDetector {

  private static final int MOST_DAYS = 1100;

  private final AlarmThresholds thresholds;
  private final int stepsPerDay;

  /**
   * @param stepsPerDay what the caller knows about plain numbers: 0 nothing, 1 they are days
   */
  public ObservationDetector(AlarmThresholds thresholds, int stepsPerDay) {
    this.thresholds = thresholds;
    this.stepsPerDay = stepsPerDay;
  }

  /**
   * O(n).
   *
   * @param times ascending, as {@link StepGrid} takes them
   * @param values NaN where missing
   */
  public Judged judge(double[] times, boolean clock, double[] values, Materiality materiality) {
    StepGrid grid = StepGrid.of(times, clock);
    double[] steps = new double[grid.length()];
    int[] rows = new int[grid.length()];
    Arrays.fill(steps, Double.NaN);
    Arrays.fill(rows, -1);
    for (int row = 0; row < values.length; row++) {
      int step = grid.step(row);
      if (!Double.isNaN(values[row])) {
        steps[step] = values[row];
        rows[step] = row;
      }
    }
    AnomalyScan scan = AnomalyDetector.scan(days(steps, grid), thresholds, materiality);
    DayJudgement[] judged = new DayJudgement[values.length];
    Arrays.fill(judged, DayJudgement.QUIET);
    DayJudgement[] metric = metric(steps, grid);
    for (int step = 0; step < rows.length; step++) {
      if (rows[step] >= 0) {
        boolean day = step < scan.days().size();
        judged[rows[step]] = day ? scan.days().get(step) : metric[step];
      }
    }
    return new Judged(List.of(judged), scan.doubted());
  }

  private double[] days(double[] steps, StepGrid grid) {
    if (perDay(grid) > 1) {
      return new double[0];
    }
    boolean bounded = !grid.clock() && perDay(grid) == 0;
    return bounded ? Arrays.copyOf(steps, Math.min(MOST_DAYS, steps.length)) : steps;
  }

  private DayJudgement[] metric(double[] steps, StepGrid grid) {
    boolean needed = perDay(grid) > 1 || (!grid.clock() && steps.length > MOST_DAYS);
    return needed ? MetricDetector.scan(steps, perDay(grid)) : new DayJudgement[0];
  }

  private int perDay(StepGrid grid) {
    return grid.clock() ? grid.stepsPerDay() : stepsPerDay;
  }

  /**
   * @param rows one per observation, in their order
   * @param doubted readings that were taken for the collector's fault
   */
  public record Judged(List<DayJudgement> rows, long doubted) {

    public Judged {
      rows = List.copyOf(rows);
    }
  }
}
