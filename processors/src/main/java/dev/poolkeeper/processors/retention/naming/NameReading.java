package dev.poolkeeper.processors.retention.naming;

import dev.poolkeeper.processors.retention.naming.NamingSchema.NamedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;

/** A name while it is read, piece by piece. */
final class NameReading {

  /** strptime: two digits below 69 are of this century. Source: POSIX strptime. */
  private static final int LAST_CENTURY_FROM = 69;

  /** Seconds since 1970 of eleven digits reach past the year 5000. */
  private static final int EPOCH_DIGITS = 11;

  private final String name;
  private final Map<NamePart, Long> numbers = new EnumMap<>(NamePart.class);
  private int at;

  NameReading(String name) {
    this.name = name;
  }

  boolean atEnd() {
    return at == name.length();
  }

  boolean skip(String text) {
    boolean fits = name.startsWith(text, at);
    at += fits ? text.length() : 0;
    return fits;
  }

  boolean take(NamePart part) {
    int end = part == NamePart.EPOCH ? endOfDigits() : at + part.width();
    if (end <= at || end > name.length()) {
      return false;
    }
    String text = name.substring(at, end);
    at = end;
    if (part == NamePart.MONTH_NAME) {
      int month = NamePart.MONTHS.indexOf(text) + 1;
      return month > 0 && note(part, month);
    }
    if (part == NamePart.OFFSET) {
      return (text.charAt(0) == '+' || text.charAt(0) == '-')
          && digits(text.substring(1))
          && note(part, seconds(text));
    }
    return digits(text) && note(part, Long.parseLong(text));
  }

  /** The same part twice has to say the same. */
  private boolean note(NamePart part, long number) {
    Long before = numbers.put(part, number);
    return before == null || before == number;
  }

  private int endOfDigits() {
    int end = at;
    while (end < name.length() && end - at < EPOCH_DIGITS && digits(name.substring(end, end + 1))) {
      end++;
    }
    return end;
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long seconds(String offset) {
    long minutes =
        Long.parseLong(offset.substring(1, 3)) * 60 + Long.parseLong(offset.substring(3));
    return (offset.charAt(0) == '-' ? -60 : 60) * minutes;
  }

  /**
   * @throws java.time.DateTimeException when there is no such time
   */
  NamedTime time(ZoneId zone) {
    if (numbers.containsKey(NamePart.EPOCH)) {
      LocalDateTime utc =
          LocalDateTime.ofInstant(Instant.ofEpochSecond(of(NamePart.EPOCH, 0)), ZoneOffset.UTC);
      return NamedTime.of(utc, ZoneOffset.UTC, zone);
    }
    LocalDateTime wall =
        day()
            .atTime(
                (int) of(NamePart.HOUR, 0),
                (int) of(NamePart.MINUTE, 0),
                (int) of(NamePart.SECOND, 0));
    return numbers.containsKey(NamePart.OFFSET)
        ? NamedTime.of(wall, ZoneOffset.ofTotalSeconds((int) of(NamePart.OFFSET, 0)), zone)
        : NamedTime.of(wall, zone);
  }

  /** The time with the offset that the name itself tells, if it does. */
  ZonedDateTime asWritten(NamedTime time) {
    return numbers.containsKey(NamePart.OFFSET)
        ? time.moment().withZoneSameInstant(ZoneOffset.ofTotalSeconds((int) of(NamePart.OFFSET, 0)))
        : time.moment();
  }

  private LocalDate day() {
    long shortYear = of(NamePart.SHORT_YEAR, 0);
    long century = shortYear < LAST_CENTURY_FROM ? 2000 : 1900;
    int year = (int) of(NamePart.YEAR, century + shortYear);
    return numbers.containsKey(NamePart.DAY_OF_YEAR)
        ? LocalDate.ofYearDay(year, (int) of(NamePart.DAY_OF_YEAR, 1))
        : LocalDate.of(
            year, (int) of(NamePart.MONTH, of(NamePart.MONTH_NAME, 1)), (int) of(NamePart.DAY, 1));
  }

  private long of(NamePart part, long otherwise) {
    return numbers.getOrDefault(part, otherwise);
  }
}
