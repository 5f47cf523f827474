package dev.poolkeeper.tests.benchmark.method;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyDetector;
import dev.poolkeeper.processors.anomaly.AnomalyScan;
import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.processors.anomaly.ResumedScan;
import dev.poolkeeper.processors.anomaly.pattern.PatternFinder;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is looked for in one series. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnomalyMethods {

  private final Series series = new Series();

  /** The first night. */
  @Benchmark
  public AnomalyScan scanWhole() {
    return AnomalyDetector.scan(series.next().values(), AlarmThresholds.SHIPPED, Materiality.ANY);
  }

  /** Every further night. */
  @Benchmark
  public ResumedScan scanLastDay() {
    double[] values = series.next().values();
    return AnomalyDetector.resume(
        values, values.length - 1, Map.of(), AlarmThresholds.SHIPPED, Materiality.ANY);
  }

  /** Of series of which something is told. */
  @Benchmark
  public PatternOutcome patterns() {
    return PatternFinder.find(series.next());
  }
}
