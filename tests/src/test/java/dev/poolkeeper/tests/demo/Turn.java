package dev.poolkeeper.tests.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** What makes the course of a volume other than a straight line. */
@FunctionalInterface
interface Turn {

  /**
   * Bytes more, or less when negative, than the straight line says.
   *
   * @param days since midnight (UTC) of the first recorded night, negative before
   */
  double bytes(double days);

  /** A jump that stays; a negative one is a mass delete. */
  static Turn step(LocalDate from, long bytes) {
    double first = days(from);
    return days -> days < first ? 0 : bytes;
  }

  /** From this day on so many bytes a day more. */
  static Turn pace(LocalDate from, long bytesPerDay) {
    double first = days(from);
    return days -> Math.max(0, days - first) * bytesPerDay;
  }

  /** Nothing is written any more. Of a course that would have been the line from then on. */
  static Turn standStill(LocalDate from, long bytesPerDay) {
    return pace(from, -bytesPerDay);
  }

  /**
   * A retention: so many bytes are taken up over each period, and released at once at its end.
   *
   * @param releasedOn one of the days of release
   */
  static Turn sawTooth(LocalDate releasedOn, int periodDays, long bytes) {
    double release = days(releasedOn);
    return days -> {
      double periods = (days - release) / periodDays;
      return bytes * (periods - Math.floor(periods));
    };
  }

  /**
   * Growth that is never the same on two days, and never backwards: on each day between a third and
   * five thirds of what is usual. At the first recorded night it has come to nothing.
   *
   * @param key draws the days
   */
  static Turn uneven(String key, long bytesPerDay) {
    int before = (int) -days(Past.FIRST);
    double[] grown = new double[before + Nights.ALL.size() + 2];
    for (int day = 1; day < grown.length; day++) {
      double share = (1 + 4 * Draw.ratio("uneven/" + key + day)) / 3;
      grown[day] = grown[day - 1] + share * bytesPerDay;
    }
    return days -> at(grown, days + before) - grown[before];
  }

  /** Between two days what lies between their values; beyond the ends the last of them. */
  private static double at(double[] values, double place) {
    int day = (int) Math.max(0, Math.min(values.length - 2, Math.floor(place)));
    double within = Math.max(0, Math.min(1, place - day));
    return values[day] + within * (values[day + 1] - values[day]);
  }

  private static double days(LocalDate day) {
    return day.toEpochDay() - Nights.FIRST.atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 86_400.0;
  }
}
