package dev.poolkeeper.processors.growth.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CandidateTest {

  private static double[] series(int days, IntToDoubleFunction value) {
    double[] values = new double[days];
    for (int i = 0; i < days; i++) {
      values[i] = value.applyAsDouble(i);
    }
    return values;
  }

  private static double[] forecast(Candidate candidate, double[] values, int days) {
    double[] into = new double[days];
    candidate.forecast(Past.of(values), into);
    return into;
  }

  @ParameterizedTest
  @EnumSource(Candidate.class)
  void everyCandidateContinuesAConstant(Candidate candidate) {
    for (int days : new int[] {1, 2, 3, 20, 200}) {
      for (double value : forecast(candidate, series(days, day -> 5), 90)) {
        assertThat(value).as("%d days", days).isEqualTo(5, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Candidate.class,
      names = {
        "DRIFT_14",
        "DRIFT_60",
        "DRIFT",
        "HOLT",
        "LINE_30",
        "LINE_90",
        "SEGMENT",
        "WEEK",
        "RELEASE_CYCLE"
      })
  void whatFollowsATrendContinuesALine(Candidate candidate) {
    double[] forecast = forecast(candidate, series(100, day -> 50 + 2 * day), 30);
    assertThat(forecast[0]).isEqualTo(250, within(1e-6));
    assertThat(forecast[29]).isEqualTo(308, within(1e-6));
  }

  @Test
  void driftJoinsTheFirstDayAndTheLast() {
    double[] values = series(61, day -> day < 60 ? 10 : 70);
    assertThat(forecast(Candidate.DRIFT_60, values, 1)).containsExactly(71);
    assertThat(forecast(Candidate.DRIFT_14, values, 1)[0]).isEqualTo(70 + 60 / 14.0, within(1e-9));
  }

  @Test
  void thetaAddsHalfTheSlopeToTheLevel() {
    double[] values = series(50, day -> 4 * day);
    double[] forecast = forecast(Candidate.THETA, values, 2);
    assertThat(forecast[1] - forecast[0]).isEqualTo(2, within(1e-9));
  }

  @Test
  void theWeekIsRepeatedOnItsTrend() {
    double[] values = series(70, day -> 3 * day + (day % 7 == 0 ? 40 : 0));
    double[] forecast = forecast(Candidate.WEEK, values, 14);
    for (int h = 0; h < 14; h++) {
      assertThat(forecast[h]).isEqualTo(3 * (70 + h) + (h % 7 == 0 ? 40 : 0), within(1e-9));
    }
  }

  @Test
  void theReleaseCycleIsFoundAndRepeated() {
    double[] values = series(120, day -> 100 + 5 * (day % 11));
    assertThat(ReleasePeriod.of(values, 120)).isEqualTo(11);
    double[] forecast = forecast(Candidate.RELEASE_CYCLE, values, 22);
    for (int h = 0; h < 22; h++) {
      assertThat(forecast[h]).isEqualTo(100 + 5 * ((120 + h) % 11), within(1e-9));
    }
  }

  @Test
  void aLineHasNoReleaseCycle() {
    assertThat(ReleasePeriod.of(series(120, day -> 2 * day), 120)).isZero();
    assertThat(ReleasePeriod.of(series(20, day -> day % 5), 20)).isZero();
  }

  @Test
  void constantPercentageGrowthIsContinued() {
    double[] values = series(80, day -> 100 * Math.exp(.01 * day));
    assertThat(forecast(Candidate.GROWTH_RATE, values, 10)[9])
        .isEqualTo(100 * Math.exp(.01 * 89), within(1e-6));
  }

  @Test
  void percentageGrowthDoesNotRunAwayAndNeedsPositiveValues() {
    double[] doubling = series(80, day -> Math.pow(2, day));
    double last = doubling[79];
    assertThat(forecast(Candidate.GROWTH_RATE, doubling, 90)[89])
        .isEqualTo(last * Math.exp(.02 * 90), within(last * 1e-9));
    assertThat(forecast(Candidate.GROWTH_RATE, series(80, day -> day - 40), 1)).containsExactly(39);
  }

  @Test
  void aChangeOfPaceBeginsANewSegment() {
    double[] values = series(160, day -> day < 100 ? day : 100 + 10 * (day - 100));
    assertThat(LastSegment.start(values, 160)).isEqualTo(100);
  }

  @Test
  void aStepBeginsNoNewSegment() {
    double[] values = series(160, day -> day + .3 * (day % 3) + (day < 100 ? 0 : 500));
    assertThat(LastSegment.start(values, 160)).isZero();
  }

  @Test
  void anEarlierPastKnowsNothingOfLaterDays() {
    double[] values = series(100, day -> day < 70 ? day : 1000);
    double[] into = new double[1];
    Candidate.LINE_30.forecast(Past.of(values).before(30), into);
    assertThat(into).containsExactly(70);
  }

  /** Two weeks of changes, and three times the shortest side, are the least that is split. */
  @Test
  void aShortHistoryIsOneSegmentAndALongOneIsLookedAtForHalfAYear() {
    double[] bent = series(400, day -> day < 390 ? day : 390 + 10 * (day - 390));
    assertThat(LastSegment.start(bent, 400)).isEqualTo(390);
    double[] early = series(14, day -> day < 7 ? day : 7 + 10 * (day - 7));
    assertThat(LastSegment.start(early, 14)).isZero();
    double[] old = series(400, day -> day < 200 ? day : 200 + 10 * (day - 200));
    assertThat(LastSegment.start(old, 400)).isEqualTo(219);
    double[] twice =
        series(170, day -> day < 60 ? day : day < 120 ? 60 + 20 * (day - 60) : 1260 - (day - 120));
    assertThat(LastSegment.start(twice, 170)).isEqualTo(120);
  }

  /** One wild day moves no boundary: changes are held within six deviations. */
  @Test
  void aWildDayDoesNotMoveTheBoundary() {
    double[] values =
        series(
            160,
            day ->
                (day < 100 ? day : 100 + 10 * (day - 100))
                    + .4 * (day % 3)
                    + (day > 130 ? 1e4 : 0));
    assertThat(LastSegment.start(values, 160)).isBetween(99, 101);
  }

  @Test
  void aPeriodNeedsThirtyChangesAndThreeRounds() {
    assertThat(ReleasePeriod.of(series(31, day -> 5 * (day % 5)), 31)).isEqualTo(5);
    assertThat(ReleasePeriod.of(series(30, day -> 5 * (day % 5)), 30)).isZero();
    assertThat(ReleasePeriod.of(series(130, day -> 5 * (day % 43)), 130)).isEqualTo(43);
    assertThat(ReleasePeriod.of(series(120, day -> 5 * (day % 43)), 120)).isZero();
    assertThat(ReleasePeriod.of(series(200, day -> 5 * (day % 3)), 200)).isEqualTo(3);
    assertThat(ReleasePeriod.of(series(200, day -> 5 * (day % 47)), 200)).isNotEqualTo(47);
    assertThat(ReleasePeriod.of(series(200, day -> day + 9 * (day % 8)), 200)).isEqualTo(8);
  }

  /** By hand: changes over 3 days are 4, 4, 4, 4 and 7; their median raises each repeated day. */
  @Test
  void aPeriodIsRaisedByTheMedianChange() {
    double[] values = {1, 2, 3, 5, 6, 7, 9, 13};
    double[] into = new double[7];
    SeasonalLine.forecast(values, 8, 3, into);
    assertThat(into).containsExactly(11, 13, 17, 15, 17, 21, 19);
    SeasonalLine.forecast(values, 7, 3, into);
    assertThat(into[0]).isEqualTo(10);
    SeasonalLine.forecast(values, 6, 3, into);
    assertThat(into).containsOnly(7);
  }
}
