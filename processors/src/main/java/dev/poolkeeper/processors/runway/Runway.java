package dev.poolkeeper.processors.runway;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How long there is room.
 *
 * @param subject {@code nas1/pools/tank}, {@code nas1}, {@code prod-a}, {@code
 *     prod-a/namespaces/media} or {@code prod-a/storageclasses/nfs}
 * @param amounts how much it uses, may use, and grows
 * @param outlook in a word
 * @param dates when; of what is not a pool: those of the pool that fills soonest
 * @param severity how bad it is; empty when nothing is to be said
 * @param pools what it rests on, sorted; a pool rests on itself
 * @param soonest the pool whose dates these are; empty when none is known
 * @param reason in words: what the forecast rests on, or why something is not known
 */
public record Runway(
    Subject subject,
    Kind kind,
    Amounts amounts,
    Outlook outlook,
    Dates dates,
    Optional<Severity> severity,
    List<Subject> pools,
    Optional<Subject> soonest,
    String reason) {

  /** What has a runway. */
  public enum Kind {
    POOL,
    NAS,
    CLUSTER,
    NAMESPACE,
    STORAGE_CLASS;

    /** As the ledger and reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is to be said in a word. */
  public enum Outlook {
    /** It is full already. */
    FULL,
    /** It may fill within the horizon; the probabilities say how likely. */
    FILLS,
    /** It does not fill within the horizon, with 95 % certainty. */
    NEVER,
    /** Nothing can be said; the reason says why. */
    UNKNOWN;

    /** As the ledger and reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * All empty when not known.
   *
   * @param capacityBytes also empty for what has no limit of its own
   * @param growthPerDay bytes, of the expected path over 30 days; negative when it shrinks
   */
  public record Amounts(
      OptionalLong usedBytes, OptionalLong capacityBytes, OptionalDouble growthPerDay) {

    static final Amounts UNKNOWN =
        new Amounts(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty());
  }

  /**
   * When.
   *
   * @param within7 probability, 0 to 1, of being full within 7 days; empty when not known
   * @param warn when the share that is worth a warning is used
   * @param critical when the share that is critical is used
   * @param full when all of it is
   * @param orderBy the earliest full day less the lead time of new capacity; may be past
   */
  public record Dates(
      OptionalDouble within7,
      OptionalDouble within30,
      OptionalDouble within90,
      Crossing warn,
      Crossing critical,
      Crossing full,
      Optional<LocalDate> orderBy) {

    static final Dates UNKNOWN =
        new Dates(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Crossing.NONE,
            Crossing.NONE,
            Crossing.NONE,
            Optional.empty());
  }

  public Runway {
    requireNonNull(subject, "subject");
    requireNonNull(kind, "kind");
    requireNonNull(amounts, "amounts");
    requireNonNull(outlook, "outlook");
    requireNonNull(dates, "dates");
    requireNonNull(severity, "severity");
    pools = List.copyOf(pools);
    requireNonNull(soonest, "soonest");
    requireNonNull(reason, "reason");
  }
}
