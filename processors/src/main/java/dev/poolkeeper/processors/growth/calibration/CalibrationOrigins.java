package dev.poolkeeper.processors.growth.calibration;

/** The past days from which forecasts are scored for calibration, in whole weeks back. */
public final class CalibrationOrigins {

  private static final int[] WEEKS_BACK = {1, 2, 3, 4, 5, 7, 9, 11, 13};

  private CalibrationOrigins() {}

  /** Weeks between each of these days and the last one. */
  public static int[] weeksBack() {
    return WEEKS_BACK.clone();
  }
}
