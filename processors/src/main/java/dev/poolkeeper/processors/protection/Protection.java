package dev.poolkeeper.processors.protection;

import java.util.Locale;

/** How a claim stands against what is asked of it, best first but for what nothing is asked of. */
public enum Protection {
  /** A copy is young enough. */
  PROTECTED,
  /** Nothing is asked: opted out, or too young to have a copy. */
  NOT_ASKED,
  /** It cannot be said. */
  UNKNOWN,
  /** There is a copy, and it is too old. */
  LATE,
  /** There is no copy. */
  NEVER;

  /** As the ledger and lists write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether something must be done. */
  public boolean bad() {
    return this == LATE || this == NEVER;
  }

  /**
   * Of snapshots and copies elsewhere together: never without any snapshot, late when either is too
   * old or nothing is elsewhere.
   */
  static Protection both(Protection snapshots, Protection elsewhere) {
    if (snapshots == NEVER || (snapshots == NOT_ASKED && elsewhere == NEVER)) {
      return NEVER;
    }
    if (snapshots == LATE || elsewhere.bad()) {
      return LATE;
    }
    if (snapshots == UNKNOWN || elsewhere == UNKNOWN) {
      return UNKNOWN;
    }
    return snapshots == NOT_ASKED ? elsewhere : snapshots;
  }
}
