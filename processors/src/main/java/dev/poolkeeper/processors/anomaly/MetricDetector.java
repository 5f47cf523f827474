package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;
import java.util.Optional;

/**
 * Judges a series of many values a day, such as a load read every five minutes: not a level that
 * grows, but a measure that swings. Each step is judged by its {@link Deviation} from what is
 * usual.
 *
 * <p>The score is given where an episode begins, and is 0 while it goes on: after a step has
 * scored, the next one to score within a day must be half as high again. From 1 on (rarer than one
 * in ten thousand steps) it is an alarm: growth upwards, shrink downwards. A step depends on those
 * before it only.
 *
 * <p>O(n w) block moves with w = one week of steps. Sources: the parts name theirs; that one alarm
 * per episode and an extreme-value tail matter more than the expectation was measured on NAB
 * (docs/anomalies.md).
 */
final class MetricDetector {

  private static final int UNKNOWN_DAY = 288;

  private MetricDetector() {}

  /**
   * @param values one per step, NaN where missing
   * @param stepsPerDay 0 when not known: then no daily cycle is looked for
   */
  static DayJudgement[] scan(double[] values, int stepsPerDay) {
    DayJudgement[] days = new DayJudgement[values.length];
    Arrays.fill(days, DayJudgement.QUIET);
    Deviation deviation = new Deviation(values, stepsPerDay);
    Refractory refractory = new Refractory(stepsPerDay == 0 ? UNKNOWN_DAY : stepsPerDay);
    for (int step = 0; step < values.length; step++) {
      double score = refractory.pass(step, deviation.at(step));
      days[step] = judgement(score, deviation.above());
    }
    return days;
  }

  private static DayJudgement judgement(double score, boolean above) {
    if (score < 1) {
      return score == 0 ? DayJudgement.QUIET : new DayJudgement(score, Optional.empty(), "");
    }
    String evidence =
        "%s than usual, as happens once in %.0f steps"
            .formatted(above ? "more" : "less", Math.pow(10, TailScore.UNIT * score));
    return new DayJudgement(
        score, Optional.of(above ? AnomalyKind.GROWTH : AnomalyKind.SHRINK), evidence);
  }

  /** Lets a score through when none half as high has been within the last steps. */
  private static final class Refractory {

    private static final double WORSE = 1.5;
    private final int length;
    private double passed;
    private int last = Integer.MIN_VALUE / 2;

    Refractory(int length) {
      this.length = length;
    }

    double pass(int step, double score) {
      if (step - last > length) {
        passed = 0;
      }
      if (score <= WORSE * passed) {
        return 0;
      }
      passed = score;
      last = step;
      return score;
    }
  }
}
