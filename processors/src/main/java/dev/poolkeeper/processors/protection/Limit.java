package dev.poolkeeper.processors.protection;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old the newest copy may be.
 *
 * @param most empty: nothing is asked
 */
public record Limit(Optional<Duration> most) {

  public static final Limit NONE = new Limit(Optional.empty());

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})\\s*(m|h|d|w)");

  public Limit {
    if (most.filter(length -> length.isZero() || length.isNegative()).isPresent()) {
      throw new IllegalArgumentException("no copy is younger than " + most.get());
    }
  }

  public static Limit of(Duration most) {
    return new Limit(Optional.of(most));
  }

  /** Reads {@code 24h}, {@code 7d}, {@code 2w}, {@code 90m} or {@code none}; empty for others. */
  public static Optional<Limit> parse(String text) {
    String plain = text.strip();
    if (plain.equals("none")) {
      return Optional.of(NONE);
    }
    Matcher length = LENGTH.matcher(plain);
    if (!length.matches() || Long.parseLong(length.group(1)) == 0) {
      return Optional.empty();
    }
    long amount = Long.parseLong(length.group(1));
    return Optional.of(
        of(
            switch (length.group(2)) {
              case "m" -> Duration.ofMinutes(amount);
              case "h" -> Duration.ofHours(amount);
              case "d" -> Duration.ofDays(amount);
              default -> Duration.ofDays(7 * amount);
            }));
  }

  /** {@code 24 h}, or {@code none}. */
  @Override
  public String toString() {
    return most.map(Ages::text).orElse("none");
  }
}
