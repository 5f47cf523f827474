package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;

/**
 * How long nothing was released from a series that is released from time to time.
 *
 * <p>A release is a fall over one step by at least half of the fourth largest fall of the last 180
 * steps: the largest may be a mass delete, beside which every release looks small. With g the steps
 * since the last one, G and m the longest and the median gap between releases of the last 400
 * steps:
 *
 * <pre>score = (g - G) / (3 + G - m)</pre>
 *
 * Regular releases (G near m) are missed within days, irregular ones get the time they are known to
 * take. Nothing is said before four releases, or when the series is not above its value after the
 * last one. The size is the rise since then. Suits bytes and counts alike.
 *
 * <p>O(400) per step plus a sort of the gaps.
 */
final class PileUpScore {

  private static final int DEPTH = 180;
  private static final int MEMORY = 400;
  private static final double RELEASE = 0.5;
  private static final int LEAST_RELEASES = 4;
  private static final double ALLOWED = 3;

  private final TrustedValues values;
  private final double[] largest = new double[LEAST_RELEASES];
  private final double[] gaps = new double[MEMORY + 1];

  PileUpScore(TrustedValues values) {
    this.values = values;
  }

  Signal at(int step) {
    if (step < 1 || !values.readAtOnce(step)) {
      return Signal.NONE;
    }
    double release = RELEASE * fourthLargestFall(step);
    if (!(release < 0)) {
      return Signal.NONE;
    }
    int releases = 0;
    int last = -1;
    for (int i = Math.max(1, step - MEMORY); i <= step; i++) {
      if (move(i) <= release) {
        if (last >= 0) {
          gaps[releases - 1] = i - last;
        }
        last = i;
        releases++;
      }
    }
    if (releases < LEAST_RELEASES || values.value(step) <= values.value(last)) {
      return Signal.NONE;
    }
    return overdue(step, last, releases - 1);
  }

  private Signal overdue(int step, int last, int count) {
    Arrays.sort(gaps, 0, count);
    double longest = gaps[count - 1];
    double median = gaps[count / 2];
    int since = step - last;
    if (since <= longest) {
      return Signal.NONE;
    }
    double score = (since - longest) / (ALLOWED + longest - median);
    return new Signal(score, values.value(step) - values.value(last), since, Double.NaN, longest);
  }

  /** As a negative move; 0 when there were fewer than four. */
  private double fourthLargestFall(int step) {
    Arrays.fill(largest, 0);
    for (int i = Math.max(1, step - DEPTH); i < step; i++) {
      double move = move(i);
      int place = LEAST_RELEASES - 1;
      if (!(move < largest[place])) {
        continue;
      }
      while (place > 0 && move < largest[place - 1]) {
        largest[place] = largest[place - 1];
        place--;
      }
      largest[place] = move;
    }
    return largest[LEAST_RELEASES - 1];
  }

  /** NaN, which is no release, before the first reading. */
  private double move(int step) {
    return values.value(step) - values.value(step - 1);
  }
}
