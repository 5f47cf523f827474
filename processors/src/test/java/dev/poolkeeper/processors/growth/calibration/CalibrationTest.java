package dev.poolkeeper.processors.growth.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final OwnScores NONE = OwnScores.of(new double[0], 0);

  private static ScorePool normal(int series, double deviation, long seed) {
    ScorePool pool = new ScorePool();
    Random random = new Random(seed);
    for (int s = 0; s < series; s++) {
      for (ScoreGroup group : ScoreGroup.values()) {
        for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
          for (int i = 0; i < 100; i++) {
            pool.add(group, bucket, deviation * random.nextGaussian());
          }
        }
      }
      pool.seriesDone();
    }
    return pool;
  }

  /** Quantiles of the normal distribution; 3,000 scores each leave 3 % of error. */
  @Test
  void quantilesAreThoseOfTheScores() {
    ScoreTable table = ScoreTable.of(normal(30, 1, 1));
    Calibration calibration = Calibration.of(table);
    NormalDistribution expected = new NormalDistribution();
    for (double share : new double[] {.025, .1, .9, .975}) {
      assertThat(calibration.quantile(ScoreGroup.JUMPY, 3, share, NONE))
          .isEqualTo(expected.inverseCumulativeProbability(share), within(.15));
    }
    assertThat(calibration.shareAtLeast(ScoreGroup.JUMPY, 3, 1, NONE)).isEqualTo(.159, within(.02));
    assertThat(calibration.shareAtLeast(ScoreGroup.JUMPY, 3, 1e9, NONE)).isZero();
    assertThat(calibration.shareAtLeast(ScoreGroup.JUMPY, 3, -1e9, NONE)).isEqualTo(1);
  }

  @Test
  void aSmallFleetUsesTheShippedTableAlone() {
    ScoreTable shipped = ScoreTable.of(normal(30, 1, 1));
    Calibration alone = Calibration.of(shipped);
    Calibration small = Calibration.of(shipped, normal(29, 50, 2));
    assertThat(small.quantile(ScoreGroup.SMOOTH, 0, .9, NONE))
        .isEqualTo(alone.quantile(ScoreGroup.SMOOTH, 0, .9, NONE));
  }

  @Test
  void aLargeFleetOutweighsTheShippedTable() {
    ScoreTable shipped = ScoreTable.of(normal(30, 1, 1));
    Calibration large = Calibration.of(shipped, normal(400, 10, 2));
    assertThat(large.quantile(ScoreGroup.SMOOTH, 0, .9, NONE)).isEqualTo(12.8, within(.8));
  }

  @Test
  void theOrderOfScoresAndMergesMeansNothing() {
    ScorePool one = normal(3, 1, 1);
    one.merge(normal(3, 2, 2));
    ScorePool other = normal(3, 2, 2);
    other.merge(normal(3, 1, 1));
    assertThat(ScoreTable.of(one).lines()).isEqualTo(ScoreTable.of(other).lines());
    assertThat(one.series()).isEqualTo(6);
  }

  @Test
  void aTableReadsAsItWasWritten() {
    ScoreTable table = ScoreTable.of(normal(30, 1, 1));
    assertThat(ScoreTable.of(table.lines()).lines()).isEqualTo(table.lines());
  }

  @Test
  void aSeriesOwnErrorsWidenItsBand() {
    Calibration calibration = Calibration.of(ScoreTable.of(normal(30, 1, 1)));
    double[] cleaned = new double[26];
    cleaned[3] = -40;
    cleaned[9] = -40;
    cleaned[20] = -40;
    OwnScores own = OwnScores.of(cleaned, 0);
    assertThat(calibration.quantile(ScoreGroup.JUMPY, 0, .025, own)).isLessThan(-30);
    assertThat(calibration.quantile(ScoreGroup.JUMPY, 0, .975, own)).isLessThan(2);
    assertThat(calibration.shareAtLeast(ScoreGroup.JUMPY, 0, -30, own)).isBetween(.9, .95);
  }

  @Test
  void quantilesAscendWithTheShare() {
    Calibration calibration = Calibration.of(ScoreTable.of(normal(30, 1, 1)));
    OwnScores own = OwnScores.of(new double[] {-3, 0, 7}, 2);
    double before = Double.NEGATIVE_INFINITY;
    for (double share = .01; share < 1; share += .01) {
      double quantile = calibration.quantile(ScoreGroup.STILL, 2, share, own);
      assertThat(quantile).isGreaterThanOrEqualTo(before);
      before = quantile;
    }
  }
}
