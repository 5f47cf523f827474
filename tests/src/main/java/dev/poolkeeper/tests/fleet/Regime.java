package dev.poolkeeper.tests.fleet;

/** How a made-up volume behaves. */
public enum Regime {
  /** Even growth with noise. */
  LINEAR(.13) {
    @Override
    double[] path(Sketch s) {
      double[] noise = s.chance().noise(s.days(), s.growth() * s.chance().logUniform(.2, 3));
      return s.each(day -> s.level() + s.growth() * day + noise[day]);
    }
  },
  /** Rare large moves, mostly up. */
  STEPS(.12) {
    @Override
    double[] path(Sketch s) {
      double rate = s.chance().logUniform(1 / 60.0, 1 / 8.0);
      double noise = s.chance().happens(.5) ? 2e-4 : 0;
      double[] path =
          s.summed(
              day ->
                  s.chance().happens(rate)
                      ? s.level()
                          * .04
                          * Math.exp(s.chance().normal(0, .9))
                          * (s.chance().happens(.82) ? 1 : -1)
                      : 0);
      return s.each(day -> path[day] + s.chance().normal(0, s.level() * noise));
    }
  },
  /** Equal steps at more or less equal distances. */
  STAIRS(.05) {
    @Override
    double[] path(Sketch s) {
      int period = s.chance().whole(4, 35);
      double step = s.level() * s.chance().logUniform(.005, .08);
      int jitter = s.chance().happens(.5) ? Math.max(1, period / 3) : 0;
      boolean[] steps = new boolean[s.days()];
      for (int day = s.chance().whole(0, period); day < s.days(); ) {
        steps[day] = true;
        day += Math.max(1, period + (jitter == 0 ? 0 : s.chance().whole(-jitter, jitter + 1)));
      }
      return s.summed(day -> steps[day] ? step : 0);
    }
  },
  /** Growth on working days, or a level that follows the week. */
  WEEKLY(.10) {
    @Override
    double[] path(Sketch s) {
      if (s.chance().happens(.5)) {
        return s.summed(
            day -> s.growth() * (s.working(day) ? 1.4 : .05) * Math.exp(s.chance().normal(0, .3)));
      }
      double size = s.level() * s.chance().logUniform(.005, .08);
      double[] noise = s.chance().noise(s.days(), size * .15);
      double[] shape = {0, 1, 2, 3, 4, 1.5, .5};
      for (int i = 0; i < shape.length; i++) {
        shape[i] *= s.chance().uniform(.6, 1.4);
      }
      return s.each(
          day -> s.level() + s.growth() * .5 * day + size * shape[s.weekday(day)] + noise[day]);
    }
  },
  /** Fills up and is cleaned, by the calendar or at a level. */
  SAW_TOOTH(.10) {
    @Override
    double[] path(Sketch s) {
      int period = s.chance().oneOf(7, 14, 30);
      if (s.chance().happens(.35)) {
        return s.cleanedAtALevel(period);
      }
      double rise = s.level() * s.chance().logUniform(.01, .2) / period;
      int phase = s.chance().whole(0, period);
      double[] noise = s.chance().noise(s.days(), .05);
      return s.each(
          day ->
              s.level()
                  + s.growth() * .3 * day
                  + rise * ((day + phase) % period) * Math.exp(noise[day]));
    }
  },
  /** Live data and the churn of the snapshots that are kept. */
  SNAPSHOT_WINDOW(.08) {
    @Override
    double[] path(Sketch s) {
      int kept = s.chance().oneOf(7, 14, 30, 60);
      double churn = s.level() * s.chance().logUniform(.001, .02);
      double[] sums = new double[s.days() + kept + 1];
      for (int i = 0; i < sums.length - 1; i++) {
        double daily = churn * Math.exp(s.chance().normal(0, .6)) * (i % 7 < 5 ? 1 : .3);
        sums[i + 1] = sums[i] + daily;
      }
      return s.each(day -> s.level() + s.growth() * .5 * day + sums[kept + day] - sums[day]);
    }
  },
  /** Growth by a constant percentage. */
  EXPONENTIAL(.05) {
    @Override
    double[] path(Sketch s) {
      double rate = s.chance().logUniform(.002, .012);
      double[] noise = s.chance().noise(s.days(), .004);
      return s.each(day -> s.level() * Math.exp(rate * day + noise[day]));
    }
  },
  /** Growth that comes to an end. */
  SATURATING(.07) {
    @Override
    double[] path(Sketch s) {
      double[] noise = s.chance().noise(s.days(), s.level() * .002);
      int known = s.historyDays();
      if (s.chance().happens(.5)) {
        double size = s.level() * s.chance().logUniform(.5, 3);
        double middle = s.chance().uniform(.2, .9) * known;
        double width = known * s.chance().uniform(.04, .15) + 1;
        return s.each(
            day -> s.level() + size / (1 + Math.exp(-(day - middle) / width)) + noise[day]);
      }
      double time = known * s.chance().uniform(.2, .7);
      double size = s.level() * s.chance().logUniform(.3, 3);
      return s.each(day -> s.level() + size * (1 - Math.exp(-day / time)) + noise[day]);
    }
  },
  /** Growth with rare mass deletes. */
  DELETES(.09) {
    @Override
    double[] path(Sketch s) {
      double rate = 1 / s.chance().uniform(40, 220);
      return s.carried(
          (value, day) -> {
            double grown = value + Math.abs(s.chance().normal(s.growth(), s.growth() * .8));
            return s.chance().happens(rate) ? grown * (1 - s.chance().uniform(.08, .6)) : grown;
          });
    }
  },
  /** Stood at its quota until that was raised. */
  RESIZED(.07) {
    @Override
    double[] path(Sketch s) {
      int raised = (int) (s.chance().uniform(.3, .9) * s.historyDays());
      double after = s.growth() * s.chance().logUniform(.5, 4);
      double quota = s.level() + s.growth() * raised * s.chance().uniform(.6, 1);
      return s.carried(
          (value, day) -> {
            double mean = day < raised ? s.growth() : after;
            double grown = value + Math.abs(s.chance().normal(mean, s.growth() * .5));
            return day < raised ? Math.min(grown, quota) : grown;
          });
    }
  },
  /** Growth that changes its pace a few times. */
  SLOPE_CHANGE(.09) {
    @Override
    double[] path(Sketch s) {
      double[] slopes = s.each(day -> s.growth());
      for (int change = s.chance().whole(1, 5); change > 0; change--) {
        double slope =
            s.growth() * (s.chance().logUniform(.05, 6) * (s.chance().happens(.85) ? 1 : -.5));
        for (int day = s.chance().whole(5, s.days()); day < s.days(); day++) {
          slopes[day] = slope;
        }
      }
      double[] noise = s.chance().noise(s.days(), s.growth() * s.chance().logUniform(.2, 2));
      double[] path = s.summed(day -> slopes[day]);
      return s.each(day -> path[day] + noise[day]);
    }
  },
  /** Nothing happens, or only noise. */
  FLAT(.08) {
    @Override
    double[] path(Sketch s) {
      double noise = s.chance().happens(.6) ? s.level() * s.chance().logUniform(1e-5, 3e-3) : 0;
      return s.each(day -> s.level() + s.chance().normal(0, noise));
    }
  },
  /** Bursts of writing, nothing in between. */
  BURSTS(.07) {
    @Override
    double[] path(Sketch s) {
      double rate = s.chance().uniform(.1, .6);
      return s.summed(
          day -> {
            double normal = s.chance().normal(0, 1);
            return s.chance().happens(rate) ? normal * normal / 2 * s.growth() * 4 : 0;
          });
    }
  };

  private final double share;

  Regime(double share) {
    this.share = share;
  }

  abstract double[] path(Sketch sketch);

  static Regime drawn(Chance chance) {
    double left = chance.uniform(0, 1);
    for (Regime regime : values()) {
      left -= regime.share;
      if (left < 0) {
        return regime;
      }
    }
    return BURSTS;
  }
}
