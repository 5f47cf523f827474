package dev.poolkeeper.processors.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * How one try ended.
 *
 * @param code the receiver's own; empty when it gave none
 * @param said what it said, or what was seen, in words
 */
public record Outcome(Kind kind, OptionalInt code, String said) {

  /** Sorts of ends. */
  public enum Kind {
    DELIVERED,
    /** Told to come again: greylisting, a full mailbox, a busy server. */
    DEFERRED,
    /** Refused for good. */
    REFUSED,
    /** Handed over completely, and the answer was lost. */
    UNKNOWN,
    /** Nothing was handed over, as nobody could be reached; it is the same for all. */
    UNREACHABLE,
    /** Nothing was handed over, for our own settings, TLS or password; it is the same for all. */
    NOT_ALLOWED;

    /** As the ledger writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the next one would end in the same way. */
    public boolean sameForAll() {
      return this == UNREACHABLE || this == NOT_ALLOWED;
    }
  }

  public Outcome {
    requireNonNull(kind, "kind");
    requireNonNull(code, "code");
    requireNonNull(said, "said");
  }
}
