package dev.poolkeeper.processors.growth;

/** Where a series is going over the coming 30 days. */
public enum Trend {
  GROWING,
  SHRINKING,
  /** It moves less than such forecasts of it have been wrong by. */
  NONE;

  private static final int DAYS = 30;

  /** The trend of an examined series. */
  public static Trend of(Basis basis) {
    double move = basis.growthPerDay() * DAYS;
    if (Math.abs(move) <= basis.expectedError()) {
      return NONE;
    }
    return move > 0 ? GROWING : SHRINKING;
  }
}
