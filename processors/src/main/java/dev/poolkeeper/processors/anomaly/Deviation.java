package dev.poolkeeper.processors.anomaly;

/**
 * How improbable a value is at its moment, judged three ways, each against its own past.
 *
 * <ul>
 *   <li>level: its distance from the median of the last day;
 *   <li>season: from the median of the same moment on the last seven days, three at least, when the
 *       length of a day is known;
 *   <li>shift: of the mean of the last twelve steps from the median of the last day, which sees
 *       what no single step shows.
 * </ul>
 *
 * Each distance is divided by the robust deviation of such distances in the last seven days and
 * scored by {@link TailScore} among those before it; the strongest counts. A daily cycle makes
 * large distances from the level a habit and leaves the season to see what is new, so neither needs
 * to be chosen. The deviation is at least a thousandth of the range of the last seven days, or of
 * the value itself when that range is 0: a constant series that moves deviates greatly, not
 * infinitely.
 *
 * <p>O(w) block moves per step for w = seven days; missing steps are skipped.
 */
final class Deviation {

  private static final int SHIFT = 12;
  private static final int UNKNOWN_DAY = 288;
  private static final int SHORTEST_DAY = 24;
  private static final double FLOOR = 1e-3;

  private final double[] values;
  private final SeasonalMedian season;
  private final TrailingWindow day;
  private final TrailingWindow week;
  private final TrailingWindow recent = new TrailingWindow(SHIFT);
  private final Distances fromLevel;
  private final Distances fromSeason;
  private final Distances shifts;
  private boolean above;

  /**
   * @param stepsPerDay 0 when not known
   */
  Deviation(double[] values, int stepsPerDay) {
    this.values = values;
    this.season = new SeasonalMedian(values, stepsPerDay);
    int length = stepsPerDay == 0 ? UNKNOWN_DAY : Math.max(SHORTEST_DAY, stepsPerDay);
    this.day = new TrailingWindow(length);
    this.week = new TrailingWindow(7 * length);
    this.fromLevel = new Distances(7 * length);
    this.fromSeason = new Distances(7 * length);
    this.shifts = new Distances(7 * length);
  }

  /** The score of a step, steps in order; 0 before there is anything to compare with. */
  double at(int step) {
    double value = values[step];
    if (Double.isNaN(value)) {
      return 0;
    }
    double score = 0;
    if (day.size() >= SHIFT) {
      double level = day.median();
      double floor = FLOOR * (week.range() == 0 ? Math.abs(value) : week.range());
      double usual = season.at(step);
      double shift = (recent.mean() * (SHIFT - 1) + value) / SHIFT - level;
      score = fromLevel.next(value - level, floor);
      above = value > level;
      double seasonal = Double.isNaN(usual) ? 0 : fromSeason.next(value - usual, floor);
      if (seasonal > score) {
        score = seasonal;
        above = value > usual;
      }
      double shifted = shifts.next(shift, floor);
      if (shifted > score) {
        score = shifted;
        above = shift > 0;
      }
    }
    day.add(value);
    week.add(value);
    recent.add(value);
    return score;
  }

  /** Whether the last score is about more than usual, not less. */
  boolean above() {
    return above;
  }

  /** Distances of one kind: their usual size, and how improbable each is. */
  private static final class Distances {

    private static final int LEAST = 24;

    /** The median distance of a normal law is this part of its deviation. */
    private static final double NORMAL = 1.4826022185056018;

    private final TrailingWindow sizes;
    private final TailScore tail = new TailScore();

    Distances(int length) {
      sizes = new TrailingWindow(length);
    }

    double next(double distance, double floor) {
      double size = Math.abs(distance);
      double score = 0;
      if (sizes.size() >= LEAST) {
        double width = Math.max(NORMAL * sizes.median(), floor);
        score = width > 0 ? tail.next(size / width) : 0;
      }
      sizes.add(size);
      return score;
    }
  }
}
