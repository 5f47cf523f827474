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

  private static double[] wandering(int days) {
    double[] values = new double[days];
    double level = 1;
    for (int i = 0; i < days; i++) {
      level += .004 + .02 * Math.sin(i * 1.7) + (i % 13 == 0 ? .03 : 0);
      values[i] = level + .01 * ((i * 7919) % 101 - 50) / 50;
    }
    return values;
  }

  /** No neighbour at a thousandth may be clearly better: the grid alone is not that fine. */
  @Test
  void fittedWeightsAreTheBestOfTheirNeighbours() {
    for (int days : new int[] {40, 200}) {
      double[] values = wandering(days);
      for (Smoothing fitted :
          new Smoothing[] {
            SmoothingFit.simple(values), SmoothingFit.holt(values), SmoothingFit.damped(values)
          }) {
        double error = fitted.squaredError(values);
        for (int to = -1; to <= 1; to += 2) {
          double step = .002 * to;
          assertThat(moved(fitted, step, 0, 0).squaredError(values))
              .isGreaterThan(error * (1 - 3e-3));
          if (fitted.trendWeight() > 0) {
            assertThat(moved(fitted, 0, step, 0).squaredError(values))
                .isGreaterThan(error * (1 - 3e-3));
          }
          if (fitted.damping() < 1) {
            assertThat(moved(fitted, 0, 0, step).squaredError(values))
                .isGreaterThan(error * (1 - 3e-3));
          }
        }
      }
    }
  }

  private static Smoothing moved(Smoothing from, double level, double trend, double damping) {
    return new Smoothing(
        Math.max(1e-4, Math.min(1 - 1e-4, from.levelWeight() + level)),
        Math.max(1e-4, Math.min(1 - 1e-4, from.trendWeight() + trend)),
        Math.max(.8, Math.min(.98, from.damping() + damping)),
        from.firstLevel(),
        from.firstTrend());
  }

  /** Of three models each contains the one before, but for a damping that ends at 0.98. */
  @Test
  void aModelWithMoreFreedomFitsNoWorse() {
    double[] values = wandering(120);
    double simple = SmoothingFit.simple(values).squaredError(values);
    double holt = SmoothingFit.holt(values).squaredError(values);
    double damped = SmoothingFit.damped(values).squaredError(values);
    assertThat(holt).isLessThan(simple);
    assertThat(damped).isLessThan(simple);
    assertThat(SmoothingFit.simple(values).trendWeight()).isZero();
    assertThat(SmoothingFit.holt(values).damping()).isEqualTo(1);
    assertThat(SmoothingFit.damped(values).damping()).isBetween(.8, .98);
  }

  /** Pure noise around a level wants a small weight, a random walk a large one. */
  @Test
  void theLevelWeightFollowsWhatTheSeriesIs() {
    double[] noise = new double[200];
    double[] walk = new double[200];
    for (int i = 0; i < 200; i++) {
      double chance = ((i * 7919) % 1009 - 504) / 504.0;
      noise[i] = 10 + chance;
      walk[i] = (i == 0 ? 10 : walk[i - 1]) + chance;
    }
    assertThat(SmoothingFit.simple(noise).levelWeight()).isLessThan(.1);
    assertThat(SmoothingFit.simple(walk).levelWeight()).isGreaterThan(.8);
  }
}
