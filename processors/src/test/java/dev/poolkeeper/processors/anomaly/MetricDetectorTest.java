package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricDetectorTest {

  private static final int DAY = 288;

  /** Busy for eight hours of every day, with noise. */
  private static double[] days(int steps) {
    SplittableRandom random = new SplittableRandom(5);
    double[] noise = Made.of(steps, i -> random.nextDouble());
    return Made.of(steps, i -> (i % DAY > 96 && i % DAY < 192 ? 80 : 20) + 6 * noise[i]);
  }

  private static int[] alarms(double[] values, int stepsPerDay) {
    DayJudgement[] days = MetricDetector.scan(values, stepsPerDay);
    return IntStream.range(0, days.length).filter(i -> days[i].alarm().isPresent()).toArray();
  }

  @Test
  void whatComesEveryDayIsNothing() {
    assertThat(alarms(days(14 * DAY), DAY)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aBusyNightAlarmsOnce() {
    double[] values = days(10 * DAY);
    int night = 9 * DAY + 30;
    for (int i = night; i < night + 40; i++) {
      values[i] += 60;
    }
    assertThat(alarms(values, DAY)).contains(night);
    assertThat(Arrays.stream(alarms(values, DAY)).filter(i -> i >= night).count())
        .isLessThanOrEqualTo(2);
    assertThat(MetricDetector.scan(values, DAY)[night].alarm()).contains(AnomalyKind.GROWTH);
    assertThat(MetricDetector.scan(values, DAY)[night].evidence())
        .startsWith("more than usual, as happens once in ");
  }

  @Test
  void aMissedBusyDayAlarms() {
    double[] values = days(10 * DAY);
    for (int i = 9 * DAY; i < 10 * DAY; i++) {
      values[i] = 20 + i % 7;
    }
    DayJudgement[] judged = MetricDetector.scan(values, DAY);
    List<AnomalyKind> lastDay =
        IntStream.range(9 * DAY, 10 * DAY)
            .boxed()
            .flatMap(i -> judged[i].alarm().stream())
            .toList();
    assertThat(lastDay).contains(AnomalyKind.SHRINK);
  }

  @Test
  void aConstantMeasureThatJumpsAlarms() {
    assertThat(alarms(Made.of(1000, i -> i < 900 ? 5 : 6), DAY)).startsWith(900);
    assertThat(alarms(Made.flat(1000, 5), DAY)).isEmpty();
    assertThat(alarms(Made.flat(1000, 0), DAY)).isEmpty();
    assertThat(alarms(Made.flat(1000, Double.NaN), DAY)).isEmpty();
    assertThat(alarms(new double[] {1}, 0)).isEmpty();
  }

  @Test
  void laterStepsChangeNothingThatWasSaid() {
    double[] values = days(6 * DAY);
    values[1000] = 300;
    values[1200] = Double.NaN;
    DayJudgement[] whole = MetricDetector.scan(values, DAY);
    DayJudgement[] part = MetricDetector.scan(Arrays.copyOf(values, 1300), DAY);
    assertThat(part).containsExactly(Arrays.copyOf(whole, 1300));
  }

  /** 1,000 distances of an exponential law: the next of 9.21 has a probability of 1e-4. */
  @Test
  void theTailOfAnExponentialLawIsKnown() {
    TailScore tail = new TailScore();
    for (int i = 0; i < 1000; i++) {
      // a scrambled order: the low ones must not all come first
      tail.next(-Math.log1p(-((i * 337 % 1000) + 0.5) / 1000));
    }
    assertThat(tail.next(-Math.log(1e-4))).isCloseTo(1, within(0.1));
    assertThat(tail.next(-Math.log(1e-2))).isCloseTo(0.5, within(0.05));
    assertThat(tail.next(-Math.log(0.5))).isCloseTo(-Math.log10(0.5) / 4, within(0.01));
  }

  @Test
  void hourlyAndFasterSeriesAreMeasuresAndSlowerOnesDays() {
    double[] values = days(10 * DAY);
    double[] minutes = Made.of(values.length, i -> 1.7e9 + 300 * i);
    double[] days = Made.of(values.length, i -> 1.7e9 + 86_400.0 * i);
    ObservationDetector detector = new ObservationDetector(AlarmThresholds.SHIPPED, 0);
    assertThat(detector.judge(minutes, true, values, Materiality.ANY).rows())
        .containsExactly(MetricDetector.scan(values, DAY));
    assertThat(detector.judge(days, true, values, Materiality.ANY).rows())
        .isEqualTo(Made.scan(values).days());
  }

  @Test
  void plainNumbersAreDaysForThreeYears() {
    double[] values = days(1300);
    double[] index = Made.of(1300, i -> i);
    ObservationDetector detector = new ObservationDetector(AlarmThresholds.SHIPPED, 0);
    List<DayJudgement> rows = detector.judge(index, false, values, Materiality.ANY).rows();
    assertThat(rows.subList(0, 1100)).isEqualTo(Made.scan(values).days().subList(0, 1100));
    assertThat(rows.subList(1100, 1300))
        .containsExactly(Arrays.copyOfRange(MetricDetector.scan(values, 0), 1100, 1300));
    ObservationDetector told = new ObservationDetector(AlarmThresholds.SHIPPED, 1);
    assertThat(told.judge(index, false, values, Materiality.ANY).rows())
        .isEqualTo(Made.scan(values).days());
  }

  @Test
  void ofTwoReadingsOfADayTheLastCounts() {
    double[] times = {0, 1000, 86_400, 172_800};
    double[] values = {5, 7, 8, 9};
    ObservationDetector detector = new ObservationDetector(AlarmThresholds.SHIPPED, 0);
    assertThat(detector.judge(times, true, values, Materiality.ANY).rows())
        .containsOnly(DayJudgement.QUIET)
        .hasSize(4);
  }
}
