package dev.poolkeeper.processors.growth.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {

  private static final double[] VALUES = {3, 5, 4, 8, 9, 7, 12, 11, 15, 14, 13, 18, 16, 21, 20};

  private static double[] forecast(Smoothing smoothing, double[] values, int days) {
    double[] forecast = new double[days];
    smoothing.path(values).forecast(values.length, forecast);
    return forecast;
  }

  /** By hand: 4, 4 + (5-4)/2 = 4.5, 4.25, 6.125 with first level 5. */
  @Test
  void aLevelAloneIsAWeightedMean() {
    Smoothing half = new Smoothing(.5, 0, 1, 5, 0);
    assertThat(forecast(half, new double[] {3, 5, 4, 8}, 2)).containsExactly(6.125, 6.125);
    assertThat(half.squaredError(new double[] {3, 5, 4, 8}))
        .isEqualTo(4 + 1 + .25 + 3.75 * 3.75, within(1e-12));
  }

  @Test
  void fullWeightsContinueTheLastChange() {
    Smoothing all = new Smoothing(1, 1, 1, 0, 0);
    assertThat(forecast(all, new double[] {1, 2, 7}, 3)).containsExactly(12, 17, 22);
  }

  /** l + b(φ + φ² + φ³) with l = 7, b = 5, φ = 0.5. */
  @Test
  void aDampedTrendFades() {
    double[] forecast = new double[3];
    new SmoothedPath(new double[] {7}, new double[] {5}, .5).forecast(1, forecast);
    assertThat(forecast).containsExactly(9.5, 10.75, 11.375);
  }

  @Test
  void aStraightLineIsContinuedExactly() {
    double[] line = new double[40];
    for (int i = 0; i < line.length; i++) {
      line[i] = 100 + 3 * i;
    }
    double[] forecast = forecast(SmoothingFit.holt(line), line, 2);
    assertThat(forecast[0]).isEqualTo(220, within(1e-9));
    assertThat(forecast[1]).isEqualTo(223, within(1e-9));
  }

  /** Against every pair of weights in steps of a hundredth. */
  @Test
  void noWeightsAreMuchBetterThanTheFittedOnes() {
    Smoothing fitted = SmoothingFit.holt(VALUES);
    double best = Double.MAX_VALUE;
    for (int level = 1; level < 100; level++) {
      for (int trend = 0; trend < 100; trend++) {
        best =
            Math.min(
                best,
                new Smoothing(
                        level / 100.0, trend / 100.0, 1, fitted.firstLevel(), fitted.firstTrend())
                    .squaredError(VALUES));
      }
    }
    assertThat(fitted.squaredError(VALUES)).isLessThan(best * 1.005);
  }

  @Test
  void oneValueIsContinued() {
    double[] one = {4};
    assertThat(forecast(SmoothingFit.simple(one), one, 1)).containsExactly(4);
    assertThat(forecast(SmoothingFit.holt(one), one, 1)).containsExactly(4);
    assertThat(forecast(SmoothingFit.damped(one), one, 1)).containsExactly(4);
  }

  @Test
  void whatIsGivenUpIsOverItsLimitAndWhatIsNotIsTheSame() {
    Smoothing smoothing = new Smoothing(.3, .1, .95, 3, 1);
    double whole = smoothing.squaredError(VALUES);
    assertThat(smoothing.squaredError(VALUES, whole)).isEqualTo(whole);
    for (double limit = 0; limit < whole; limit += whole / 50) {
      assertThat(smoothing.squaredError(VALUES, limit)).isGreaterThan(limit);
    }
  }
}
