package dev.poolkeeper.processors.growth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HorizonsTest {

  @Test
  void everyDayAheadHasItsBucket() {
    assertThat(Horizons.bucket(1)).isZero();
    assertThat(Horizons.bucket(3)).isZero();
    assertThat(Horizons.bucket(4)).isEqualTo(1);
    assertThat(Horizons.bucket(90)).isEqualTo(5);
    assertThat(Horizons.bucket(400)).isEqualTo(5);
    int days = 0;
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      days += Horizons.width(bucket);
    }
    assertThat(days).isEqualTo(90);
  }

  @Test
  void whatGrowsWithTheRootOfTheDaysIsReadBackExactly() {
    double[] roots = new double[Horizons.BUCKETS];
    for (int bucket = 0; bucket < roots.length; bucket++) {
      roots[bucket] = Math.sqrt(Horizons.middle(bucket));
    }
    assertThat(Horizons.interpolate(roots, 30)).isEqualTo(Math.sqrt(30), within(1e-12));
    assertThat(Horizons.interpolate(roots, 1)).isEqualTo(Math.sqrt(2));
    assertThat(Horizons.interpolate(roots, 90)).isEqualTo(Math.sqrt(75));
    assertThat(Horizons.interpolate(roots, 360)).isEqualTo(2 * Math.sqrt(75), within(1e-12));
  }
}
