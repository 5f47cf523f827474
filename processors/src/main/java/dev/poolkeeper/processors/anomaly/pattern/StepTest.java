package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Days on which the level moved and stayed.
 *
 * <p>A change is a step when it lies more than 5 robust deviations from the median change of 45
 * days on either side, is at least 1.2 times as far from it as the third largest other change there
 * (else large changes are the habit of the series), and when the medians of the seven days before
 * and after, less the usual pace, differ by more than half of it. The deviation is at least 0.02 %
 * of the level, so that a flat series has steps as well. Needs seven days before and four after.
 * O(n * 90 log 90).
 *
 * <p>Source: Hampel 1974, JASA 69:383 (the identifier by median and median distance); the two
 * further conditions were measured (docs/anomalies.md).
 */
final class StepTest {

  private static final int REACH = 45;
  private static final int SIDE = 7;
  private static final int LEAST_AFTER = 3;
  private static final double FAR = 5;
  private static final double STANDS_OUT = 1.2;
  private static final int RIVALS = 3;
  private static final double STAYED = 0.5;
  private static final double FLOOR = 2e-4;

  private StepTest() {}

  static List<Pattern> of(double[] levels, long firstDay) {
    double[] changes = Changes.of(levels);
    List<Pattern> steps = new ArrayList<>();
    for (int i = SIDE; i < changes.length - LEAST_AFTER; i++) {
      int from = Math.max(0, i - REACH);
      int to = Math.min(changes.length, i + REACH);
      double pace = Changes.median(changes, from, to);
      double usual = Changes.deviation(changes, from, to, pace) + FLOOR * Math.abs(levels[i]);
      double size = changes[i] - pace;
      if (Math.abs(size) > FAR * usual
          && Math.abs(size) > STANDS_OUT * rival(changes, from, to, i, pace)
          && stayed(levels, i, pace) / size > STAYED) {
        steps.add(new Step(firstDay + i + 1, size, Math.abs(size) / usual));
      }
    }
    return steps;
  }

  /** The third largest distance from the pace, the change and its neighbours apart. */
  private static double rival(double[] changes, int from, int to, int apart, double pace) {
    double[] largest = new double[RIVALS];
    for (int i = from; i < to; i++) {
      double distance = Math.abs(i - apart) <= 1 ? 0 : Math.abs(changes[i] - pace);
      for (int place = 0; place < RIVALS; place++) {
        if (distance > largest[place]) {
          double smaller = largest[place];
          largest[place] = distance;
          distance = smaller;
        }
      }
    }
    return largest[RIVALS - 1];
  }

  /** How far the days after lie from those before, less the pace. */
  private static double stayed(double[] levels, int last, double pace) {
    int from = Math.max(0, last - SIDE + 1);
    int to = Math.min(levels.length, last + 1 + SIDE);
    double[] flat = new double[to - from];
    for (int i = from; i < to; i++) {
      flat[i - from] = levels[i] - pace * (i - last);
    }
    int split = last + 1 - from;
    // the step itself includes one day of pace
    return Changes.median(flat, split, flat.length) - Changes.median(flat, 0, split);
  }
}
