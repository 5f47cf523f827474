package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoveScoreTest {

  private static double scoreOfLast(double[] values, int span) {
    TrustedValues trusted = new TrustedValues(values.length);
    MoveScore score = new MoveScore(trusted, values.length, span, 0.002, 0.01);
    double last = 0;
    for (int i = 0; i < values.length; i++) {
      trusted.accept(i, values[i]);
      last = score.at(i).score();
    }
    return last;
  }

  /** All earlier moves are 0: 100 / (0.002 * 1100), with 99 earlier moves of 60 needed. */
  @Test
  void ofAFlatSeriesItIsTheMoveInFloors() {
    assertThat(scoreOfLast(Made.of(101, i -> i < 100 ? 1000 : 1100), 1))
        .isCloseTo(45.4545454545, within(1e-9));
  }

  /** A fall has a floor of 1 % of the larger value. */
  @Test
  void aFallCountsInLargerFloors() {
    assertThat(scoreOfLast(Made.of(101, i -> i < 100 ? 1000 : 900), 1))
        .isCloseTo(-10, within(1e-9));
  }

  /** 30 moves of 0 or 10 before it: median 0, record 10; 40 / (10 + 0.002 * 1100) * 30 / 60. */
  @Test
  void aYoungSeriesCountsLess() {
    double[] values = new double[32];
    values[0] = 1000;
    for (int i = 1; i < 31; i++) {
      values[i] = values[i - 1] + (i % 5 == 0 ? 10 : 0);
    }
    values[31] = values[30] + 40;
    assertThat(values[31]).isEqualTo(1100);
    assertThat(scoreOfLast(values, 1)).isCloseTo(40 / 12.2 * 0.5, within(1e-9));
  }

  /** Three steps of 1 each are expected, a fourth step of 13 makes 15: 12 / (0.002 sqrt(3) y). */
  @Test
  void expectedGrowthIsTakenOff() {
    double[] values = Made.of(201, i -> 1000 + i + (i == 200 ? 12 : 0));
    assertThat(scoreOfLast(values, 3)).isCloseTo(12 / (0.002 * Math.sqrt(3) * 1212), within(1e-9));
  }

  @Test
  void slowerGrowthIsNoFallAndASlowerFallNoGrowth() {
    double[] stopped = Made.of(201, i -> 1000 + 10 * Math.min(i, 198));
    assertThat(scoreOfLast(stopped, 3)).isZero();
    assertThat(scoreOfLast(Made.of(201, i -> 9000 - stopped[i]), 3)).isZero();
    double[] fallen = Made.of(201, i -> 1000 + 10 * i - (i == 200 ? 500 : 0));
    assertThat(scoreOfLast(fallen, 3)).isNegative();
  }

  @Test
  void theRecordIsRememberedFor400Steps() {
    double[] within = Made.of(500, i -> 1000 + (i >= 150 ? 50 : 0) + (i >= 499 ? 50 : 0));
    assertThat(scoreOfLast(within, 1)).isCloseTo(50 / (50 + 2.2), within(1e-9));
    double[] beyond = Made.of(500, i -> 1000 + (i >= 60 ? 50 : 0) + (i >= 499 ? 50 : 0));
    assertThat(scoreOfLast(beyond, 1)).isCloseTo(50 / 2.2, within(1e-9));
  }

  @Test
  void aMoveAcrossAGapIsNotOneNightsMove() {
    double[] values = Made.of(101, i -> i < 95 ? 1000 : i < 100 ? Double.NaN : 1100);
    assertThat(scoreOfLast(values, 1)).isZero();
    assertThat(scoreOfLast(values, 3)).isZero();
    assertThat(scoreOfLast(values, 7)).isPositive();
  }
}
