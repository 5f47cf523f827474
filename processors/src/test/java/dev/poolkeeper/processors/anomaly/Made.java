package dev.poolkeeper.processors.anomaly;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Series made by formula, for tests. */
final class Made {

  static final double GIB = 1L << 30;

  private Made() {}

  static double[] of(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }

  static double[] flat(int length, double value) {
    return of(length, i -> value);
  }

  /** 100 GiB, and 1 GiB a day with noise of a tenth. */
  static double[] growing(int length) {
    SplittableRandom random = new SplittableRandom(7);
    double[] noise = of(length, i -> 0.1 * (2 * random.nextDouble() - 1));
    return of(length, i -> GIB * (100 + i + noise[i]));
  }

  /** Grows a GiB a day and gives all of it back every so many days. */
  static double[] sawTooth(int length, int period) {
    SplittableRandom random = new SplittableRandom(9);
    double[] noise = of(length, i -> 0.02 * random.nextDouble());
    return of(length, i -> GIB * (100 + i % period + noise[i]));
  }

  static AnomalyScan scan(double[] values) {
    return AnomalyDetector.scan(values, AlarmThresholds.SHIPPED, Materiality.ANY);
  }

  /** {@code 120 growth}: step and class of each alarm. */
  static java.util.List<String> alarms(AnomalyScan scan) {
    return IntStream.range(0, scan.days().size())
        .boxed()
        .flatMap(i -> scan.days().get(i).alarm().stream().map(kind -> i + " " + kind.label()))
        .toList();
  }
}
