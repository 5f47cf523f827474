package dev.poolkeeper.processors.report;

/** The night in one word. */
public enum NightVerdict {
  /** Nothing asks for a person. */
  OK,
  /** A person should look. */
  ATTENTION,
  /** A person must look now. */
  CRITICAL,
  /** Not all was seen, so nothing can be called fine. */
  INCOMPLETE
}
