package dev.poolkeeper.processors.anomaly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Night by night says what a look at the whole says. */
class ResumedScanTest {

  static List<double[]> lives() {
    double[] jump = Made.growing(260);
    double[] halved = Made.growing(260);
    double[] still = Made.growing(300);
    double[] leak = Made.growing(300);
    double[] gaps = Made.sawTooth(260, 7);
    double[] glitch = Made.growing(220);
    for (int i = 200; i < 260; i++) {
      jump[i] += 40 * Made.GIB;
      halved[i] *= 0.4;
      gaps[i] = gaps[199] + (i - 199) * Made.GIB;
    }
    Arrays.fill(still, 250, 290, still[249]);
    Arrays.fill(gaps, 90, 104, Double.NaN);
    for (int i = 200; i < 300; i++) {
      leak[i] += Math.min(i - 200, 40) * 0.5 * Made.GIB;
    }
    glitch[150] /= 2;
    glitch[180] = 0;
    return List.of(jump, halved, still, leak, gaps, glitch);
  }

  private static List<String> nightByNight(double[] values, int first) {
    List<String> alarms = new ArrayList<>();
    Map<AnomalyKind, RunningEpisode> running = Map.of();
    for (int night = first; night < values.length; night++) {
      ResumedScan scan =
          AnomalyDetector.resume(
              Arrays.copyOf(values, night + 1),
              night == first ? 0 : night,
              running,
              AlarmThresholds.SHIPPED,
              Materiality.ANY);
      running = scan.running();
      scan.steps()
          .forEach(
              step -> step.alarm().ifPresent(kind -> alarms.add(step.step() + " " + kind.label())));
    }
    return alarms;
  }

  @ParameterizedTest
  @MethodSource("lives")
  void nightsOneByOneAlarmAsTheWholeDoes(double[] values) {
    List<String> whole = Made.alarms(Made.scan(values));

    assertThat(whole).isNotEmpty();
    assertThat(nightByNight(values, 120)).isEqualTo(whole);
    assertThat(nightByNight(values, values.length - 1)).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("lives")
  void scoresDoNotDependOnWhereTheScanIsResumed(double[] values) {
    List<DayJudgement> whole = Made.scan(values).days();
    int first = values.length - 40;
    ResumedScan resumed =
        AnomalyDetector.resume(values, first, Map.of(), AlarmThresholds.SHIPPED, Materiality.ANY);

    assertThat(resumed.steps()).hasSize(40);
    assertThat(resumed.steps())
        .allSatisfy(step -> assertThat(step.strongest()).isEqualTo(whole.get(step.step()).score()));
  }

  @Test
  void nothingIsLeftToJudgeOfAnEmptySeries() {
    ResumedScan scan =
        AnomalyDetector.resume(
            new double[0], 0, Map.of(), AlarmThresholds.SHIPPED, Materiality.ANY);

    assertThat(scan.steps()).isEmpty();
    assertThat(scan.running()).isEmpty();
  }

  @Test
  void whatWasCalledExpectedNeedsAQuarterMoreEvenWhenHalfIsLost() {
    double[] values = Made.of(200, i -> i < 150 ? 1000 : 450);
    AlarmThresholds shipped = AlarmThresholds.SHIPPED;
    ResumedScan first = AnomalyDetector.resume(values, 150, Map.of(), shipped, Materiality.ANY);
    double score = requireNonNull(first.steps().get(0).signals().get(AnomalyKind.SHRINK)).score();
    AlarmThresholds raised = shipped.raisedBy(Map.of(AnomalyKind.SHRINK, score));

    assertThat(first.steps().get(0).alarm()).contains(AnomalyKind.SHRINK);
    assertThat(
            AnomalyDetector.resume(values, 150, Map.of(), raised, Materiality.ANY)
                .steps()
                .get(0)
                .alarm())
        .isEmpty();
  }
}
