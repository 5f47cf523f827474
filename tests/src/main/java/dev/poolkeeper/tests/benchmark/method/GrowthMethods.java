package dev.poolkeeper.tests.benchmark.method;

import dev.poolkeeper.processors.growth.Examination;
import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.GrowthExaminer;
import dev.poolkeeper.processors.growth.GrowthForecast;
import dev.poolkeeper.processors.growth.GrowthForecaster;
import dev.poolkeeper.processors.growth.GrowthState;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.readers.series.ShippedScores;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parts of a night's forecast of one series, 180 days ahead. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthMethods {

  private static final int HORIZON = 180;

  private record Known(DailySeries series, Examination examination, GrowthState state) {}

  private final Series series = new Series();
  private final GrowthForecaster forecaster =
      new GrowthForecaster(Calibration.of(ShippedScores.read()));
  private final List<Known> known = new ArrayList<>();
  private int next;

  @Setup
  public void examineAll() {
    while (known.size() < 100) {
      DailySeries one = series.next();
      Examined examined = GrowthExaminer.examine(one, HORIZON, new ScorePool());
      if (examined instanceof Examination examination) {
        known.add(new Known(one, examination, GrowthState.of(examination)));
      }
    }
  }

  private Known next() {
    next = (next + 1) % known.size();
    return known.get(next);
  }

  /** All candidates on all past weeks: once a week for each series. */
  @Benchmark
  public Examined examine() {
    return GrowthExaminer.examine(next().series(), HORIZON, new ScorePool());
  }

  /** Every night for each series. */
  @Benchmark
  public Examined resume() {
    Known one = next();
    return GrowthExaminer.resume(one.series(), HORIZON, one.state());
  }

  @Benchmark
  public GrowthForecast bands() {
    return forecaster.forecast(next().examination());
  }

  @Benchmark
  public double[] fullProbability() {
    Known one = next();
    double last = one.series().value(one.series().length() - 1);
    return forecaster.fullProbability(one.examination(), Double.isNaN(last) ? 1 : 1.3 * last);
  }
}
