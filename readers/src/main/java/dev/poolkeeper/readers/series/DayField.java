package dev.poolkeeper.readers.series;

import dev.poolkeeper.processors.history.DayAxis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The field {@code t}: a whole number, an ISO date, or an ISO timestamp. A timestamp belongs to its
 * UTC day; one without an offset is taken as UTC.
 *
 * @param secondOfDay when on that day, 0 for a plain date or index
 */
record DayField(DayAxis axis, long day, int secondOfDay) {

  private static final String EXPECTED =
      "'%s' is no day: neither a whole number nor a date such as 2026-02-11 or a timestamp such as 2026-02-11T02:00:00Z";

  /**
   * @throws IllegalArgumentException none of the three
   */
  static DayField parse(String text) {
    if (text.indexOf('-', 1) < 0) {
      return new DayField(DayAxis.INDEX, wholeNumber(text), 0);
    }
    try {
      if (text.length() <= 10) {
        return new DayField(DayAxis.DATE, LocalDate.parse(text).toEpochDay(), 0);
      }
      LocalDateTime time = utc(text.replace(' ', 'T'));
      return new DayField(
          DayAxis.DATE, time.toLocalDate().toEpochDay(), time.toLocalTime().toSecondOfDay());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(EXPECTED.formatted(text), e);
    }
  }

  private static long wholeNumber(String text) {
    try {
      return Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(EXPECTED.formatted(text), e);
    }
  }

  private static LocalDateTime utc(String text) {
    boolean offset = text.endsWith("Z") || text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
    return offset
        ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : LocalDateTime.parse(text);
  }
}
