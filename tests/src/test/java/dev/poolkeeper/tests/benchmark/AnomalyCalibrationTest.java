package dev.poolkeeper.tests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small fleet of every run of the build; the whole measurement is {@link AnomalyBenchmark}. */
class AnomalyCalibrationTest {

  /**
   * 400 volumes have about 140 events and 72,000 nights. Measured on large fleets: recall 0.98, 0.5
   * false alarms per 1,000 nights. The bounds leave three standard errors.
   */
  @Test
  void eventsAreFoundAndFewAlarmsAreFalse() {
    EpisodeScore score = EpisodeScore.of(LabelledFleet.of(20_261, 400), AlarmThresholds.SHIPPED);
    assertThat(score.recall()).isGreaterThan(0.92);
    assertThat(score.falseAlarmsPerThousandNights()).isLessThan(0.8);
    assertThat(score.precision()).isGreaterThan(0.68);
    assertThat(score.recall("massdel")).isEqualTo(1);
    assertThat(score.recall("jump")).isEqualTo(1);
    assertThat(score.delay("massdel")).isZero();
  }

  /** 50 series of each kind; measured on 250: at least 0.94 and 0.98. */
  @Test
  void patternsAreFoundAndFewAreFalse() {
    PatternScore score = PatternScore.of(20_262, 50);
    for (PatternScore.Share share :
        List.of(
            score.weeklyCycle(),
            score.period(),
            score.step(),
            score.slopeChange(),
            score.saturation())) {
      assertThat(share.precision()).isGreaterThan(0.85);
      assertThat(share.recall()).isGreaterThan(0.92);
    }
  }
}
