package dev.poolkeeper.processors.anomaly;

/** What became of one reading. */
public enum Reading {
  /** Believed. */
  TRUSTED,
  /** There was none. */
  MISSING,
  /** A fall to nothing, not believed before a second reading agrees. */
  HELD,
  /** Left and came back at once; counts as not read. Known only after the return. */
  GLITCH,
  /** The return from a glitch or from a held fall; believed, and no move. */
  RETURNED
}
