package dev.poolkeeper.jobs.command;

import java.time.LocalDate;

/** The ledger is in order but has no answer; the message says what to do. */
final class NothingToShow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NothingToShow(String message) {
    super(message);
  }

  static NothingToShow noRunFor(LocalDate night) {
    return new NothingToShow(
        "The ledger has no finished run for %s. Next: poolkeeper runs lists those it has."
            .formatted(night));
  }

  static NothingToShow emptyLedger() {
    return new NothingToShow(
        "The ledger has no finished run yet. Next: poolkeeper run nightly --from DIR, or poolkeeper demo"
            + " and then this command with --demo.");
  }
}
