package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunAndReleaseScoreTest {

  private static TrustedValues trusted(double[] values) {
    TrustedValues trusted = new TrustedValues(values.length);
    for (int i = 0; i < values.length; i++) {
      trusted.accept(i, values[i]);
    }
    return trusted;
  }

  /** Never stood still before, six readings now: 6 / (0 + 2). */
  @Test
  void aStandStillIsMeasuredInTheLongestBefore() {
    double[] values = Made.of(106, i -> 1000 + Math.min(i, 99));
    Signal signal = new FlatlineScore(trusted(values)).at(105);
    assertThat(signal).isEqualTo(new Signal(3, 6, 6, Double.NaN, 0));
  }

  @Test
  void missingStepsAreNoStandStill() {
    double[] values = Made.growing(120);
    Arrays.fill(values, 100, 119, Double.NaN);
    values[119] = values[99];
    assertThat(new FlatlineScore(trusted(values)).at(119).steps()).isEqualTo(1);
  }

  @Test
  void aSeriesThatMostlyStandsStillSaysNothingByStandingStill() {
    double[] values = Made.of(400, i -> 1000 + i / 10);
    for (int i = 0; i < 400; i++) {
      assertThat(new FlatlineScore(trusted(values)).at(i)).isEqualTo(Signal.NONE);
    }
  }

  /** Gaps of 7, none for 16 steps: (16 - 7) / (3 + 7 - 7). */
  @Test
  void missedReleasesAreMeasuredInTheGapsBefore() {
    double[] values = Made.of(100, i -> 1000 + (i < 84 ? i % 7 : i - 77));
    assertThat(values[77]).isEqualTo(1000);
    Signal signal = new PileUpScore(trusted(values)).at(93);
    assertThat(signal).isEqualTo(new Signal(3, 16, 16, Double.NaN, 7));
  }

  @Test
  void beforeFourReleasesNothingIsSaid() {
    double[] values = Made.of(100, i -> 1000 + (i < 21 ? i % 7 : i - 14));
    assertThat(new PileUpScore(trusted(values)).at(99)).isEqualTo(Signal.NONE);
  }

  /** Beside the mass delete every release looks small. */
  @Test
  void aMassDeleteDoesNotHideTheReleases() {
    double[] values = Made.of(150, i -> 1000 + i % 7 - (i >= 100 ? 500 : 0));
    for (int i = 100; i < 150; i++) {
      assertThat(new PileUpScore(trusted(values)).at(i)).isEqualTo(Signal.NONE);
    }
  }
}
