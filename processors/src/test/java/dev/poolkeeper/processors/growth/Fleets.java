package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series and a calibration to forecast them with. */
final class Fleets {

  private Fleets() {}

  static DailySeries series(int days, IntToDoubleFunction value) {
    double[] values = new double[days];
    for (int i = 0; i < days; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return DailySeries.of("a", DayAxis.INDEX, 0, values);
  }

  /** Growth with noise, a weekly cycle, one mass delete, and days that are missing. */
  static double[] eventful(int days, long seed) {
    Random random = new Random(seed);
    double[] values = new double[days];
    double level = 1e11;
    for (int i = 0; i < days; i++) {
      level += 1e9 + 3e8 * random.nextGaussian() + (i % 7 == 0 ? 2e9 : 0);
      level *= i == 120 ? .7 : 1;
      values[i] = i % 17 == 5 ? Double.NaN : level;
    }
    return values;
  }

  /** As if all forecasts had been wrong by a normal distribution with heavy ends. */
  static Calibration calibration() {
    ScorePool pool = new ScorePool();
    Random random = new Random(7);
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        for (int i = 0; i < 2000; i++) {
          double score = random.nextGaussian() * (random.nextInt(20) == 0 ? 10 : 1);
          pool.add(group, bucket, score);
        }
      }
    }
    return Calibration.of(ScoreTable.of(pool));
  }

  static Examination examined(DailySeries series, int horizon) {
    return (Examination) GrowthExaminer.examine(series, horizon, new ScorePool());
  }

  static GrowthForecast forecast(DailySeries series, int horizon) {
    return new GrowthForecaster(calibration()).forecast(examined(series, horizon));
  }
}
