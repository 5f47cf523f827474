package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.growth.candidate.Past;

/**
 * What every candidate would have said on past days, one, two and up to 26 weeks ago, as long as 14
 * days of history were there. Rolling origin evaluation; source: L. J. Tashman, Out-of-sample tests
 * of forecasting accuracy, International Journal of Forecasting 16 (2000) 437.
 *
 * <p>Origins are named by their weeks back: 1 is the day a week before the last one.
 */
final class Backtest {

  private static final int MOST_WEEKS = 26;
  private static final int SHORTEST_PAST = 14;

  /** Over how many days a loss is taken: the weeks that have passed, up to the last of these. */
  private static final int[] LOSS_DAYS = {7, 14, 21, 28, 30};

  private final History history;
  private final double[][][] forecasts;
  private final double[][][] errors;

  private Backtest(History history, double[][][] forecasts) {
    this.history = history;
    this.forecasts = forecasts;
    this.errors = new double[forecasts.length][][];
    for (int week = 1; week < forecasts.length; week++) {
      errors[week] = meanErrors(week);
    }
  }

  static Backtest of(History history, Past past) {
    int weeks = Math.max(0, Math.min(MOST_WEEKS, (history.days() - SHORTEST_PAST) / 7));
    double[][][] forecasts = new double[weeks + 1][][];
    for (int week = 1; week <= weeks; week++) {
      int days = Math.min(Horizons.FARTHEST, 7 * week);
      forecasts[week] = continued(past.before(7 * week), days, history.floor());
    }
    return new Backtest(history, forecasts);
  }

  /** All candidates, none below what the quantity can be. */
  private static double[][] continued(Past past, int days, double floor) {
    Candidate[] candidates = Candidate.values();
    double[][] continued = new double[candidates.length][];
    for (int c = 0; c < candidates.length; c++) {
      continued[c] = continued(candidates[c], past, days, floor);
    }
    return continued;
  }

  /** The same of the candidates with a weight; nothing in the places of the others. */
  static double[][] continued(Past past, int days, double floor, double[] weights) {
    Candidate[] candidates = Candidate.values();
    double[][] continued = new double[candidates.length][0];
    for (int c = 0; c < candidates.length; c++) {
      if (weights[c] > 0) {
        continued[c] = continued(candidates[c], past, days, floor);
      }
    }
    return continued;
  }

  private static double[] continued(Candidate candidate, Past past, int days, double floor) {
    double[] continued = new double[days];
    candidate.forecast(past, continued);
    for (int h = 0; h < days; h++) {
      continued[h] = Math.max(floor, continued[h]);
    }
    return continued;
  }

  History history() {
    return history;
  }

  /** How many weeks back the first origin lies; 0 without any. */
  int weeks() {
    return forecasts.length - 1;
  }

  /** How many days the series had a number of weeks ago. */
  int daysAt(int week) {
    return history.days() - 7 * week;
  }

  /** What each candidate said that many weeks ago, up to then or to 90 days ahead. */
  double[][] forecasts(int week) {
    return forecasts[week];
  }

  /** Of one origin, for each of the numbers of days that have passed since, per candidate. */
  private double[][] meanErrors(int week) {
    int spans = Math.min(week, LOSS_DAYS.length);
    double[][] means = new double[spans][forecasts[week].length];
    for (int c = 0; c < forecasts[week].length; c++) {
      double sum = 0;
      int span = 0;
      for (int day = 1; span < spans; day++) {
        sum += Math.abs(forecasts[week][c][day - 1] - actual(week, day));
        if (day == LOSS_DAYS[span]) {
          means[span++][c] = sum / day;
        }
      }
    }
    return means;
  }

  /** Over how many days after an origin its loss is taken when so many weeks have passed. */
  static int lossDays(int weeksSince) {
    return LOSS_DAYS[Math.min(weeksSince, LOSS_DAYS.length) - 1];
  }

  /**
   * The mean absolute error of each candidate from an origin on, as it was known a number of weeks
   * after it; not to be changed.
   *
   * @param week of the origin
   * @param weeksSince at least 1, at most {@code week}
   */
  double[] errors(int week, int weeksSince) {
    return errors[week][Math.min(weeksSince, LOSS_DAYS.length) - 1];
  }

  /** What came of it: the value a number of days after the origin, counted from 1. */
  double actual(int week, int daysAhead) {
    return history.values()[daysAt(week) + daysAhead - 1];
  }
}
