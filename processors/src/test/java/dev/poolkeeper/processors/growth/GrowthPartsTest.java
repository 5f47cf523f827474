package dev.poolkeeper.processors.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.growth.candidate.Past;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small parts of a forecast, each by hand. */
class GrowthPartsTest {

  private static double[] series(int days, IntToDoubleFunction value) {
    return IntStream.range(0, days).mapToDouble(value).toArray();
  }

  private static History history(double... values) {
    return History.of(DailySeries.of("a", DayAxis.DATE, 1000, values));
  }

  private static Backtest backtest(double... values) {
    History history = history(values);
    return Backtest.of(history, Past.of(history.values()));
  }

  private static double[] only(Candidate candidate) {
    double[] weights = new double[Candidate.values().length];
    weights[place(candidate)] = 1;
    return weights;
  }

  private static int place(Candidate candidate) {
    return Arrays.asList(Candidate.values()).indexOf(candidate);
  }

  private static int ahead(int bucket) {
    return (int) Horizons.middle(bucket);
  }

  @Test
  void aBandReachesTheLargestMoveSeenAndTwoScales() {
    double[] scale = new double[Horizons.BUCKETS];
    Arrays.fill(scale, .5);
    double[] limit = MoveLimit.of(series(100, day -> day), scale);
    double[] fall = MoveLimit.of(series(100, day -> -day), scale);
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      assertThat(limit[bucket]).isEqualTo(ahead(bucket) + 1);
      assertThat(fall[bucket]).isEqualTo(limit[bucket]);
    }
    assertThat(MoveLimit.of(series(100, day -> day == 50 ? 70 : day == 52 ? 9 : day % 2), scale))
        .startsWith(71)
        .endsWith(71);
  }

  /** 45 days: three times as far; and never over more days than there are. */
  @Test
  void aShortHistoryProvesLess() {
    double[] limit = MoveLimit.of(series(45, day -> day), new double[Horizons.BUCKETS]);
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      assertThat(limit[bucket]).isEqualTo(3 * Math.min(ahead(bucket), 44), within(1e-9));
    }
    assertThat(MoveLimit.of(series(90, day -> day), new double[Horizons.BUCKETS])[0])
        .isEqualTo(ahead(0));
  }

  @Test
  void fewerThanThreeChangesProveNothing() {
    double[] none = new double[Horizons.BUCKETS];
    Arrays.fill(none, Double.MAX_VALUE);
    double[] scale = new double[Horizons.BUCKETS];
    assertThat(MoveLimit.of(series(100, day -> Math.floorDiv(day, 40)), scale)).isEqualTo(none);
    assertThat(MoveLimit.of(series(100, day -> Math.floorDiv(day, 30)), scale)[0]).isEqualTo(1);
  }

  /** What never moved may move by 0.002 % of its level and the root of the days. */
  @Test
  void theUsualMoveOfAStillSeriesIsASmallShareOfItsLevel() {
    double[] usual = UsualMove.of(series(200, day -> 500), 200);
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      assertThat(usual[bucket]).isEqualTo(.01 * Math.sqrt(ahead(bucket)), within(1e-12));
    }
    assertThat(UsualMove.of(series(200, day -> 0), 200)).containsOnly(0);
    assertThat(UsualMove.of(new double[] {500}, 1)[0])
        .isEqualTo(.01 * Math.sqrt(ahead(0)), within(1e-12));
  }

  /**
   * Up and down by 1: over an even number of days nothing moves, over an odd number of them all
   * moves are as far from their median, 0 or 1 either way. The first bucket by its formula.
   */
  @Test
  void theUsualMoveFollowsTheOverlappingMovesAsFarAsTheyAreIndependent() {
    double[] values = series(103, day -> day % 2);
    double[] usual = UsualMove.of(values, 103);
    int ahead = ahead(0);
    int count = 103 - ahead;
    double seen = 0;
    double[] moves = new double[count];
    for (int i = 0; i < count; i++) {
      moves[i] = values[102 - i] - values[102 - i - ahead];
    }
    double[] sorted = moves.clone();
    Arrays.sort(sorted);
    double median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    for (double move : moves) {
      seen += Math.abs(move - median) / count;
    }
    double weight = (double) count / ahead;
    assertThat(usual[0])
        .isEqualTo(.8 * (Math.sqrt(ahead) + weight * seen) / (1 + weight), within(1e-12));
    assertThat(UsualMove.of(series(300, day -> day < 103 ? day % 2 : 1e6), 103)).isEqualTo(usual);
  }

  /** Below seven such moves only the root of the days is left. */
  @Test
  void farAheadOfAShortHistoryAMoveContinuesAsARandomWalkWould() {
    double[] usual = UsualMove.of(series(20, day -> day % 2), 20);
    int last = Horizons.BUCKETS - 1;
    assertThat(usual[last] / usual[last - 1])
        .isEqualTo(Math.sqrt((double) ahead(last) / ahead(last - 1)), within(1e-12));
  }

  @Test
  void weightsFallWithTheLossAndOnlySixAreLeft() {
    double[] losses = series(Candidate.values().length, c -> 1 + .1 * (c < 2 ? 0 : c));
    double[] weights = CandidateWeights.of(losses);
    double sum = 2;
    for (int c = 2; c < 6; c++) {
      sum += Math.exp(-.8 * c);
    }
    for (int c = 0; c < weights.length; c++) {
      double expected = c < 2 ? 1 : c < 6 ? Math.exp(-.8 * c) : 0;
      assertThat(weights[c]).isEqualTo(expected / sum, within(1e-12));
    }
    assertThat(CandidateWeights.of(series(losses.length, c -> 1)))
        .startsWith(1 / 6.0, 1 / 6.0)
        .endsWith(0, 0);
    assertThat(CandidateWeights.of(series(losses.length, c -> c == 3 ? 0 : 1))[3]).isEqualTo(1);
  }

  /** Of a line the last value is wrong by the days ahead. */
  @Test
  void lossesAreTakenOverTheWeeksThatHavePassedUpToAMonth() {
    Backtest line = backtest(series(128, day -> 128 + day));
    double unit = line.history().values()[1] - line.history().values()[0];
    int last = place(Candidate.LAST_VALUE);
    int[] days = {7, 14, 21, 28, 30, 30, 30};
    for (int since = 1; since <= 7; since++) {
      assertThat(Backtest.lossDays(since)).isEqualTo(days[since - 1]);
      assertThat(line.errors(10, since)[last])
          .isEqualTo(unit * (days[since - 1] + 1) / 2, within(1e-12));
    }
    assertThat(line.errors(1, 1)[last]).isEqualTo(unit * 4, within(1e-12));
    assertThat(line.weeks()).isEqualTo(16);
  }

  /** A week counts 0.95 of the one after it, and a young one with the root of its days by 28. */
  @Test
  void lossesOfOldWeeksFade() {
    Backtest line = backtest(series(128, day -> day < 100 ? 128 : 128 + (day - 100)));
    double[] losses = CandidateWeights.losses(line, 0);
    double[] expected = new double[losses.length];
    double weights = 0;
    for (int week = 1; week <= line.weeks(); week++) {
      double weight = Math.pow(.95, week - 1) * Math.sqrt(Math.min(4, week) / 4.0);
      double[] errors = line.errors(week, week);
      double mean = Arrays.stream(errors).average().orElseThrow();
      for (int c = 0; c < losses.length; c++) {
        expected[c] += weight * (mean > 0 ? errors[c] / mean : 1);
      }
      weights += weight;
    }
    for (int c = 0; c < losses.length; c++) {
      assertThat(losses[c]).isEqualTo(expected[c] / weights, within(1e-12));
    }
    assertThat(CandidateWeights.losses(line, line.weeks())).containsOnly(1);
    double[] youngest = CandidateWeights.losses(line, line.weeks() - 1);
    assertThat(Arrays.stream(youngest).average().orElseThrow()).isEqualTo(1, within(1e-12));
  }

  @Test
  void theErrorScaleIsTheErrorSeenHeldByTheUsualMove() {
    Backtest line = backtest(series(128, day -> 128 + day));
    double unit = line.history().values()[1] - line.history().values()[0];
    double[] usual = UsualMove.of(line.history().values(), 128);
    double[] scale = ErrorScale.of(line, only(Candidate.LAST_VALUE), 0);
    double sum = 0;
    double count = 0;
    for (int week = 1; week <= 14; week++) {
      for (int h = 1; h <= 3; h++) {
        sum += Math.pow(.95, week - 1) * h * unit;
        count += Math.pow(.95, week - 1);
      }
    }
    assertThat(scale[0]).isEqualTo((sum + 15 * usual[0]) / (count + 15), within(1e-12));
    assertThat(scale).isSorted();
    double[] none = ErrorScale.of(line, only(Candidate.LAST_VALUE), line.weeks());
    double[] then = UsualMove.of(line.history().values(), 128 - 7 * line.weeks());
    assertThat(none[0]).isEqualTo(then[0], within(1e-12));
  }

  @Test
  void aBlendIsHalfMeanAndHalfMedianDayByDay() {
    double[][] forecasts = {{10, 30, 5}, {20, 10, 5}, {40, 20, 5}, {}};
    assertThat(new Blend(forecasts, new double[] {.5, .3, .2, 0}).path())
        .containsExactly(new double[] {14.5, (15 + 3 + 4 + 20) / 2.0, 5}, within(1e-12));
    assertThat(new Blend(forecasts, new double[] {.4, .4, .2, 0}).at(1))
        .isEqualTo(.5 * (12 + 4 + 4) + .5 * 20, within(1e-12));
    assertThat(new Blend(forecasts, new double[] {0, 1, 0, 0}).path()).containsExactly(20, 10, 5);
  }

  @Test
  void aDayThatLeavesByAQuarterAndReturnsIsRepaired() {
    assertThat(repairedBy(126, 100)).isTrue();
    assertThat(repairedBy(74, 104)).isTrue();
    assertThat(repairedBy(0, 96)).isTrue();
    assertThat(repairedBy(125, 100)).isFalse();
    assertThat(repairedBy(75, 100)).isFalse();
    assertThat(repairedBy(126, 105)).isFalse();
    assertThat(repairedBy(126, 95)).isFalse();
  }

  private static boolean repairedBy(double glitch, double after) {
    History history = history(Double.NaN, Double.NaN, 100, 100, glitch, after, after);
    boolean repaired = history.restored(history.values()[2]) == 100;
    assertThat(history.repairedDays().contains(1004L)).isEqualTo(repaired);
    assertThat(history.day(0)).isEqualTo(1002);
    assertThat(history.day(2)).isEqualTo(1004);
    return repaired;
  }

  @Test
  void whatNeverWasNegativeIsNotForecastToBe() {
    assertThat(history(3, 0, 2).floor()).isZero();
    assertThat(history(3, -1, 2).floor()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(history(3, Double.NaN, 2).missingDays()).isEqualTo(1);
  }
}
