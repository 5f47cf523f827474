package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a server's clock is from ours, by the Date of its first answer. Verdicts by age rest on
 * both clocks, so more than ten minutes are too many.
 */
final class ServerClock {

  private static final Duration TOLERATED = Duration.ofMinutes(10);

  private Optional<Duration> ahead = Optional.empty();

  /** Takes note of an answer that was asked for at the one and came at the other time. */
  void note(Instant asked, Instant answered, Answer answer) {
    if (ahead.isEmpty()) {
      ahead =
          answer.date().flatMap(ServerClock::parse).map(date -> difference(asked, answered, date));
    }
  }

  /** What the server's clock is too far off by, {@code its clock is 2 h 00 min ahead of ours}. */
  Optional<String> problem() {
    return ahead
        .filter(by -> by.abs().compareTo(TOLERATED) > 0)
        .map(
            by ->
                "its clock is %s %s ours"
                    .formatted(length(by.abs()), by.isNegative() ? "behind" : "ahead of"));
  }

  static SourceFailure failure(String where, String problem) {
    return new SourceContract(
        where,
        problem,
        "set it right (NTP) on that side or ours; until then no age can be judged",
        null);
  }

  boolean known() {
    return ahead.isPresent();
  }

  /** Nothing for a time within the question; the header knows whole seconds only. */
  private static Duration difference(Instant asked, Instant answered, Instant date) {
    if (date.isBefore(asked)) {
      return Duration.between(asked, date);
    }
    return date.isAfter(answered) ? Duration.between(answered, date) : Duration.ZERO;
  }

  private static Optional<Instant> parse(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static String length(Duration exact) {
    Duration time = exact.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
    if (time.toDays() >= 2) {
      return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
    }
    return time.toHours() > 0
        ? "%d h %02d min".formatted(time.toHours(), time.toMinutesPart())
        : "%d min".formatted(time.toMinutes());
  }
}
