package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnomalyDetectorTest {

  private static List<String> alarms(double[] values) {
    return Made.alarms(Made.scan(values));
  }

  @Test
  void steadyGrowthIsNothing() {
    assertThat(alarms(Made.growing(400))).isEmpty();
  }

  @Test
  void aConstantSeriesIsNothing() {
    AnomalyScan scan = Made.scan(Made.flat(400, 5 * Made.GIB));
    assertThat(scan.days()).allMatch(day -> day.equals(DayJudgement.QUIET));
    assertThat(Made.scan(Made.flat(400, 0)).alarms()).isZero();
  }

  /** Its median deviation is 0, at which other detectors stop. */
  @Test
  void aFlatSeriesThatJumpsAlarms() {
    double[] values = Made.of(200, i -> i < 150 ? 1000 : 1100);
    assertThat(alarms(values)).containsExactly("150 growth");
    assertThat(Made.scan(values).days().get(150).evidence())
        .isEqualTo("rose by 10 % within one day, 45 times the largest such move before");
  }

  @Test
  void aVolumeThatWasEmptyAndFillsAlarms() {
    assertThat(alarms(Made.of(200, i -> i < 150 ? 0 : 5 * Made.GIB))).containsExactly("150 growth");
  }

  @Test
  void aMassDeleteAlarms() {
    double[] values = Made.growing(300);
    for (int i = 250; i < 300; i++) {
      values[i] *= 0.8;
    }
    assertThat(alarms(values)).containsExactly("250 shrink");
  }

  @Test
  void halfOfAVolumeLostAlarmsWhateverWasBefore() {
    // gives 60 % back every 40 days: nothing it has not done before
    double[] values = Made.of(200, i -> 100 - 1.5 * (i % 40 == 0 ? 40 : 40 - i % 40));
    AnomalyScan scan = Made.scan(values);
    assertThat(scan.days().get(160).alarm()).contains(AnomalyKind.SHRINK);
    assertThat(scan.days().get(160).score()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void aSlowLeakAlarms() {
    double[] values = Made.growing(300);
    for (int i = 200; i < 240; i++) {
      for (int j = i; j < 300; j++) {
        values[j] += 0.5 * Made.GIB;
      }
    }
    assertThat(alarms(values)).containsExactly("205 leak", "218 leak");
  }

  @Test
  void aLivingSeriesThatStandsStillAlarmsOnce() {
    double[] values = Made.growing(300);
    Arrays.fill(values, 250, 290, values[249]);
    // and that it catches up at once is a jump
    assertThat(alarms(values)).containsExactly("252 flatline", "290 growth");
  }

  @Test
  void releasesThatStopAlarm() {
    double[] values = Made.sawTooth(200, 7);
    for (int i = 175; i < 200; i++) {
      values[i] = values[174] + (i - 174) * Made.GIB;
    }
    assertThat(alarms(values)).anyMatch(alarm -> alarm.endsWith("pile-up"));
  }

  @Test
  void regularReleasesAreNothing() {
    assertThat(alarms(Made.sawTooth(400, 14))).isEmpty();
  }

  @Test
  void aGlitchToNothingIsNoAnomalyButReported() {
    double[] values = Made.growing(200);
    values[150] = 0;
    AnomalyScan scan = Made.scan(values);
    assertThat(Made.alarms(scan)).isEmpty();
    assertThat(scan.readings().get(150)).isEqualTo(Reading.HELD);
    assertThat(scan.readings().get(151)).isEqualTo(Reading.RETURNED);
    assertThat(scan.doubted()).isEqualTo(1);
  }

  @Test
  void theReturnFromAGlitchIsNoGrowthAndTheGlitchNoHistory() {
    double[] values = Made.growing(200);
    double[] clean = values.clone();
    values[150] /= 2;
    AnomalyScan scan = Made.scan(values);
    assertThat(Made.alarms(scan)).containsExactly("150 shrink");
    assertThat(scan.readings().get(150)).isEqualTo(Reading.GLITCH);
    // later steps are judged as if nothing had been read that day
    clean[150] = Double.NaN;
    assertThat(scan.days().subList(152, 200)).isEqualTo(Made.scan(clean).days().subList(152, 200));
  }

  @Test
  void aVolumeThatIsEmptiedAlarmsOneStepLate() {
    double[] values = Made.growing(200);
    Arrays.fill(values, 150, 200, 0);
    assertThat(alarms(values)).containsExactly("151 shrink");
  }

  @Test
  void missingStepsAreNeitherJudgedNorComparedWith() {
    double[] values = Made.growing(300);
    Arrays.fill(values, 200, 210, Double.NaN);
    AnomalyScan scan = Made.scan(values);
    assertThat(Made.alarms(scan)).isEmpty();
    assertThat(scan.days().subList(200, 210)).containsOnly(DayJudgement.QUIET);
    assertThat(scan.readings().subList(200, 210)).containsOnly(Reading.MISSING);
  }

  @Test
  void aGapOfMonthsIsNoMove() {
    double[] values = Made.growing(400);
    Arrays.fill(values, 200, 300, Double.NaN);
    assertThat(alarms(values)).isEmpty();
  }

  @Test
  void nothingIsSaidOfNothing() {
    assertThat(Made.scan(new double[0]).days()).isEmpty();
    assertThat(Made.scan(Made.flat(50, Double.NaN)).days()).containsOnly(DayJudgement.QUIET);
    assertThat(Made.scan(new double[] {7}).days()).containsExactly(DayJudgement.QUIET);
    assertThat(alarms(new double[] {7, 9e18, 1})).isEmpty();
  }

  @Test
  void theUnitMeansNothing() {
    double[] values = Made.growing(300);
    values[250] *= 1.3;
    double[] doubled = Made.of(300, i -> values[i] * 1024);
    assertThat(Made.scan(doubled).days()).isEqualTo(Made.scan(values).days());
  }

  @Test
  void laterStepsChangeNothingThatWasSaid() {
    double[] values = Made.growing(300);
    values[120] *= 0.6;
    values[200] = 0;
    values[220] = Double.NaN;
    List<DayJudgement> whole = Made.scan(values).days();
    for (int length : new int[] {100, 121, 122, 201, 202, 221, 260}) {
      assertThat(Made.scan(Arrays.copyOf(values, length)).days())
          .isEqualTo(whole.subList(0, length));
    }
  }

  @Test
  void tenPebibytesAreJudgedLikeTen() {
    assertThat(alarms(Made.of(200, i -> i < 150 ? 0x1p53 : 0x1.2p53))).hasSize(1);
  }

  @Test
  void smallMovesDoNotMatter() {
    double[] values = Made.of(200, i -> i < 150 ? 1000 : 1100);
    assertThat(
            AnomalyDetector.scan(values, AlarmThresholds.SHIPPED, new Materiality(101, 0)).alarms())
        .isZero();
    assertThat(
            AnomalyDetector.scan(values, AlarmThresholds.SHIPPED, new Materiality(0, 10_001))
                .alarms())
        .isZero();
    assertThat(
            AnomalyDetector.scan(values, AlarmThresholds.SHIPPED, new Materiality(99, 9000))
                .alarms())
        .isEqualTo(1);
  }

  @Test
  void whatWasCalledExpectedMustBeAQuarterWorseToAlarm() {
    double[] values = Made.of(200, i -> i < 150 ? 1000 : 1100);
    AlarmThresholds raised =
        AlarmThresholds.SHIPPED.raisedBy(Map.of(AnomalyKind.GROWTH, 45.0, AnomalyKind.LEAK, 90.0));
    assertThat(raised.of(AnomalyKind.GROWTH)).isEqualTo(56.25);
    assertThat(raised.of(AnomalyKind.SHRINK))
        .isEqualTo(AlarmThresholds.SHIPPED.of(AnomalyKind.SHRINK));
    assertThat(AnomalyDetector.scan(values, raised, Materiality.ANY).alarms()).isZero();
  }
}
