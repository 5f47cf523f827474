package dev.poolkeeper.tests.benchmark.method;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.tests.fleet.StorageFleet;
import dev.poolkeeper.tests.fleet.Volume;
import java.util.List;

/** A made-up fleet of all regimes, of which every call takes the next series. */
final class Series {

  private static final long SEED = 20260211;
  private static final int SIZE = 260;

  private final List<DailySeries> fleet =
      StorageFleet.of(SEED, SIZE).stream().map(Volume::history).toList();

  private int next;

  DailySeries next() {
    DailySeries series = fleet.get(next);
    next = (next + 1) % fleet.size();
    return series;
  }

  /** Missing days carry the value before, as the candidates are given them. */
  double[] nextFilled() {
    double[] values = next().values().clone();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        values[i] = i == 0 ? 0 : values[i - 1];
      }
    }
    return values;
  }
}
