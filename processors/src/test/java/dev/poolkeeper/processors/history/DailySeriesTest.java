package dev.poolkeeper.processors.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DailySeriesTest {

  @Test
  void missingDaysAreCountedOut() {
    DailySeries series = DailySeries.of("a", DayAxis.INDEX, 5, 1, Double.NaN, 3);
    assertThat(series.length()).isEqualTo(3);
    assertThat(series.knownDays()).isEqualTo(2);
    assertThat(series.isKnown(1)).isFalse();
    assertThat(series.lastDay()).isEqualTo(7);
  }

  @Test
  void anEmptySeriesEndsBeforeItBegins() {
    DailySeries series = DailySeries.of("a", DayAxis.INDEX, 5);
    assertThat(series.lastDay()).isEqualTo(4);
    assertThat(series.knownDays()).isZero();
  }

  @Test
  void nobodyChangesItFromOutside() {
    double[] given = {1, 2};
    DailySeries series = DailySeries.of("a", DayAxis.INDEX, 0, given);
    given[0] = 9;
    series.values()[1] = 9;
    assertThat(series.values()).containsExactly(1, 2);
  }

  @Test
  void infiniteValuesAreRefused() {
    assertThatThrownBy(() -> DailySeries.of("a", DayAxis.INDEX, 0, 1, Double.POSITIVE_INFINITY))
        .hasMessage("a holds an infinite value");
  }

  @Test
  void daysReadAsDatesOrAsNumbers() {
    long day = LocalDate.of(2026, 2, 11).toEpochDay();
    assertThat(DayAxis.DATE.label(day)).isEqualTo("2026-02-11");
    assertThat(DayAxis.INDEX.label(42)).isEqualTo("day 42");
  }
}
