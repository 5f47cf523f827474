package dev.poolkeeper.processors.reconcile;

/** How sure a link is. Any link protects; only CONFIRMED ones teach. */
public enum Confidence {
  /** A protocol chain leads to the object, and a name or property agrees. */
  CONFIRMED,
  /** A protocol chain alone, or a name or property alone. */
  PROBABLE,
  /** Several objects fit; none is chosen. */
  AMBIGUOUS,
  /** Uses the object without owning it: static volumes, many volumes in one dataset. */
  REFERENCED
}
