package dev.poolkeeper.tests.benchmark.method;

import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.growth.candidate.Past;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One forecast of 90 days from the end of a series, fitting included, by candidate. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CandidateMethods {

  private static final int DAYS = 90;

  /** All of {@link Candidate}. */
  @Param public Candidate candidate = Candidate.LAST_VALUE;

  private final Series series = new Series();

  @Benchmark
  public double[] forecast() {
    double[] into = new double[DAYS];
    candidate.forecast(Past.of(series.nextFilled()), into);
    return into;
  }
}
