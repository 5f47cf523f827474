package dev.poolkeeper.processors.growth.candidate;

/** The candidate forecasts, in the order ties are broken. */
public enum Candidate {
  LAST_VALUE("the last value") {
    @Override
    void continued(Past past, double[] into) {
      past.flat(into);
    }
  },
  DRIFT_14("the drift of 14 days") {
    @Override
    void continued(Past past, double[] into) {
      drift(past, 14, into);
    }
  },
  DRIFT_60("the drift of 60 days") {
    @Override
    void continued(Past past, double[] into) {
      drift(past, 60, into);
    }
  },
  DRIFT("the drift of the whole history") {
    @Override
    void continued(Past past, double[] into) {
      drift(past, past.days(), into);
    }
  },
  HOLT("Holt's trend") {
    @Override
    void continued(Past past, double[] into) {
      past.holt().forecast(past.days(), into);
    }
  },
  DAMPED("a fading trend") {
    @Override
    void continued(Past past, double[] into) {
      past.damped().forecast(past.days(), into);
    }
  },
  LINE_30("the 30-day line") {
    @Override
    void continued(Past past, double[] into) {
      robustLine(past, 30, into);
    }
  },
  LINE_90("the 90-day line") {
    @Override
    void continued(Past past, double[] into) {
      robustLine(past, 90, into);
    }
  },
  SEGMENT("the line since the last change") {
    @Override
    void continued(Past past, double[] into) {
      int start = LastSegment.start(past.values(), past.days());
      past.line(
          past.days() - start < 3 ? 0 : LeastSquares.slope(past.values(), start, past.days()),
          into);
    }
  },
  WEEK("last week again") {
    @Override
    void continued(Past past, double[] into) {
      SeasonalLine.forecast(past.values(), past.days(), 7, into);
    }
  },
  RELEASE_CYCLE("the last release cycle again") {
    @Override
    void continued(Past past, double[] into) {
      int period = ReleasePeriod.of(past.values(), past.days());
      SeasonalLine.forecast(past.values(), past.days(), period > 0 ? period : 7, into);
    }
  },
  GROWTH_RATE("constant percentage growth") {
    @Override
    void continued(Past past, double[] into) {
      LogLine.forecast(past, into);
    }
  },
  THETA("the Theta method") {
    @Override
    void continued(Past past, double[] into) {
      double slope = LeastSquares.slope(past.values(), 0, past.days());
      past.line(past.simple().level(past.days()), slope / 2, into);
    }
  };

  private final String words;

  Candidate(String words) {
    this.words = words;
  }

  abstract void continued(Past past, double[] into);

  /** What it is, in a sentence: "the 30-day line". */
  public String words() {
    return words;
  }

  /**
   * Continues a past.
   *
   * @param into one value per coming day
   */
  public void forecast(Past past, double[] into) {
    continued(past, into);
  }

  /** The line from the value some days ago to the last one, continued. */
  private static void drift(Past past, int window, double[] into) {
    int days = Math.min(window, past.days() - 1);
    double first = past.values()[past.days() - 1 - days];
    past.line(days > 0 ? (past.last() - first) / days : 0, into);
  }

  /** The Theil-Sen slope of the last days, from the last value on; an own level only hurts. */
  private static void robustLine(Past past, int window, double[] into) {
    past.line(past.days() < 4 ? 0 : TheilSen.slope(past.values(), past.days(), window), into);
  }
}
