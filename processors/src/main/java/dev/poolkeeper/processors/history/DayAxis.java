package dev.poolkeeper.processors.history;

import java.time.LocalDate;

/** What the day numbers of a series mean. */
public enum DayAxis {
  /** Days since 1970-01-01, UTC. */
  DATE {
    @Override
    public String label(long day) {
      return LocalDate.ofEpochDay(day).toString();
    }
  },
  /** A plain index; where it starts means nothing. */
  INDEX {
    @Override
    public String label(long day) {
      return "day " + day;
    }
  };

  /** The day as a person reads it: {@code 2026-02-11}, or {@code day 42}. */
  public abstract String label(long day);
}
