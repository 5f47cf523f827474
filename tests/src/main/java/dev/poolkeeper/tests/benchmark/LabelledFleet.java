package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import dev.poolkeeper.tests.benchmark.LabelledSeries.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet of volumes with ordinary lives (steady, weekly, stepwise, sawing, held snapshots, bursts,
 * flat, own clean-ups, changes of pace), 3 % of days missing, and one labelled event in the scored
 * part of 35 % of them.
 */
final class LabelledFleet {

  private static final int DAYS = LabelledSeries.DAYS;
  private static final List<String> LIVES =
      List.of(
          "linear",
          "weekly",
          "steps",
          "sawtooth",
          "snapwindow",
          "burst",
          "flat",
          "deletes",
          "slopechange");
  private static final double[] SHARES = {.2, .13, .15, .12, .13, .1, .06, .05, .06};
  private static final Map<String, String[]> EVENTS =
      Map.of(
          "linear", new String[] {"surge", "jump", "massdel", "flatline", "leak"},
          "weekly", new String[] {"surge", "jump", "massdel", "flatline", "leak"},
          "steps", new String[] {"jump", "massdel", "leak"},
          "sawtooth", new String[] {"jump", "massdel", "flatline", "pileup"},
          "snapwindow", new String[] {"jump", "massdel", "pileup"},
          "burst", new String[] {"jump", "massdel", "leak"},
          "flat", new String[] {"jump", "massdel", "leak"},
          "deletes", new String[] {"surge", "leak"},
          "slopechange", new String[] {"jump", "massdel", "flatline"});
  private static final Map<String, Integer> LASTS =
      Map.of("surge", 8, "jump", 2, "massdel", 2, "flatline", 29, "leak", 39, "pileup", 44);

  private LabelledFleet() {}

  static List<LabelledSeries> of(long seed, int volumes) {
    Chance chance = new Chance(seed);
    List<LabelledSeries> fleet = new ArrayList<>();
    for (int i = 0; i < volumes; i++) {
      fleet.add(volume("v" + i, chance));
    }
    return fleet;
  }

  private static LabelledSeries volume(String id, Chance chance) {
    String life = LIVES.get(chance.of(SHARES));
    Optional<Event> event = Optional.empty();
    if (chance.once(.35)) {
      String kind = chance.of(EVENTS.getOrDefault(life, new String[0]));
      int first = chance.whole(LabelledSeries.FIRST_SCORED + 5, DAYS - 45);
      event = Optional.of(new Event(kind, first, first + LASTS.getOrDefault(kind, 0)));
    }
    double[] values = new VolumeLife(life, event, chance).values();
    for (int day = 1; day < DAYS - 1; day++) {
      int at = day;
      boolean spared = event.filter(e -> at >= e.first() && at < e.first() + 3).isPresent();
      if (chance.once(.03) && !spared) {
        values[day] = Double.NaN;
      }
    }
    return new LabelledSeries(DailySeries.of(id, DayAxis.INDEX, 0, values), event);
  }
}
