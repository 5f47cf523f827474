package dev.poolkeeper.processors.anomaly;

/**
 * How long a living series has stood still, against the longest it ever did.
 *
 * <pre>score = run / (longest earlier run + 2)</pre>
 *
 * A run is a number of readings in a row that equal the one before (within 1e-7 of the level), and
 * only readings count, not missing steps. Looks back 400 steps. Nothing is said of a series that
 * stands still by nature: at least 30 of its readings, and at least a third of them, must have
 * changed; nor of one that stands at 0, which is empty. The size is the run times the usual change
 * of a reading: what would have come.
 *
 * <p>O(400) per step, no allocation.
 */
final class FlatlineScore {

  private static final int MEMORY = 400;
  private static final double ALIKE = 1e-7;
  private static final int LEAST_CHANGES = 30;
  private static final int CHANGING_SHARE = 3;
  private static final double ALLOWED = 2;

  private final TrustedValues values;

  FlatlineScore(TrustedValues values) {
    this.values = values;
  }

  Signal at(int step) {
    int oldest = Math.max(1, step - MEMORY);
    boolean still = step >= LEAST_CHANGES && values.readAtOnce(step) && unchanged(step);
    if (!still || values.value(step) == 0) {
      return Signal.NONE;
    }
    int run = 0;
    int position = step;
    while (position >= oldest && (!values.readAtOnce(position) || unchanged(position))) {
      run += values.readAtOnce(position) ? 1 : 0;
      position--;
    }
    return against(position, oldest, run);
  }

  private Signal against(int newest, int oldest, int run) {
    int longest = 0;
    int current = 0;
    int changes = 0;
    int readings = 0;
    double moved = 0;
    for (int step = oldest; step <= newest; step++) {
      if (!values.readAtOnce(step) || values.readAt(step - 1) < 0) {
        continue;
      }
      readings++;
      if (unchanged(step)) {
        current++;
        longest = Math.max(longest, current);
      } else {
        current = 0;
        changes++;
        moved += Math.abs(values.value(step) - values.value(step - 1));
      }
    }
    if (changes < LEAST_CHANGES || changes * CHANGING_SHARE < readings) {
      return Signal.NONE;
    }
    return new Signal(run / (longest + ALLOWED), run * moved / readings, run, Double.NaN, longest);
  }

  private boolean unchanged(int step) {
    double before = values.value(step - 1);
    return Math.abs(values.value(step) - before) <= ALIKE * Math.abs(before);
  }
}
