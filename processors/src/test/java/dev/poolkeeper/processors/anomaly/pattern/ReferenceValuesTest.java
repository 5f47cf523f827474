package dev.poolkeeper.processors.anomaly.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against SciPy 1.10.1 and NumPy 1.24.2, on ((i * 7919) mod 101) / 10. */
class ReferenceValuesTest {

  private static double scrambled(int i) {
    return i * 7919 % 101 / 10.0;
  }

  /** scipy.stats.f_oneway of the seven weekdays of 84 values, 3 added to the third. */
  @Test
  void theVarianceRatioIsThatOfScipy() {
    double[] changes =
        IntStream.range(0, 84).mapToDouble(i -> scrambled(i) + (i % 7 == 2 ? 3 : 0)).toArray();
    double[] means = new double[7];
    for (int i = 0; i < 84; i++) {
      means[i % 7] += changes[i] / 12;
    }
    assertThat(WeekdayTest.f(changes, means)).isCloseTo(1.164310030647222, within(1e-12));
  }

  /** scipy.stats.theilslopes of 40 values with half a unit a day. */
  @Test
  void theMedianSlopeIsThatOfScipy() {
    double[] levels = IntStream.range(0, 40).mapToDouble(i -> scrambled(i) + 0.5 * i).toArray();
    assertThat(SaturationTest.medianSlope(levels, 0, 40)).isCloseTo(0.56, within(1e-12));
  }

  @Test
  void theDeviationOfTheNormalQuartilesIsOne() {
    // quartiles of the standard normal law and its median
    double[] values = {-0.6744897501960817, 0, 0.6744897501960817};
    assertThat(Changes.deviation(values, 0, 3, 0)).isCloseTo(1, within(1e-9));
  }
}
