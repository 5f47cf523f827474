package dev.poolkeeper.processors.anomaly;

/**
 * How far a value lies from what is usual at that moment, in robust standard deviations of such
 * distances.
 *
 * <p>Two expectations are kept: the median of the last day (level), and, when the length of a day is
 * known, the median of the same moment on the last seven days, three at least (season). Each has
 * the distances of the last seven days, and their robust deviation as its scale; the one with the
 * smaller scale is believed, so that a daily cycle is used where there is one. A third distance, of
 * the mean of the last twelve steps from the median of the day, sees shifts that no single step
 * shows. The scale is at least a thousandth of the range of the last seven days, or of the value
 * itself when that range is 0: a constant series that moves deviates greatly, not infinitely.
 *
 * <p>O(w) block moves per step for w = seven days; missing steps are skipped.
 */
final class Deviation {

  private static final int SHIFT = 12;
  private static final double FLOOR = 1e-3;

  private final double[] values;
  private final SeasonalMedian season;
  private final Scale levelScale;
  private final Scale seasonScale;
  private final Scale shiftScale;
  private final TrailingWindow day;
  private final TrailingWindow week;
  private final TrailingWindow recent;
  private boolean above;

  /**
   * @param stepsPerDay 0 when not known
   */
  Deviation(double[] values, int stepsPerDay) {
    this.values = values;
    this.season = new SeasonalMedian(values, stepsPerDay);
    int dayLength = stepsPerDay == 0 ? 288 : Math.max(24, stepsPerDay);
    this.day = new TrailingWindow(dayLength);
    this.week = new TrailingWindow(7 * dayLength);
    this.recent = new TrailingWindow(SHIFT);
    this.levelScale = new Scale(7 * dayLength);
    this.seasonScale = new Scale(7 * dayLength);
    this.shiftScale = new Scale(7 * dayLength);
  }

  /** Steps in order; 0 when there is nothing to compare with yet, or nothing was read. */
  double at(int step) {
    double value = values[step];
    if (Double.isNaN(value)) {
      return 0;
    }
    double deviation = 0;
    if (day.size() >= SHIFT) {
      double level = day.median();
      double fromLevel = value - level;
      double fromSeason = value - season.at(step);
      double floor = FLOOR * Math.max(week.range(), week.range() == 0 ? Math.abs(value) : 0);
      deviation = pointwise(fromLevel, fromSeason, floor);
      double shift = (recent.mean() * (SHIFT - 1) + value) / SHIFT - level;
      double shifted = Math.abs(shift) / Math.max(shiftScale.deviation(), floor);
      if (floor > 0 && shiftScale.ready() && shifted > deviation) {
        deviation = shifted;
        above = shift > 0;
      }
      levelScale.add(fromLevel);
      seasonScale.add(fromSeason);
      shiftScale.add(shift);
    }
    day.add(value);
    week.add(value);
    recent.add(value);
    return deviation;
  }

  private double pointwise(double fromLevel, double fromSeason, double floor) {
    boolean seasonal =
        !Double.isNaN(fromSeason)
            && seasonScale.ready()
            && seasonScale.deviation() < levelScale.deviation();
    double distance = seasonal ? fromSeason : fromLevel;
    above = distance > 0;
    Scale scale = seasonal ? seasonScale : levelScale;
    double width = Math.max(scale.deviation(), floor);
    return scale.ready() && width > 0 ? Math.abs(distance) / width : 0;
  }

  /** Whether the last deviation was upwards. */
  boolean above() {
    return above;
  }

  /** The robust size of the distances seen. */
  private static final class Scale {

    private static final int LEAST = 24;
    private final TrailingWindow distances;

    Scale(int length) {
      distances = new TrailingWindow(length);
    }

    void add(double distance) {
      if (!Double.isNaN(distance)) {
        distances.add(Math.abs(distance));
      }
    }

    boolean ready() {
      return distances.size() >= LEAST;
    }

    /** 1.4826 times the median distance, which is the deviation of a normal law. */
    double deviation() {
      return distances.size() == 0 ? 0 : 1.4826022185056018 * distances.median();
    }
  }
}
