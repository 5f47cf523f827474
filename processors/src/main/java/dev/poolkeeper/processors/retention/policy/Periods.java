package dev.poolkeeper.processors.retention.policy;

import dev.poolkeeper.processors.retention.Length;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * Counts the periods of a calendar. Minutes and hours are counted in standard time, so that no
 * clock change makes one of them twice as long or as empty; everything longer by the wall calendar.
 */
final class Periods {

  private Periods() {}

  /** The number of the period a moment is in; a later period has a greater one. */
  static long of(Instant moment, Length period, ZoneId zone) {
    return Math.floorDiv(units(moment, period.unit(), zone), (long) period.amount());
  }

  private static long units(Instant moment, Length.Unit unit, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return switch (unit) {
      case MINUTE -> Math.floorDiv(standard(moment, zone), 60);
      case HOUR -> Math.floorDiv(standard(moment, zone), 3_600);
      case DAY -> day.toEpochDay();
      case WEEK ->
          Math.floorDiv(
              day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay(), 7);
      case MONTH -> day.getYear() * 12L + day.getMonthValue() - 1;
      case YEAR -> day.getYear();
    };
  }

  private static long standard(Instant moment, ZoneId zone) {
    return moment.getEpochSecond() + zone.getRules().getStandardOffset(moment).getTotalSeconds();
  }
}
