package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.tests.benchmark.LabelledSeries.Event;
import java.util.Arrays;
import java.util.Optional;

/** The days of one volume: what its kind of life does, and what happens to it. */
final class VolumeLife {

  private static final int DAYS = LabelledSeries.DAYS;

  private final String life;
  private final Optional<Event> event;
  private final Chance chance;
  private final double start;
  private final double pace;
  private final int period;
  private final double[] growth = new double[DAYS];
  private double[] noise = new double[DAYS];
  private final double[] churn;
  private final boolean[] cleans = new boolean[DAYS];
  private double live;
  private double held;
  private double sawn;

  VolumeLife(String life, Optional<Event> event, Chance chance) {
    this.life = life;
    this.event = event;
    this.chance = chance;
    this.start = chance.logNormal(2e11, 1.5);
    this.pace = chance.logUniform(2e-4, 4e-3) * start;
    this.period = chance.of(7, 14, 30);
    this.churn = churn();
    live = start;
    held = "snapwindow".equals(life) ? Arrays.stream(churn, 0, period).sum() : 0;
    prepare();
  }

  private double[] churn() {
    double usual = start * chance.logUniform(.002, .015);
    double[] made = new double[DAYS + period + 1];
    for (int i = 0; i < made.length; i++) {
      made[i] = chance.logNormal(usual, .5) * (i % 7 < 5 ? 1 : .35);
    }
    return made;
  }

  private void prepare() {
    int firstDay = chance.whole(0, 7);
    double rate = chance.logUniform(1 / 50.0, 1 / 8.0);
    double active = chance.uniform(.15, .6);
    double cleaning = 1 / chance.uniform(30, 90);
    Arrays.fill(growth, pace);
    switch (life) {
      case "linear" -> noise = chance.lasting(DAYS, pace * chance.logUniform(.2, 2));
      case "slopechange" -> {
        noise = chance.lasting(DAYS, pace * .5);
        for (int i = 0; i < 3; i++) {
          Arrays.fill(growth, chance.whole(5, DAYS), DAYS, pace * chance.logUniform(.3, 3));
        }
      }
      case "flat" -> {
        Arrays.fill(growth, 0);
        double size = chance.once(.6) ? start * chance.logUniform(1e-5, 1e-3) : 0;
        Arrays.setAll(noise, i -> chance.normal(0, size));
      }
      case "weekly" ->
          Arrays.setAll(
              growth, i -> chance.logNormal((i + firstDay) % 7 < 5 ? 1.4 * pace : .05 * pace, .35));
      case "steps" ->
          Arrays.setAll(
              growth,
              i ->
                  chance.once(rate)
                      ? chance.logNormal(.015 * start, .7) * (chance.once(.85) ? 1 : -1)
                      : 0);
      case "sawtooth" -> Arrays.setAll(growth, i -> Math.abs(chance.normal(pace, .3 * pace)));
      case "burst" ->
          Arrays.setAll(growth, i -> chance.once(active) ? 3 * pace * chance.gamma() : 0);
      case "deletes" -> {
        for (int i = 0; i < DAYS; i++) {
          growth[i] = Math.abs(chance.normal(pace, .8 * pace));
          cleans[i] = chance.once(cleaning);
        }
      }
      default -> Arrays.fill(growth, .3 * pace);
    }
  }

  double[] values() {
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      live(day);
      values[day] = live + held + noise[day];
      if (happens("flatline", day, 30)) {
        values[day] = values[first() - 1];
        live = values[day] - held - noise[day];
      }
    }
    return Arrays.stream(values).map(value -> Math.max(value, .001 * start)).toArray();
  }

  private void live(int day) {
    boolean piles = happens("pileup", day, DAYS);
    if ("snapwindow".equals(life)) {
      held += churn[day + period] - (piles ? 0 : churn[day]);
    }
    if ("sawtooth".equals(life)) {
      sawn += growth[day];
      if (day % period == 0 && !piles) {
        live -= .97 * sawn;
        sawn = 0;
      }
    }
    boolean near = event.filter(e -> Math.abs(day - e.first()) <= 30).isPresent();
    if (cleans[day] && !near) {
      live *= 1 - chance.uniform(.1, .4);
    }
    double struck = strikes(day);
    live += growth[day] + struck;
  }

  /** What the event adds that day; a mass delete takes from everything. */
  private double strikes(int day) {
    double usual = Arrays.stream(growth).map(Math::abs).average().orElse(0);
    if (happens("surge", day, 6)) {
      return 14 * Math.max(usual, pace);
    }
    if (happens("jump", day, 1)) {
      return live * chance.uniform(.12, .5);
    }
    if (happens("leak", day, 40)) {
      return Math.max(3 * Math.max(usual, pace), .003 * start);
    }
    if (happens("massdel", day, 1)) {
      double kept = 1 - chance.uniform(.15, .8);
      live *= kept;
      held *= kept;
      sawn *= kept;
    }
    return 0;
  }

  private boolean happens(String kind, int day, int days) {
    return event
        .filter(e -> e.kind().equals(kind) && day >= e.first() && day < e.first() + days)
        .isPresent();
  }

  private int first() {
    return event.map(Event::first).orElse(0);
  }
}
