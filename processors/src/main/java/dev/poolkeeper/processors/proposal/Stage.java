package dev.poolkeeper.processors.proposal;

import java.util.Locale;

/** The two halves of a cleanup, each with an approval of its own. */
public enum Stage {
  /** What can be undone: access is taken away, the data stay where they are. */
  QUARANTINE,
  /** What cannot. */
  DESTROY;

  /** The word used in files, options and the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
