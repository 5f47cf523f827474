package dev.poolkeeper.processors.growth.calibration;

import dev.poolkeeper.processors.growth.candidate.Median;

/**
 * Series whose errors are alike: by how many of the last 180 days brought no change (under 30 %,
 * under 85 %, more, all), by whether the largest change is over 8 times the mean one, and by
 * whether there are 60 days of history.
 */
public enum ScoreGroup {
  SMOOTH,
  JUMPY,
  RESTING,
  STILL,
  MOTIONLESS,
  SHORT_SMOOTH,
  SHORT_JUMPY,
  SHORT_RESTING,
  SHORT_STILL,
  SHORT_MOTIONLESS;

  private static final int WINDOW = 180;
  private static final int SHORT = 60;
  private static final double SMALL = 1e-9;
  private static final double JUMP = 8;

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
    return days < SHORT ? values()[group.ordinal() + SHORT_SMOOTH.ordinal()] : group;
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
