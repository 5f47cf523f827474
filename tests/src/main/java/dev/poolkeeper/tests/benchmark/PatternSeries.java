package dev.poolkeeper.tests.benchmark;

import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.processors.history.DayAxis;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A series of 120 to 400 days with a known pattern, or none.
 *
 * @param kind what it was made as
 * @param truth the day of a step or bend, the length of a period; 0 where there is none
 */
record PatternSeries(String kind, int truth, DailySeries series) {

  static final List<String> KINDS =
      List.of("none", "burst", "weekly", "saw", "step", "slope", "saturate", "saturate2");

  private static final double LEVEL = 2e11;

  static PatternSeries of(String kind, Chance chance) {
    int days = chance.whole(120, 400);
    double pace = chance.logUniform(3e-4, 4e-3) * LEVEL;
    return switch (kind) {
      case "none" ->
          made(kind, 0, days, line(pace, chance.lasting(days, pace * chance.logUniform(.2, 2))));
      case "burst" -> {
        double[] sum = sum(days, i -> chance.once(.4) ? 3 * pace * chance.gamma() : 0);
        yield made(kind, 0, days, i -> LEVEL + sum[i]);
      }
      case "weekly" -> {
        int first = chance.whole(0, 7);
        double[] sum =
            sum(days, i -> chance.logNormal((i + first) % 7 < 5 ? 1.4 * pace : .1 * pace, .4));
        yield made(kind, 7, days, i -> LEVEL + sum[i]);
      }
      case "saw" -> saw(days, pace, chance);
      case "step" -> step(days, pace, chance);
      case "slope" -> slope(days, pace, chance);
      case "saturate" -> {
        double slow = days * chance.uniform(.12, .3);
        double rise = LEVEL * chance.logUniform(.3, 2);
        double[] noise = chance.lasting(days, LEVEL * .0008);
        yield made(kind, 0, days, i -> LEVEL + rise * (1 - Math.exp(-i / slow)) + noise[i]);
      }
      default -> {
        int full = (int) (days * chance.uniform(.5, .85));
        yield made(
            kind, 0, days, i -> LEVEL + pace * Math.min(i, full) + chance.normal(0, 1e-5 * LEVEL));
      }
    };
  }

  private static PatternSeries saw(int days, double pace, Chance chance) {
    int period = chance.of(7, 14, 30, 10, 21);
    int first = chance.whole(0, period);
    double[] shape = chance.lasting(days, .05);
    double[] noise = chance.lasting(days, .3 * pace);
    return made(
        "saw",
        period,
        days,
        i -> LEVEL + pace * i + 2 * pace * ((i + first) % period) * Math.exp(shape[i]) + noise[i]);
  }

  private static PatternSeries step(int days, double pace, Chance chance) {
    int at = chance.whole(40, days - 15);
    double[] noise = chance.lasting(days, pace * chance.logUniform(.3, 1.5));
    double size = pace * chance.logUniform(8, 60) * (chance.once(.6) ? 1 : -1);
    return made("step", at, days, i -> LEVEL + pace * i + noise[i] + (i >= at ? size : 0));
  }

  private static PatternSeries slope(int days, double pace, Chance chance) {
    int at = chance.whole(40, days - 25);
    double factor = chance.once(.6) ? chance.logUniform(2.5, 8) : chance.logUniform(.05, .35);
    double[] noise = chance.lasting(days, pace * chance.logUniform(.3, 1));
    return made(
        "slope",
        at,
        days,
        i -> LEVEL + pace * i + Math.max(0, i - at) * pace * (factor - 1) + noise[i]);
  }

  private static IntToDoubleFunction line(double pace, double[] noise) {
    return i -> LEVEL + pace * i + noise[i];
  }

  private static double[] sum(int days, IntToDoubleFunction change) {
    double[] sum = new double[days];
    double level = 0;
    for (int i = 0; i < days; i++) {
      level += change.applyAsDouble(i);
      sum[i] = level;
    }
    return sum;
  }

  private static PatternSeries made(String kind, int truth, int days, IntToDoubleFunction value) {
    double[] values = IntStream.range(0, days).mapToDouble(value).toArray();
    return new PatternSeries(kind, truth, DailySeries.of(kind, DayAxis.INDEX, 0, values));
  }
}
