package dev.poolkeeper.readers.series;

import dev.poolkeeper.processors.history.DayAxis;

/**
 * The field {@code t} where the time of day matters: a plain number, an ISO date or timestamp (see
 * {@link DayField}), or Unix time. Numbers from 100,000,000 up are Unix seconds, from
 * 100,000,000,000 up milliseconds: as days they would lie beyond all history.
 *
 * @param clock whether it is a time on the clock, in seconds since 1970 UTC
 */
record TimeField(boolean clock, double time) {

  private static final double UNIX_SECONDS = 1e8;
  private static final double UNIX_MILLISECONDS = 1e11;
  private static final double SECONDS_PER_DAY = 86_400;

  /**
   * @throws IllegalArgumentException none of these
   */
  static TimeField parse(String text) {
    if (text.indexOf('-', 1) < 0 || text.indexOf('e') >= 0) {
      return ofNumber(number(text));
    }
    DayField day = DayField.parse(text);
    double time = day.day() * SECONDS_PER_DAY + day.secondOfDay();
    return new TimeField(day.axis() == DayAxis.DATE, time);
  }

  private static TimeField ofNumber(double number) {
    if (number >= UNIX_MILLISECONDS) {
      return new TimeField(true, number / 1000);
    }
    return new TimeField(number >= UNIX_SECONDS, number);
  }

  private static double number(String text) {
    return NumberField.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no time in the column t"));
  }
}
