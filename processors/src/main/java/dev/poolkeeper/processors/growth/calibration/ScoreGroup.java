package dev.poolkeeper.processors.growth.calibration;

/**
 * Series whose errors are alike: by how many of the last 180 days brought no change, and by whether
 * there are 60 days of history.
 */
public enum ScoreGroup {
  MOVING,
  RESTING,
  STILL,
  SHORT_MOVING,
  SHORT_RESTING,
  SHORT_STILL;

  private static final int WINDOW = 180;
  private static final int SHORT = 60;
  private static final double SMALL = 1e-9;

  /** The group of a series as it was after its first {@code days} days, at least one. */
  public static ScoreGroup of(double[] values, int days) {
    int changes = Math.min(days - 1, WINDOW);
    double same = SMALL * Math.abs(values[days - 1]);
    int unchanged = 0;
    for (int i = days - changes; i < days; i++) {
      unchanged += Math.abs(values[i] - values[i - 1]) <= same ? 1 : 0;
    }
    double share = changes == 0 ? 1 : (double) unchanged / changes;
    int kind = share < .3 ? 0 : share < .85 ? 1 : 2;
    return values()[kind + (days < SHORT ? 3 : 0)];
  }
}
