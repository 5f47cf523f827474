package dev.poolkeeper.processors.retention;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time by the calendar: {@code 2w} is fourteen days by the clock on the wall, whatever
 * the clock change between, and {@code 1m} a month.
 *
 * @param amount at least 1
 */
public record Length(int amount, Unit unit) {

  /** Units of a length, shortest first. */
  public enum Unit {
    MINUTE("min", ChronoUnit.MINUTES, 60L),
    HOUR("h", ChronoUnit.HOURS, 3_600L),
    DAY("d", ChronoUnit.DAYS, 86_400L),
    WEEK("w", ChronoUnit.WEEKS, 604_800L),
    MONTH("m", ChronoUnit.MONTHS, 2_629_746L),
    YEAR("y", ChronoUnit.YEARS, 31_556_952L);

    private final String word;
    private final ChronoUnit chrono;
    private final long seconds;

    Unit(String word, ChronoUnit chrono, long seconds) {
      this.word = word;
      this.chrono = chrono;
      this.seconds = seconds;
    }

    /** The unit written so; empty when none is. */
    public static Optional<Unit> named(String word) {
      return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }

    /** As written in the configuration. */
    public String word() {
      return word;
    }
  }

  /** Longer ones end after the calendar that dates can hold. */
  private static final int MOST = 100_000;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([a-z]+)");

  private static final Pattern TASK = Pattern.compile("(-?\\d{1,18}) ([A-Za-z_]+)");

  public Length {
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("a length of " + amount + " " + unit);
    }
  }

  /** Reads {@code 14d}. */
  public static Outcome<Length> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    Optional<Unit> unit = matcher.matches() ? Unit.named(matcher.group(2)) : Optional.empty();
    if (unit.isEmpty()) {
      return new Outcome.Unknown<>(
          "'%s' is no length; expected a number with min, h, d, w, m (months) or y, such as 14d"
              .formatted(text));
    }
    return of(Long.parseLong(matcher.group(1)), unit.get(), text);
  }

  /** Reads a lifetime as TrueNAS tells it: {@code 2 WEEK}. */
  public static Outcome<Length> ofTask(String text) {
    Matcher matcher = TASK.matcher(text);
    if (!matcher.matches()) {
      return new Outcome.Unknown<>(
          text.isBlank()
              ? "no lifetime is told"
              : "the lifetime '%s' is not a number and a unit".formatted(text));
    }
    String word = matcher.group(2).toUpperCase(Locale.ROOT);
    return Arrays.stream(Unit.values())
        .filter(unit -> unit.name().equals(word) && unit != Unit.MINUTE)
        .findFirst()
        .map(unit -> of(Long.parseLong(matcher.group(1)), unit, text))
        .orElseGet(
            () ->
                new Outcome.Unknown<>(
                    "the lifetime '%s' has a unit that is not known (HOUR, DAY, WEEK, MONTH, YEAR)"
                        .formatted(text)));
  }

  private static Outcome<Length> of(long amount, Unit unit, String text) {
    return amount < 1 || amount > MOST
        ? new Outcome.Unknown<>("the length '%s' is not between 1 and %d".formatted(text, MOST))
        : new Outcome.Known<>(new Length((int) amount, unit));
  }

  /** So long after a time on the wall. */
  public LocalDateTime after(LocalDateTime wall) {
    return wall.plus(amount, unit.chrono);
  }

  /** So long before a moment, by the clock on the wall. */
  public Instant before(Instant moment, ZoneId zone) {
    return moment
        .atZone(zone)
        .toLocalDateTime()
        .minus(amount, unit.chrono)
        .atZone(zone)
        .toInstant();
  }

  /** Mean length in seconds: a month is a twelfth of a Gregorian year. */
  public long meanSeconds() {
    return Math.multiplyExact(unit.seconds, (long) amount);
  }

  /** {@code 2w}. */
  @Override
  public String toString() {
    return amount + unit.word;
  }
}
