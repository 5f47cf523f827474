package dev.poolkeeper.processors.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthStateTest {

  private static final int HORIZON = 120;

  private static double[] walk(long seed, int days) {
    Random chance = new Random(seed);
    double[] values = new double[days];
    double level = 1e9;
    for (int day = 0; day < days; day++) {
      level += 1e7 * chance.nextDouble() - (day % 14 == 13 ? 6e7 : 0);
      values[day] = Math.rint(level);
    }
    return values;
  }

  private static DailySeries series(double... values) {
    return DailySeries.of("s", DayAxis.DATE, 20_000, values);
  }

  private static Examination examined(DailySeries series) {
    return (Examination) GrowthExaminer.examine(series, HORIZON, new ScorePool());
  }

  private static Examination resumed(DailySeries series, GrowthState state) {
    return (Examination) GrowthExaminer.resume(series, HORIZON, state);
  }

  private static void assertSame(Examination one, Examination other) {
    assertThat(one.basis()).isEqualTo(other.basis());
    assertThat(one.path()).isEqualTo(other.path());
    assertThat(one.scale()).isEqualTo(other.scale());
    assertThat(one.limit()).isEqualTo(other.limit());
    assertThat(one.group()).isEqualTo(other.group());
    assertThat(one.pastErrors()).isEqualTo(other.pastErrors());
    for (int bucket = 0; bucket < 6; bucket++) {
      assertThat(one.own(bucket).ascending()).isEqualTo(other.own(bucket).ascending());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 13, 20, 60, 200, 400})
  void onTheDayItWasLearnedTheSameComesOut(int days) {
    DailySeries series = series(walk(days, days));
    Examination examination = examined(series);

    assertSame(resumed(series, GrowthState.of(examination)), examination);
  }

  @Test
  void aSeriesThatHasGrownPastAPowerOfTwoKeepsItsScale() {
    double[] values = walk(3, 150);
    GrowthState state = GrowthState.of(examined(series(values)));
    double[] longer = Arrays.copyOf(values, 151);
    longer[150] = 3 * values[149];
    Examination later = resumed(series(longer), state);

    assertThat(later.basis().exponent()).isNotEqualTo(state.exponent());
    for (int bucket = 0; bucket < 6; bucket++) {
      assertThat(Math.scalb(later.scale()[bucket], later.basis().exponent()))
          .isEqualTo(Math.scalb(state.scale().get(bucket), state.exponent()));
    }
    assertThat(later.basis().lastValue()).isEqualTo(longer[150]);
  }

  @Test
  void whatWasLearnedDoesNotMakeUpForMissingHistory() {
    GrowthState state = GrowthState.of(examined(series(walk(3, 150))));

    assertThat(GrowthExaminer.resume(series(1, 2, 3), HORIZON, state))
        .isEqualTo(new NotForecast("s", "not enough history: 3 measured days, a forecast needs 7"));
  }

  @Test
  void aStateWithoutSharesIsAMistake() {
    assertThatThrownBy(() -> new GrowthState(1, 0, List.of(), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
