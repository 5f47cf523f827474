package dev.poolkeeper.tests.fleet;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws fleets of volumes: two weeks to two years of history, 90 days of future, missing days and
 * glitches of the collector, and a capacity that is near enough to be reached by a third of them.
 */
public final class StorageFleet {

  /** Days of known future. */
  public static final int FUTURE = 90;

  private StorageFleet() {}

  /** As many volumes as asked for; the same seed gives the same ones. */
  public static List<Volume> of(long seed, int volumes) {
    Chance chance = new Chance(seed);
    List<Volume> fleet = new ArrayList<>();
    for (int i = 0; i < volumes; i++) {
      fleet.add(volume(chance, "s%05d".formatted(i)));
    }
    return fleet;
  }

  private static Volume volume(Chance chance, String id) {
    Regime regime = Regime.drawn(chance);
    int days = historyDays(chance);
    double level = Math.exp(chance.normal(Math.log(2e11), 1.6));
    double growth = chance.logUniform(2e-4, 1e-2) * level;
    Sketch sketch = new Sketch(chance, days + FUTURE, days, level, growth, chance.whole(0, 7));
    double[] path = regime.path(sketch);
    for (int day = 0; day < path.length; day++) {
      path[day] = Math.rint(Math.max(path[day], level * 1e-3));
    }
    double[] history = Arrays.copyOf(path, days);
    double[] future = Arrays.copyOfRange(path, days, path.length);
    double capacity = capacity(chance, regime, history, future);
    disturb(chance, history);
    return new Volume(
        regime,
        DailySeries.of(id, DayAxis.INDEX, 0, history),
        DailySeries.of(id, DayAxis.INDEX, days, future),
        Math.rint(capacity));
  }

  private static int historyDays(Chance chance) {
    double kind = chance.uniform(0, 1);
    if (kind < .12) {
      return chance.whole(14, 60);
    }
    return kind < .75 ? chance.whole(60, 400) : chance.whole(400, 731);
  }

  private static double capacity(Chance chance, Regime regime, double[] history, double[] future) {
    boolean swings =
        regime == Regime.SAW_TOOTH || regime == Regime.SNAPSHOT_WINDOW || regime == Regime.WEEKLY;
    int recent = swings ? 14 : 1;
    double used = Arrays.stream(history, history.length - recent, history.length).max().orElse(1);
    if (regime == Regime.SATURATING && chance.happens(.4)) {
      double all = Arrays.stream(history).max().orElse(1);
      return 1.01 * Math.max(all, Arrays.stream(future).max().orElse(1));
    }
    return used * (1 + chance.logUniform(.01, 1.2));
  }

  private static void disturb(Chance chance, double[] history) {
    int days = history.length;
    double missing = chance.happens(.6) ? chance.uniform(0, .1) : 0;
    for (int day = 1; day < days - 1; day++) {
      history[day] = chance.happens(missing) ? Double.NaN : history[day];
    }
    if (chance.happens(.2) && days > 40) {
      int from = chance.whole(1, days - 20);
      Arrays.fill(history, from, Math.min(days - 1, from + chance.whole(3, 16)), Double.NaN);
    }
    if (chance.happens(.03) && days > 20) {
      history[chance.whole(5, days - 3)] *= chance.happens(.5) ? .5 : 0;
    }
  }
}
