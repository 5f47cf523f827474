package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.candidate.Median;
import java.util.Arrays;

final class UsualMove {

  private static final int WINDOW = Integer.getInteger("um.w", 240);
  private static final double RANDOM_WALK = .8;
  private static final double LEVEL_SHARE = 2e-5;
  private static final double PRIOR = Double.parseDouble(System.getProperty("um.p", "1"));

  private UsualMove() {}

  static double[] of(double[] values, int days) {
    double peak = Arrays.stream(values, 0, days).map(Math::abs).max().orElse(0);
    double level = LEVEL_SHARE * still(values, days) * Math.max(Math.abs(values[days - 1]), 1e-3 * peak);
    double[] moves = new double[Horizons.BUCKETS];
    double walk = daily(values, days);
    double walkDays = 1;
    for (int bucket = 0; bucket < moves.length; bucket++) {
      int h = (int) Horizons.middle(bucket);
      double grown = walk * Math.sqrt(h / walkDays);
      int count = Math.min(WINDOW, days - h);
      double seen = 0;
      double weight = 0;
      if (count >= 7) {
        double[] window = new double[count];
        for (int i = 0; i < count; i++) {
          window[i] = values[days - 1 - i] - values[days - 1 - i - h];
        }
        double median = Median.ofScratch(window.clone(), count);
        for (double move : window) {
          seen += Math.abs(move - median) / count;
        }
        weight = (double) count / h;
      }
      walk = (PRIOR * grown + weight * seen) / (PRIOR + weight);
      walkDays = h;
      moves[bucket] = RANDOM_WALK * walk + level * Math.sqrt(h);
    }
    return moves;
  }

  private static double still(double[] values, int days) {
    int changes = Math.min(120, days) - 1;
    int still = 0;
    for (int i = days - changes; i < days; i++) {
      still += values[i] == values[i - 1] ? 1 : 0;
    }
    return changes > 0 ? (double) still / changes : 1;
  }

  private static double daily(double[] values, int days) {
    int changes = Math.min(120, days) - 1;
    double sum = 0;
    for (int i = days - changes; i < days; i++) {
      sum += Math.abs(values[i] - values[i - 1]);
    }
    return changes > 0 ? sum / changes : 0;
  }
}
