package dev.poolkeeper.processors.proposal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a proposal stands. */
public enum ProposalState {
  /** Planned, and something is in the way. */
  BLOCKED,
  /** Planned, and waits for somebody's approval of its stage. */
  WAITING,
  /** Its stage may be carried out, as long as the approval lasts and the plan stays the same. */
  APPROVED,
  /** Somebody said no. It stays so until its finding is resolved. */
  REJECTED,
  /** A cleanup is at it, or was killed while it was. */
  RUNNING,
  /** Access is gone, the data are there; its end waits for time to pass. */
  QUARANTINED,
  /** All of it was done and read back. */
  DONE,
  /** A step failed and could not be undone; what is left is said. */
  FAILED,
  /** A step failed, and what was done before it was undone. */
  ROLLED_BACK,
  /** Brought back from quarantine by a person. It stays so until its finding is resolved. */
  RESTORED,
  /** Its finding is resolved, or excepted: nothing is left to propose. */
  WITHDRAWN;

  /** The word used in files, options and the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether anything may still become of it. */
  public boolean open() {
    return this != DONE && this != WITHDRAWN;
  }

  /** Whether a person decided, so that nothing but the end of its finding changes it. */
  boolean decided() {
    return this == REJECTED || this == RESTORED;
  }

  public static Optional<ProposalState> parse(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
