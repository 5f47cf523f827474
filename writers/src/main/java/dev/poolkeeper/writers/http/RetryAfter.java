package dev.poolkeeper.writers.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a server asks to be left alone: seconds, or a date. Source: RFC 9110 section 10.2.3. */
final class RetryAfter {

  private RetryAfter() {}

  /** Empty when it says neither; never negative. */
  static Optional<Duration> of(String text, Instant now) {
    String value = text.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
