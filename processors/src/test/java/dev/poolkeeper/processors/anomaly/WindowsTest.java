package dev.poolkeeper.processors.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindowsTest {

  /** numpy.quantile of ((i * 7919) mod 101) / 10 for i below 21, NumPy 1.24.2. */
  @Test
  void quantilesAreThoseOfNumpy() {
    SortedWindow window = new SortedWindow();
    for (int i = 0; i < 21; i++) {
      window.add(i * 7919 % 101 / 10.0);
    }
    assertThat(window.quantile(0)).isZero();
    assertThat(window.quantile(0.1)).isCloseTo(0.6, within(1e-12));
    assertThat(window.quantile(0.25)).isCloseTo(2.2, within(1e-12));
    assertThat(window.median()).isCloseTo(4.4, within(1e-12));
    assertThat(window.quantile(0.9)).isCloseTo(8.5, within(1e-12));
    assertThat(window.quantile(1)).isCloseTo(9.1, within(1e-12));
    assertThat(window.robustDeviation())
        .isCloseTo((window.quantile(0.75) - 2.2) / 1.3489795003921634, within(1e-12));
  }

  @Test
  void aSlidingWindowAgreesWithSortingEachTime() {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = Made.of(500, i -> Math.floor(20 * random.nextDouble()));
    TrailingWindow window = new TrailingWindow(50);
    SlidingExtreme extreme = new SlidingExtreme(500);
    for (int i = 0; i < 500; i++) {
      window.add(values[i]);
      extreme.add(i, values[i]);
      extreme.forgetBefore(i - 49);
      double[] sorted = Arrays.copyOfRange(values, Math.max(0, i - 49), i + 1);
      Arrays.sort(sorted);
      int n = sorted.length;
      assertThat(window.median()).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
      assertThat(window.range()).isEqualTo(sorted[n - 1] - sorted[0]);
      assertThat(window.mean()).isCloseTo(Arrays.stream(sorted).average().orElse(0), within(1e-9));
      assertThat(extreme.maximum()).isEqualTo(sorted[n - 1]);
    }
  }

  @Test
  void sharesAndTailsCountStrictly() {
    SortedWindow window = new SortedWindow();
    for (double value : new double[] {3, 1, 2, 2}) {
      window.add(value);
    }
    assertThat(window.shareBelow(2)).isEqualTo(0.25);
    assertThat(window.above(2)).containsExactly(3);
    assertThat(window.above(3)).isEmpty();
  }

  @Test
  void whatIsNotInTheWindowCannotLeaveIt() {
    assertThatThrownBy(() -> new SortedWindow().remove(1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SortedWindow().median()).isInstanceOf(IllegalStateException.class);
    assertThat(new SlidingExtreme(1).maximum()).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
