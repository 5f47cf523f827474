package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdFitTest {

  /** Quantiles of the exponential law: -ln(1 - p). */
  private static List<Double> exponential(int n) {
    return IntStream.range(0, n).mapToObj(i -> -Math.log1p(-(i + 0.5) / n)).toList();
  }

  @Test
  void asManyPeaksPassAsTheBudgetAllows() {
    // 1000 peaks of an exponential law; 10 allowed: -ln(0.01)
    assertThat(ThresholdFit.passedBy(10, exponential(1000))).isCloseTo(4.605, within(0.1));
    // beyond the data: half an alarm allowed
    assertThat(ThresholdFit.passedBy(0.5, exponential(1000))).isCloseTo(7.6, within(0.4));
  }

  @Test
  void moreBudgetMeansALowerThreshold() {
    List<Double> peaks = exponential(500);
    double[] thresholds =
        DoubleStream.of(0.1, 1, 3, 10, 50, 499).map(a -> ThresholdFit.passedBy(a, peaks)).toArray();
    for (int i = 1; i < thresholds.length; i++) {
      assertThat(thresholds[i]).isLessThan(thresholds[i - 1]);
    }
  }

  @Test
  void fewOrEqualPeaksGiveAThresholdToo() {
    assertThat(ThresholdFit.passedBy(1, List.of())).isZero();
    assertThat(ThresholdFit.passedBy(2, List.of(1.0, 3.0))).isZero();
    assertThat(ThresholdFit.passedBy(1, List.of(1.0, 3.0))).isBetween(1.0, 3.0);
    List<Double> equal = IntStream.range(0, 50).mapToObj(i -> 2.0).toList();
    assertThat(ThresholdFit.passedBy(1, equal)).isCloseTo(2, within(1e-9)).isGreaterThan(2);
  }

  @Test
  void aYoungSiteKeepsTheShippedThresholds() {
    assertThat(ThresholdFit.fit(Map.of(), 10, 1999, 1)).isSameAs(AlarmThresholds.SHIPPED);
  }

  @Test
  void whatHappensEveryWeekIsBelowEveryThreshold() {
    List<Double> weekly = IntStream.range(0, 50).mapToObj(i -> 0.97 + 0.001 * i).toList();
    AlarmThresholds fitted =
        ThresholdFit.fit(
            Map.of(AnomalyKind.SHRINK, weekly), 100, 18_000, ThresholdFit.DEFAULT_BUDGET);
    for (AnomalyKind kind : AnomalyKind.values()) {
      assertThat(fitted.of(kind)).as(kind.label()).isGreaterThan(weekly.get(49));
    }
  }

  @Test
  void aSiteWithHeavyTailsGetsHigherThresholds() {
    List<Double> heavy = exponential(400).stream().map(x -> 5 * x).toList();
    AlarmThresholds fitted =
        ThresholdFit.fit(
            Map.of(AnomalyKind.GROWTH, heavy), 100, 18_000, ThresholdFit.DEFAULT_BUDGET);
    assertThat(fitted.of(AnomalyKind.GROWTH)).isBetween(20.0, 27.0);
    assertThat(fitted.of(AnomalyKind.PILE_UP))
        .isEqualTo(AlarmThresholds.SHIPPED.of(AnomalyKind.PILE_UP) / 2);
  }

  @Test
  void theFitFindsTheShapeOfTheLaw() {
    for (double shape : new double[] {-0.3, 0, 0.2, 0.4}) {
      GeneralizedPareto law = new GeneralizedPareto(shape, 2);
      double[] sample = Made.of(4000, i -> law.excessOf(1 - (i + 0.35) / 4000));
      GeneralizedPareto fitted = GeneralizedPareto.fit(sample);
      assertThat(fitted.shape()).isCloseTo(shape, within(0.03));
      assertThat(fitted.scale()).isCloseTo(2, within(0.05));
    }
  }

  /** scipy.stats.genpareto.sf(3, 0.2, scale=2) and expon.sf(3, scale=2), scipy 1.10.1. */
  @Test
  void survivalAgreesWithScipy() {
    assertThat(new GeneralizedPareto(0.2, 2).survival(3))
        .isCloseTo(0.2693290743429044, within(1e-12));
    assertThat(new GeneralizedPareto(-0.2, 2).survival(3))
        .isCloseTo(0.16806999999999994, within(1e-12));
    assertThat(new GeneralizedPareto(0, 2).survival(3))
        .isCloseTo(0.22313016014842982, within(1e-12));
    assertThat(new GeneralizedPareto(-0.2, 2).survival(11)).isZero();
    assertThat(new GeneralizedPareto(0.2, 2).excessOf(0.2693290743429044))
        .isCloseTo(3, within(1e-9));
  }
}
