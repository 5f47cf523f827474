package dev.poolkeeper.processors.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClaimDayTest {

  private static ClaimDay day(OptionalLong used, OptionalLong capacity) {
    return new ClaimDay("prod-a", "media", "data", LocalDate.of(2026, 2, 10), used, capacity);
  }

  @Test
  void zeroIsKnownAndNothingIsNot() {
    assertThat(day(OptionalLong.of(0), OptionalLong.empty()).known()).isTrue();
    assertThat(day(OptionalLong.empty(), OptionalLong.of(Long.MAX_VALUE)).known()).isTrue();
    assertThat(day(OptionalLong.empty(), OptionalLong.empty()).known()).isFalse();
  }

  @Test
  void bytesAreNotNegative() {
    assertThatThrownBy(() -> day(OptionalLong.of(-1), OptionalLong.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("usedBytes is negative: -1");
  }
}
