package dev.poolkeeper.processors.growth;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a series reaches its limit, by date. Show the probability and the two ends of the band,
 * never the likely day alone.
 *
 * @param outlook in one word
 * @param reason why it does not fill, in words; only with {@link Outlook#NEVER}
 * @param within7 probability, 0 to 1, of having reached the limit within 7 days; 1 when it has
 *     already; empty when no limit is known, or the horizon is shorter
 * @param within30 the same within 30 days
 * @param within90 the same within 90 days
 * @param earliest first day on which the upper end of the 80 % band is at the limit; the night
 *     itself when it is full already; empty when not within the horizon
 * @param likely first day on which the expected path is
 * @param latest first day on which the lower end of the 80 % band is
 * @param orderBy {@code earliest} less the lead time of new capacity: the day to order on at the
 *     latest; may be past
 */
public record Fullness(
    Outlook outlook,
    Optional<String> reason,
    OptionalDouble within7,
    OptionalDouble within30,
    OptionalDouble within90,
    Optional<LocalDate> earliest,
    Optional<LocalDate> likely,
    Optional<LocalDate> latest,
    Optional<LocalDate> orderBy) {

  /** What is to be said in a word. */
  public enum Outlook {
    /** It is at its limit already. */
    FULL("full"),
    /** It may fill within the horizon; the probabilities say how likely. */
    FILLS("fills"),
    /** It does not fill within the horizon, with 95 % certainty. */
    NEVER("never"),
    /** Nothing is known to limit it. */
    NO_CAPACITY("no-capacity");

    private final String word;

    Outlook(String word) {
      this.word = word;
    }

    /** As the ledger and lists write it. */
    public String word() {
      return word;
    }
  }

  /** Nothing is known to limit it. */
  public static final Fullness UNLIMITED =
      new Fullness(
          Outlook.NO_CAPACITY,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Fullness {
    requireNonNull(outlook, "outlook");
    requireNonNull(reason, "reason");
  }
}
