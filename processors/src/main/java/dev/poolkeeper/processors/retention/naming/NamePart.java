package dev.poolkeeper.processors.retention.naming;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The conversions of strftime that a name may have. */
enum NamePart {
  YEAR("Y", 4),
  SHORT_YEAR("y", 2),
  MONTH("m", 2),
  MONTH_NAME("b", 3),
  DAY("d", 2),
  DAY_OF_YEAR("j", 3),
  HOUR("H", 2),
  MINUTE("M", 2),
  SECOND("S", 2),
  OFFSET("z", 5),
  /** Seconds since 1970; as many digits as there are. */
  EPOCH("s", 0);

  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final String code;
  private final int width;

  NamePart(String code, int width) {
    this.code = code;
    this.width = width;
  }

  static Optional<NamePart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
  }

  int width() {
    return width;
  }

  /** What a date lacks, in words; empty when these tell one. */
  static Optional<String> lacking(Set<NamePart> parts) {
    if (parts.contains(EPOCH)) {
      return Optional.empty();
    }
    if (!parts.contains(YEAR) && !parts.contains(SHORT_YEAR)) {
      return Optional.of("year (%Y)");
    }
    if (parts.contains(DAY_OF_YEAR)) {
      return Optional.empty();
    }
    if (!parts.contains(MONTH) && !parts.contains(MONTH_NAME)) {
      return Optional.of("month (%m)");
    }
    return parts.contains(DAY) ? Optional.empty() : Optional.of("day (%d)");
  }

  String format(ZonedDateTime at) {
    return switch (this) {
      case YEAR -> padded(at.getYear());
      case SHORT_YEAR -> padded(at.getYear() % 100);
      case MONTH -> padded(at.getMonthValue());
      case MONTH_NAME -> MONTHS.get(at.getMonthValue() - 1);
      case DAY -> padded(at.getDayOfMonth());
      case DAY_OF_YEAR -> padded(at.getDayOfYear());
      case HOUR -> padded(at.getHour());
      case MINUTE -> padded(at.getMinute());
      case SECOND -> padded(at.getSecond());
      case OFFSET -> offset(at.getOffset());
      case EPOCH -> Long.toString(at.toEpochSecond());
    };
  }

  private String padded(int number) {
    String digits = Integer.toString(number);
    return digits.length() < width ? "0".repeat(width - digits.length()) + digits : digits;
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    return String.format(
        Locale.ROOT,
        "%s%02d%02d",
        offset.getTotalSeconds() < 0 ? "-" : "+",
        minutes / 60,
        minutes % 60);
  }
}
