package dev.poolkeeper.processors.anomaly;

import java.util.Optional;

/** Falls by half or more between two readings of one series, and whether they are its habit. */
final class Halvings {

  private static final double HALF = 0.5;
  private static final int HABIT = 60;

  private final int[] earlier = {-HABIT - 1, -HABIT - 1, -HABIT - 1};

  /**
   * Steps in order. Scores twice the lost share in thresholds: 1 for half, 2 for all. Empty when
   * less was lost, or when it is the fourth time within 60 steps.
   */
  Optional<Signal> at(int step, double before, double now, double threshold) {
    double lost = before > 0 ? (before - now) / before : 0;
    if (lost < HALF) {
      return Optional.empty();
    }
    boolean habit = step - earlier[0] <= HABIT;
    System.arraycopy(earlier, 1, earlier, 0, earlier.length - 1);
    earlier[earlier.length - 1] = step;
    return habit
        ? Optional.empty()
        : Optional.of(new Signal(lost / HALF * threshold, before - now, 1, Double.NaN, Double.NaN));
  }
}
