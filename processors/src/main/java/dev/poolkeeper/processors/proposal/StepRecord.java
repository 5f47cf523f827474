package dev.poolkeeper.processors.proposal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A step that a cleanup has begun.
 *
 * @param hash of the stage it belongs to
 * @param place in its stage, from 1
 * @param remembered the object as it was right before, as JSON
 * @param note what was seen when it failed
 */
public record StepRecord(
    String hash,
    int place,
    Step step,
    String remembered,
    Outcome outcome,
    Instant beganAt,
    Optional<Instant> endedAt,
    Optional<String> note) {

  /** How it ended. */
  public enum Outcome {
    /** It was begun, and it is not known whether it was done. */
    BEGUN,
    /** Done, and read back. */
    DONE,
    FAILED,
    /** Done, and taken back. */
    UNDONE;

    /** The word used in the ledger. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String word) {
      return Arrays.stream(values())
          .filter(outcome -> outcome.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no outcome is called " + word));
    }
  }
}
