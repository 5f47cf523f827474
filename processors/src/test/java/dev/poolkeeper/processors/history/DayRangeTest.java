package dev.poolkeeper.processors.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which days before a night are still to be asked for. */
class DayRangeTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);

  private static LocalDate before(int days) {
    return NIGHT.minusDays(days);
  }

  private static Optional<DayRange> told(int first, int last) {
    return Optional.of(new DayRange(before(first), before(last)));
  }

  @Test
  void atFirstTheWholeLookBackIsMissing() {
    assertThat(DayRange.missing(NIGHT, 90, Optional.empty())).isEqualTo(told(90, 1));
    assertThat(DayRange.missing(NIGHT, 1, Optional.empty())).isEqualTo(told(1, 1));
  }

  @Test
  void laterOnlyTheDaysSinceTheLastOneTold() {
    assertThat(DayRange.missing(NIGHT, 90, told(120, 4))).isEqualTo(told(3, 1));
  }

  @Test
  void nothingIsMissingOnceYesterdayWasTold() {
    assertThat(DayRange.missing(NIGHT, 90, told(90, 1))).isEmpty();
    assertThat(DayRange.missing(NIGHT, 90, told(90, -30))).isEmpty();
  }

  @Test
  void aLongPauseIsAskedForAsFarAsTheLookBackGoes() {
    assertThat(DayRange.missing(NIGHT, 90, told(500, 400))).isEqualTo(told(90, 1));
  }

  @Test
  void aLongerLookBackAsksForAllOfIt() {
    assertThat(DayRange.missing(NIGHT, 400, told(90, 1))).isEqualTo(told(400, 1));
  }

  @Test
  void noLookBackAsksForNothing() {
    assertThat(DayRange.missing(NIGHT, 0, Optional.empty())).isEmpty();
    assertThat(DayRange.missing(NIGHT, 0, told(90, 4))).isEmpty();
  }

  @Test
  void aRangeEndsNotBeforeItBegins() {
    assertThatThrownBy(() -> new DayRange(NIGHT, before(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-02-11 to 2026-02-10");
  }
}
