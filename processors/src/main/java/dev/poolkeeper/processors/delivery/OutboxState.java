package dev.poolkeeper.processors.delivery;

import java.util.Arrays;
import java.util.Locale;

/** What became of something that was to be sent. */
public enum OutboxState {
  /** For its first or its next try. */
  WAITING,
  /** Handed over; the answer is not there yet. Seen later, it never came. */
  SENDING,
  DELIVERED,
  /** Refused for good, or given up. */
  DEAD,
  /** Handed over, and the answer was lost: it may have arrived. */
  UNKNOWN,
  /** Nobody wants it any more. */
  SUPERSEDED,
  /** Not worth telling. */
  SKIPPED;

  /** As the ledger and lists write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static OutboxState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no state of the outbox: " + word));
  }

  /** Whether it is still to be sent. */
  public boolean open() {
    return this == WAITING || this == SENDING;
  }

  /** Whether it was to be told and, as far as is known, was not. */
  public boolean failed() {
    return this == DEAD || this == UNKNOWN;
  }
}
