package dev.poolkeeper.processors.delivery;

/** What of a night is one matter to a channel. */
public enum Grouping {
  /** Every finding is one of its own. */
  NONE,
  /** All findings of one code on one cluster or NAS together. */
  CODE,
  /** The same, and within it each of them as one of its own. */
  NESTED
}
