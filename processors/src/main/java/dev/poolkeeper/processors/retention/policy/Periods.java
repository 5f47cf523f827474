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
public final class Periods {

  private Periods() {}

  /** The number of the period a moment is in; a later period has a greater one. */
  public static long of(Instant moment, Length period, ZoneId zone) {
    return Math.floorDiv(units(moment, period.unit(), zone), (long) period.amount());
  }

  /**
   * When the period of a number begins, to the second; it ends where the next begins. The inverse
   * of {@link #of}.
   */
  public static Instant begin(long number, Length period, ZoneId zone) {
    long units = Math.multiplyExact(number, (long) period.amount());
    return switch (period.unit()) {
      case MINUTE -> ofStandard(Math.multiplyExact(units, 60L), zone);
      case HOUR -> ofStandard(Math.multiplyExact(units, 3_600L), zone);
      case DAY -> day(LocalDate.ofEpochDay(units), zone);
      // the first Monday after 1 January 1970 is its fifth day; floorDiv counts from there
      case WEEK -> day(LocalDate.ofEpochDay(Math.multiplyExact(units, 7L) + 4), zone);
      case MONTH ->
          day(
              LocalDate.of(
                  Math.toIntExact(Math.floorDiv(units, 12L)),
                  (int) Math.floorMod(units, 12L) + 1,
                  1),
              zone);
      case YEAR -> day(LocalDate.of(Math.toIntExact(units), 1, 1), zone);
    };
  }

  private static Instant day(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant ofStandard(long seconds, ZoneId zone) {
    Instant near = Instant.ofEpochSecond(seconds);
    return near.minusSeconds(zone.getRules().getStandardOffset(near).getTotalSeconds());
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
