package dev.poolkeeper.jobs.delivery;

/** Whether a run tells anybody what it found. */
public enum Telling {
  /** Everybody once, however often the run is repeated, unless what is material changed. */
  ONCE,
  /** Everybody, also those who were told already. */
  AGAIN,
  /** Nobody. */
  NOBODY
}
