package dev.poolkeeper.processors.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CapacityNumbersTest {

  @Test
  void whatIsNeitherNothingNorAllIsNeverWrittenAsSuch() {
    assertThat(Shares.percent(0)).isEqualTo("0 %");
    assertThat(Shares.percent(.001)).isEqualTo("<1 %");
    assertThat(Shares.percent(.01)).isEqualTo("1 %");
    assertThat(Shares.percent(.99)).isEqualTo("99 %");
    assertThat(Shares.percent(.999)).isEqualTo(">99 %");
    assertThat(Shares.percent(1)).isEqualTo("100 %");
    assertThat(Shares.percent(1.25)).isEqualTo("125 %");
    assertThat(Shares.times(.25)).isEqualTo("0.25 times");
    assertThat(Shares.times(1)).isEqualTo("1.0 times");
    assertThat(Shares.times(1.62)).isEqualTo("1.6 times");
  }

  @Test
  void thresholdsOfAPoolAreSharesInOrder() {
    assertThat(new CapacityPolicy(.8, .8).criticalAt()).isEqualTo(.8);
    assertThat(new CapacityPolicy(.5, 1).criticalAt()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new CapacityPolicy(0, .9));
    assertThatIllegalArgumentException().isThrownBy(() -> new CapacityPolicy(.9, .8));
    assertThatIllegalArgumentException().isThrownBy(() -> new CapacityPolicy(.9, 1.01));
  }
}
