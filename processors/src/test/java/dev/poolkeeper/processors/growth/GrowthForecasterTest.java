package dev.poolkeeper.processors.growth;

import static dev.poolkeeper.processors.growth.Fleets.eventful;
import static dev.poolkeeper.processors.growth.Fleets.examined;
import static dev.poolkeeper.processors.growth.Fleets.forecast;
import static dev.poolkeeper.processors.growth.Fleets.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.poolkeeper.processors.growth.GrowthForecast.Line;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthForecasterTest {

  private static final int DAYS = 90;

  private static DailySeries of(double... values) {
    return DailySeries.of("a", DayAxis.INDEX, 0, values);
  }

  private static void assertSound(GrowthForecast forecast) {
    for (int h = 1; h <= forecast.horizon(); h++) {
      double[] ascending = {
        forecast.value(Line.LOW_95, h),
        forecast.value(Line.LOW_80, h),
        forecast.value(Line.MEAN, h),
        forecast.value(Line.HIGH_80, h),
        forecast.value(Line.HIGH_95, h)
      };
      assertThat(ascending).as("day %d", h).isSorted();
      for (double value : ascending) {
        assertThat(value).as("day %d", h).isFinite();
      }
    }
  }

  private static void assertSame(GrowthForecast one, GrowthForecast other, double factor) {
    for (Line line : Line.values()) {
      for (int h = 1; h <= one.horizon(); h++) {
        double expected = one.value(line, h) * factor;
        assertThat(other.value(line, h))
            .as("%s on day %d", line, h)
            .isEqualTo(expected, within(Math.abs(expected) * 1e-9));
      }
    }
  }

  @Test
  void aLineIsContinued() {
    GrowthForecast forecast = forecast(series(120, day -> 1000 + 5 * day), DAYS);
    assertThat(forecast.value(Line.MEAN, 1)).isEqualTo(1600, within(.1));
    assertThat(forecast.value(Line.MEAN, 90)).isEqualTo(2045, within(5.0));
    assertSound(forecast);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 5e11, -3, 1e308, 1e-300})
  void aConstantStaysWithANarrowBand(double constant) {
    GrowthForecast forecast = forecast(series(200, day -> constant), DAYS);
    assertSound(forecast);
    double rounding = Math.abs(constant) * 1e-14;
    assertThat(forecast.value(Line.MEAN, 90)).isEqualTo(constant, within(rounding));
    double width = forecast.value(Line.HIGH_80, 90) - forecast.value(Line.LOW_80, 90);
    assertThat(width).isLessThanOrEqualTo(Math.abs(constant) * .01);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1024, 0x1p-40, 0x1p300})
  void aChangeOfUnitByAPowerOfTwoChangesNothingElse(double factor) {
    double[] values = eventful(300, 1);
    double[] scaled = Arrays.stream(values).map(value -> value * factor).toArray();
    GrowthForecast one = forecast(of(values), DAYS);
    GrowthForecast other = forecast(of(scaled), DAYS);
    for (Line line : Line.values()) {
      for (int h = 1; h <= DAYS; h++) {
        assertThat(other.value(line, h)).isEqualTo(one.value(line, h) * factor);
      }
    }
  }

  @Test
  void aChangeOfUnitByAnyFactorChangesNothingElse() {
    double[] values = eventful(300, 2);
    double[] scaled = Arrays.stream(values).map(value -> value * 3.7).toArray();
    assertSame(forecast(of(values), DAYS), forecast(of(scaled), DAYS), 3.7);
  }

  @Test
  void whereTheDaysBeginMeansNothing() {
    double[] values = eventful(300, 3);
    DailySeries later = DailySeries.of("a", DayAxis.DATE, 20_000, values);
    assertSame(forecast(of(values), DAYS), forecast(later, DAYS), 1);
  }

  @Test
  void theSameSeriesIsForecastTheSameTwice() {
    double[] values = eventful(400, 4);
    assertSame(forecast(of(values), DAYS), forecast(of(values), DAYS), 1);
  }

  @Test
  void aLongerHorizonOnlyAddsDays() {
    double[] values = eventful(300, 5);
    GrowthForecast near = forecast(of(values), 10);
    GrowthForecast far = forecast(of(values), 400);
    assertSound(far);
    for (Line line : Line.values()) {
      assertThat(far.value(line, 10)).isEqualTo(near.value(line, 10));
    }
  }

  @Test
  void whatWasNeverNegativeIsNotForecastToBe() {
    GrowthForecast forecast = forecast(series(100, day -> 1000 - 10 * day), DAYS);
    assertSound(forecast);
    assertThat(forecast.value(Line.LOW_95, 90)).isZero();
  }

  @Test
  void whatWasNegativeMayBecomeMoreSo() {
    GrowthForecast forecast = forecast(series(100, day -> 100 - 10 * day), DAYS);
    assertSound(forecast);
    assertThat(forecast.value(Line.MEAN, 30)).isEqualTo(-1190, within(5.0));
  }

  @Test
  void hugeAndMixedValuesStayFinite() {
    assertSound(forecast(series(100, day -> day % 2 == 0 ? 1.7e308 : -1.7e308), DAYS));
    assertSound(forecast(series(100, day -> Math.pow(10, 3 * day)), DAYS));
    assertSound(forecast(series(100, day -> day == 50 ? 1e308 : 1e-308), DAYS));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 13, 14, 20, 21, 22, 28, 59, 60, 61, 89, 90, 91, 1000})
  void everyLengthOfHistoryIsForecastSoundly(int days) {
    assertSound(forecast(of(Arrays.copyOf(eventful(1000, 6), days)), 120));
  }

  @Test
  void tooFewMeasuredDaysAreNotForecast() {
    double nan = Double.NaN;
    for (DailySeries series :
        new DailySeries[] {
          of(), of(1), of(nan, nan, nan, nan, nan, nan, nan, nan), of(1, nan, nan, 2, 3, 4, 5, 6)
        }) {
      Examined examined = GrowthExaminer.examine(series, DAYS, new ScorePool());
      assertThat(examined)
          .isEqualTo(
              new NotForecast(
                  "a",
                  "not enough history: %d measured %s, a forecast needs 7"
                      .formatted(series.knownDays(), series.knownDays() == 1 ? "day" : "days")));
    }
  }

  @Test
  void missingDaysAtEitherEndAreCarriedOrLeftOut() {
    double[] values = new double[60];
    Arrays.fill(values, 5);
    values[0] = Double.NaN;
    values[59] = Double.NaN;
    Basis basis = examined(of(values), DAYS).basis();
    assertThat(basis.days()).isEqualTo(59);
    assertThat(basis.missingDays()).isEqualTo(1);
    assertThat(basis.lastDay()).isEqualTo(59);
    assertThat(basis.lastValue()).isEqualTo(5);
  }

  @Test
  void aOneDayGlitchIsRepairedAndTold() {
    DailySeries glitch = series(100, day -> day == 40 ? 0 : 1000 + day);
    Basis basis = examined(glitch, DAYS).basis();
    assertThat(basis.repairedDays()).containsExactly(40L);
    GrowthForecast clean = forecast(series(100, day -> day == 40 ? 1039 : 1000 + day), DAYS);
    assertSame(clean, forecast(glitch, DAYS), 1);
  }

  @Test
  void pastErrorsAreCountedOncePerSeries() {
    ScorePool pool = new ScorePool();
    GrowthExaminer.examine(of(eventful(300, 7)), DAYS, pool);
    GrowthExaminer.examine(of(1, 2), DAYS, pool);
    assertThat(pool.series()).isEqualTo(1);
  }
}
