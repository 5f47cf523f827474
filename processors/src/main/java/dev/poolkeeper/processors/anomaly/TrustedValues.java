package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;

/**
 * A series as far as it is believed, one step after the other: the last believed value is carried
 * over steps without one, and readings that are the collector's fault are kept out.
 *
 * <p>A fall to nothing (1 % of the value before, or less) is what a failed collector reports; it is
 * held for one reading. If the next reading agrees it is believed, a step late. A reading that left
 * by more than a quarter and came back within 5 % the step after is a glitch: from the step of its
 * return on it counts as if the value before had been read. What happens a third time within 30
 * steps is behaviour, and believed. Nothing that is known at a step depends on later ones.
 */
final class TrustedValues {

  private static final double NOTHING = 0.01;
  private static final double LEFT = 0.25;
  private static final double RETURNED = 0.05;
  private static final int BEHAVIOUR = 3;
  private static final int MEMORY = 30;

  private final double[] carried;
  private final int[] source;
  private final Reading[] readings;
  private int last = -1;
  private int held = -1;
  private final int[] doubted = new int[BEHAVIOUR - 1];

  TrustedValues(int length) {
    carried = new double[length];
    source = new int[length];
    readings = new Reading[length];
    Arrays.fill(doubted, Integer.MIN_VALUE / 2);
  }

  /**
   * Takes the next step.
   *
   * @param step one more than before, from 0
   * @param value NaN when missing
   */
  Reading accept(int step, double value) {
    Reading reading = judge(step, value);
    if (reading == Reading.TRUSTED || reading == Reading.RETURNED) {
      carried[step] = value;
      source[step] = step;
      last = step;
      held = -1;
    } else {
      carried[step] = last < 0 ? Double.NaN : carried[last];
      source[step] = last;
    }
    readings[step] = reading;
    return reading;
  }

  private Reading judge(int step, double value) {
    if (Double.isNaN(value)) {
      return Reading.MISSING;
    }
    if (last < 0) {
      return Reading.TRUSTED;
    }
    double before = carried[last];
    if (held >= 0) {
      return close(value, before) ? Reading.RETURNED : Reading.TRUSTED;
    }
    if (Math.abs(value) <= NOTHING * Math.abs(before) && before != 0 && doubt(step)) {
      held = step;
      return Reading.HELD;
    }
    return returnedFromGlitch(step, value) ? Reading.RETURNED : Reading.TRUSTED;
  }

  private boolean returnedFromGlitch(int step, double value) {
    if (last != step - 1 || last == 0 || source[last - 1] < 0) {
      return false;
    }
    double before = carried[last - 1];
    boolean left = Math.abs(carried[last] - before) > LEFT * Math.abs(before);
    if (!left || !close(value, before) || !doubt(step)) {
      return false;
    }
    carried[last] = before;
    source[last] = source[last - 1];
    readings[last] = Reading.GLITCH;
    return true;
  }

  private static boolean close(double value, double before) {
    return Math.abs(value - before) <= RETURNED * Math.abs(before);
  }

  /** Whether this may still be a fault; remembers that it was asked. */
  private boolean doubt(int step) {
    boolean behaviour = step - doubted[0] <= MEMORY;
    System.arraycopy(doubted, 1, doubted, 0, doubted.length - 1);
    doubted[doubted.length - 1] = step;
    return !behaviour;
  }

  /** The value believed at a step; NaN before the first one. */
  double value(int step) {
    return carried[step];
  }

  /** The step at which the value believed at a step was read; -1 before the first one. */
  int readAt(int step) {
    return source[step];
  }

  /** What became of the reading of a step, as known by now. */
  Reading reading(int step) {
    return readings[step];
  }

  /** Whether the value believed at a step was read at that very step. */
  boolean readAtOnce(int step) {
    return source[step] == step;
  }
}
