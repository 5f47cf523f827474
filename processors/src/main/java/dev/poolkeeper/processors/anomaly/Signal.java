package dev.poolkeeper.processors.anomaly;

/**
 * What one score says of one step.
 *
 * @param score 0 when nothing is unusual or nothing can be said; no upper bound
 * @param size by how much, in the unit of the series and never negative: what materiality is
 *     measured by
 * @param steps over how many steps
 */
record Signal(double score, double size, int steps) {

  static final Signal NONE = new Signal(0, 0, 0);

  Signal orStronger(Signal other) {
    return other.score > score ? other : this;
  }
}
