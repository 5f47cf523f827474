package dev.poolkeeper.processors.growth.calibration;

import dev.poolkeeper.processors.growth.candidate.Median;

/**
 * Series whose errors are alike: by how many of the last 180 days brought no change (under 30 %,
 * under 85 %, more, all), by whether the largest change is over 8 times the mean one, and by
 * whether there are 60 days of history.
 */
public enum ScoreGroup {
  SMOOTH(0),
  JUMPY(1),
  RESTING(2),
  STILL(3),
  MOTIONLESS(4),
  SHORT_SMOOTH(5),
  SHORT_JUMPY(6),
  SHORT_RESTING(7),
  SHORT_STILL(8),
  SHORT_MOTIONLESS(9);

  private static final int WINDOW = 180;
  private static final int SHORT = 60;
  private static final double SMALL = 1e-9;
  private static final double JUMP = 8;

  private final int row;

  ScoreGroup(int row) {
    this.row = row;
  }

  /** Its row in tables, from 0. */
  int row() {
    return row;
  }

  /** The group of a series as it was after its first {@code days} days, at least one. */
  public static ScoreGroup of(double[] values, int days) {
    int changes = Math.min(days - 1, WINDOW);
    double same = SMALL * Math.abs(values[days - 1]);
    int unchanged = 0;
    double[] sizes = new double[changes];
    for (int i = 0; i < changes; i++) {
      int day = days - changes + i;
      sizes[i] = values[day] - values[day - 1];
      unchanged += Math.abs(sizes[i]) <= same ? 1 : 0;
    }
    double share = changes == 0 ? 1 : (double) unchanged / changes;
    ScoreGroup group =
        share == 1
            ? MOTIONLESS
            : share >= .85 ? STILL : share >= .3 ? RESTING : jumpy(sizes) ? JUMPY : SMOOTH;
    return days < SHORT ? group.whileShort() : group;
  }

  private ScoreGroup whileShort() {
    return switch (this) {
      case SMOOTH, SHORT_SMOOTH -> SHORT_SMOOTH;
      case JUMPY, SHORT_JUMPY -> SHORT_JUMPY;
      case RESTING, SHORT_RESTING -> SHORT_RESTING;
      case STILL, SHORT_STILL -> SHORT_STILL;
      case MOTIONLESS, SHORT_MOTIONLESS -> SHORT_MOTIONLESS;
    };
  }

  private static boolean jumpy(double[] changes) {
    double median = Median.ofScratch(changes.clone(), changes.length);
    double largest = 0;
    double sum = 0;
    for (double change : changes) {
      largest = Math.max(largest, Math.abs(change - median));
      sum += Math.abs(change - median);
    }
    return largest * changes.length > JUMP * sum;
  }
}
