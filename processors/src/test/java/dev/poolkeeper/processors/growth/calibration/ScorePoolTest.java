package dev.poolkeeper.processors.growth.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScorePoolTest {

  private static ScorePool pool(long seed) {
    Random chance = new Random(seed);
    List<ScoreGroup> groups = List.of(ScoreGroup.values());
    ScorePool pool = new ScorePool();
    for (int i = 0; i < 500; i++) {
      pool.add(groups.get(chance.nextInt(3)), chance.nextInt(6), 1e3 * chance.nextGaussian());
    }
    pool.seriesDone();
    return pool;
  }

  @Test
  void nightsThatWereKeptAddUpToAMerge() {
    List<ScorePool.Cell> cells = new ArrayList<>(pool(1).cells());
    cells.addAll(pool(2).cells());
    ScorePool kept = ScorePool.of(cells, 2);
    ScorePool merged = pool(1);
    merged.merge(pool(2));

    assertThat(kept.series()).isEqualTo(2);
    for (ScoreGroup group : ScoreGroup.values()) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        assertThat(kept.counts(group, bucket)).isEqualTo(merged.counts(group, bucket));
      }
    }
  }

  @Test
  void anEmptyPoolKeepsNothing() {
    assertThat(new ScorePool().cells()).isEmpty();
  }
}
