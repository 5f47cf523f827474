package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.candidate.Median;
import java.util.Arrays;

/**
 * How far a series usually strays from its own pace: the mean distance of its moves over h days
 * from their median, for h in the middle of each bucket, over the last 240 such moves.
 *
 * <p>Moves over many days overlap, so only n/h of them are independent; they count that much
 * against one move that continues the shorter ones with the root of the days, as a random walk
 * would. A series that returns to its level thus keeps narrow bands far ahead, one that wanders
 * does not. Days without a change add 0.002 % of the level: even what never moved may move.
 */
final class UsualMove {

  private static final int WINDOW = 240;
  private static final int DAILY_WINDOW = 120;
  private static final int FEWEST = 7;
  private static final double SHARE = .8;
  private static final double LEVEL_SHARE = 2e-5;

  private UsualMove() {}

  /**
   * @param days how many of the values are known, at least one
   * @return per bucket, in the unit of the values; 0 only for a series of zeros
   */
  static double[] of(double[] values, int days) {
    double[] usual = new double[Horizons.BUCKETS];
    double floor = stillShare(values, days) * level(values, days);
    double move = daily(values, days);
    double moveDays = 1;
    for (int bucket = 0; bucket < usual.length; bucket++) {
      int ahead = (int) Horizons.middle(bucket);
      double continued = move * Math.sqrt(ahead / moveDays);
      int count = Math.min(WINDOW, days - ahead);
      double weight = count < FEWEST ? 0 : (double) count / ahead;
      double seen = weight == 0 ? 0 : spread(values, days, ahead, count);
      move = (continued + weight * seen) / (1 + weight);
      moveDays = ahead;
      usual[bucket] = SHARE * move + floor * Math.sqrt(ahead);
    }
    return usual;
  }

  private static double spread(double[] values, int days, int ahead, int count) {
    double[] moves = new double[count];
    for (int i = 0; i < count; i++) {
      moves[i] = values[days - 1 - i] - values[days - 1 - i - ahead];
    }
    double median = Median.ofScratch(moves.clone(), count);
    double sum = 0;
    for (double move : moves) {
      sum += Math.abs(move - median);
    }
    return sum / count;
  }

  private static double daily(double[] values, int days) {
    int changes = Math.min(DAILY_WINDOW, days) - 1;
    double sum = 0;
    for (int i = days - changes; i < days; i++) {
      sum += Math.abs(values[i] - values[i - 1]);
    }
    return changes > 0 ? sum / changes : 0;
  }

  private static double stillShare(double[] values, int days) {
    int changes = Math.min(DAILY_WINDOW, days) - 1;
    int still = 0;
    for (int i = days - changes; i < days; i++) {
      still += values[i] == values[i - 1] ? 1 : 0;
    }
    return changes > 0 ? (double) still / changes : 1;
  }

  private static double level(double[] values, int days) {
    double peak = Arrays.stream(values, 0, days).map(Math::abs).max().orElse(0);
    return LEVEL_SHARE * Math.max(Math.abs(values[days - 1]), 1e-3 * peak);
  }
}
