package dev.poolkeeper.processors.growth.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class SlopesTest {

  /** Monthly shampoo sales, Makridakis, Wheelwright and Hyndman, Forecasting, 1998. */
  private static final double[] SHAMPOO = {
    266.0, 145.9, 183.1, 119.3, 180.3, 168.5, 231.8, 224.5, 192.8, 122.9, 336.5, 185.9, 194.3,
    149.5, 210.1, 273.3, 191.4, 287.0, 226.0, 303.6, 289.9, 421.6, 264.5, 342.3, 339.7, 440.4,
    315.9, 439.3, 401.3, 437.4, 575.5, 407.6, 682.0, 475.3, 581.3, 646.9
  };

  /** scipy 1.10.1: stats.theilslopes(y[-30:], range(30)) and theilslopes(y, range(36)). */
  @Test
  void theilSenAgreesWithScipy() {
    assertThat(TheilSen.slope(SHAMPOO, 36, 30)).isEqualTo(13.972222222222221, within(1e-12));
    assertThat(TheilSen.slope(SHAMPOO, 36, 90)).isEqualTo(11.509375, within(1e-12));
  }

  @Test
  void theilSenIgnoresAnOutlier() {
    double[] values = {0, 2, 4, 6, 8, 1000, 12, 14, 16, 18};
    assertThat(TheilSen.slope(values, 10, 10)).isEqualTo(2, within(1e-12));
  }

  @Test
  void oneDayHasNoSlope() {
    assertThat(TheilSen.slope(new double[] {5}, 1, 90)).isZero();
    assertThat(LeastSquares.slope(new double[] {5}, 0, 1)).isZero();
  }

  /** scipy 1.10.1: stats.linregress(range(36), y).slope. */
  @Test
  void leastSquaresAgreesWithScipyAndCommonsMath() {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < SHAMPOO.length; i++) {
      regression.addData(i, SHAMPOO[i]);
    }
    double slope = LeastSquares.slope(SHAMPOO, 0, SHAMPOO.length);
    assertThat(slope).isEqualTo(12.07907335907336, within(1e-12));
    assertThat(slope).isEqualTo(regression.getSlope(), within(1e-12));
  }

  @Test
  void leastSquaresKeepsItsDigitsOnALargeLevel() {
    double[] values = new double[365];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e15 + 3 * i;
    }
    assertThat(LeastSquares.slope(values, 0, 365)).isEqualTo(3, within(1e-9));
  }

  @Test
  void theMedianIsThatOfCommonsMath() {
    double[] odd = {5, 1, 9, 3, 3};
    double[] even = {4, 1, 3, 2};
    assertThat(Median.ofScratch(odd.clone(), 5)).isEqualTo(new Percentile().evaluate(odd, 50));
    assertThat(Median.ofScratch(even.clone(), 4)).isEqualTo(2.5);
    assertThat(Median.ofScratch(even.clone(), 3)).isEqualTo(3);
    assertThat(Median.ofScratch(even.clone(), 0)).isZero();
  }

  /** Against sorting: scattered, many equal, sorted both ways, two values, nearly all the same. */
  @Test
  void theMedianIsThatOfTheSortedValues() {
    for (int size : new int[] {1, 2, 3, 80, 81, 82, 119, 120, 299, 435, 1770, 4004, 4005}) {
      for (int shape = 0; shape < 7; shape++) {
        double[] values = shaped(size, shape);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double upper = sorted[size / 2];
        double lower = size % 2 == 0 ? sorted[size / 2 - 1] : upper;
        assertThat(Median.ofScratch(values, size))
            .as("%d of shape %d", size, shape)
            .isEqualTo(lower + (upper - lower) / 2);
      }
    }
  }

  private static double[] shaped(int size, int shape) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      double scattered = (i * 7919L + 13) % 4099;
      values[i] =
          switch (shape) {
            case 0 -> scattered;
            case 1 -> scattered % 5;
            case 2 -> i;
            case 3 -> -i;
            case 4 -> i % 2;
            // a sample of every n-th sees other values than there are
            case 5 -> i % 31 == 15 ? 1e6 + i : -scattered;
            default -> i % 100 == 0 ? scattered - 2000 : 0;
          };
    }
    return values;
  }
}
