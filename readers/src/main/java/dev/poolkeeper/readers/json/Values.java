package dev.poolkeeper.readers.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Decides what a JSON value says. Missing, null, blank and unreadable values say nothing, which is
 * never zero. Numbers may come as text and texts as numbers.
 */
public final class Values {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");
  private static final long LAST_SECOND = 253_402_300_799L;

  private Values() {}

  /** A text exactly as it is written; empty when blank. */
  public static Optional<String> text(JsonNode value) {
    if (value.isString()) {
      return Optional.of(value.stringValue()).filter(text -> !text.isBlank());
    }
    return value.isNumber() || value.isBoolean() ? Optional.of(value.asString()) : Optional.empty();
  }

  /** A whole number from 0 to 2^63-1; sizes and ids are never negative. */
  public static OptionalLong number(JsonNode value) {
    if (value.isString()) {
      return digits(value.stringValue().strip());
    }
    if (!value.isNumber()) {
      return OptionalLong.empty();
    }
    try {
      return positive(exact(value));
    } catch (ArithmeticException notWholeOrTooLarge) {
      return OptionalLong.empty();
    }
  }

  /** Yes or no, as JSON, ZFS or people write it. */
  public static Optional<Boolean> flag(JsonNode value) {
    return text(value)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .flatMap(
            text ->
                switch (text) {
                  case "true", "on", "yes", "1" -> Optional.of(true);
                  case "false", "off", "no", "0" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /** A time as {@code {"$date": ms}}, ISO 8601 with a zone, or seconds since 1970. */
  public static Optional<Instant> instant(JsonNode value) {
    if (value.isObject()) {
      OptionalLong millis = number(value.path("$date"));
      return millis.isPresent()
          ? ofSeconds(millis.getAsLong() / 1000, millis.getAsLong() % 1000)
          : instantOfText(value.path("$date"));
    }
    OptionalLong seconds = number(value);
    return seconds.isPresent() ? ofSeconds(seconds.getAsLong(), 0) : instantOfText(value);
  }

  private static Optional<Instant> instantOfText(JsonNode value) {
    try {
      return text(value).map(text -> OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> ofSeconds(long seconds, long millis) {
    return seconds > 0 && seconds <= LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds, millis * 1_000_000))
        : Optional.empty();
  }

  private static long exact(JsonNode number) {
    if (number.isIntegralNumber()) {
      return number.bigIntegerValue().longValueExact();
    }
    double value = number.doubleValue();
    // A BigDecimal of 1e999999999 would take forever to become a whole number.
    return Math.abs(value) < 0x1p63 ? BigDecimal.valueOf(value).longValueExact() : -1;
  }

  private static OptionalLong positive(long value) {
    return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalLong digits(String text) {
    if (!DIGITS.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException beyondLong) {
      return OptionalLong.empty();
    }
  }
}
