package dev.poolkeeper.processors.growth;

/**
 * The coming days of one series: the expected value and two bands around it, in the unit of the
 * series. Days ahead count from 1, the day after the last one of the series.
 */
public final class GrowthForecast {

  /** What a band or the mean is called, in the order they are kept in. */
  public enum Line {
    MEAN(0),
    LOW_80(1),
    HIGH_80(2),
    LOW_95(3),
    HIGH_95(4);

    private final int row;

    Line(int row) {
      this.row = row;
    }
  }

  private final String id;
  private final double[][] lines;

  GrowthForecast(String id, double[][] lines) {
    this.id = id;
    this.lines = lines;
  }

  public String id() {
    return id;
  }

  /** How many days ahead there are. */
  public int horizon() {
    return lines[0].length;
  }

  /**
   * One value; always {@code LOW_95 <= LOW_80 <= MEAN <= HIGH_80 <= HIGH_95}, and finite.
   *
   * @param daysAhead 1 to the horizon
   */
  public double value(Line line, int daysAhead) {
    return lines[line.row][daysAhead - 1];
  }
}
