package dev.poolkeeper.tests.fleet;

import java.util.function.IntToDoubleFunction;

/**
 * The common measures of one made-up volume.
 *
 * @param days history and future
 * @param level bytes at the beginning
 * @param growth bytes per day, where there is any
 * @param firstWeekday weekday of the first day
 */
record Sketch(
    Chance chance, int days, int historyDays, double level, double growth, int firstWeekday) {

  /** The next value from the last one. */
  interface Next {
    double of(double value, int day);
  }

  int weekday(int day) {
    return (day + firstWeekday) % 7;
  }

  boolean working(int day) {
    return weekday(day) < 5;
  }

  double[] each(IntToDoubleFunction value) {
    double[] path = new double[days];
    for (int day = 0; day < days; day++) {
      path[day] = value.applyAsDouble(day);
    }
    return path;
  }

  /** The level, and all that was added until each day. */
  double[] summed(IntToDoubleFunction added) {
    double[] path = new double[days];
    double sum = level;
    for (int day = 0; day < days; day++) {
      sum += added.applyAsDouble(day);
      path[day] = sum;
    }
    return path;
  }

  double[] carried(Next next) {
    double[] path = new double[days];
    double value = level;
    for (int day = 0; day < days; day++) {
      value = next.of(value, day);
      path[day] = value;
    }
    return path;
  }

  /** Rises with noise from a lower to an upper level, and is cleaned there. */
  double[] cleanedAtALevel(int period) {
    double width = level * chance.logUniform(.05, .4);
    double drift = growth * .2;
    return carried(
        (value, day) -> {
          double lower = level + day * drift;
          double risen = value + Math.abs(chance.normal(1, .4)) * width / period;
          return risen > lower + width ? lower * (1 + chance.normal(0, .01)) : risen;
        });
  }
}
