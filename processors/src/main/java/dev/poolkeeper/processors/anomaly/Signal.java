package dev.poolkeeper.processors.anomaly;

/**
 * What one score says of one step.
 *
 * @param score 0 when nothing is unusual or nothing can be said; no upper bound
 * @param size by how much, in the unit of the series and never negative: what materiality is
 *     measured by
 * @param steps over how many steps
 * @param least of what it is compared with: the lowest such move before; NaN when that is no range
 *     of moves
 * @param most the highest such move before, or the longest such time in steps
 */
public record Signal(double score, double size, int steps, double least, double most) {

  static final Signal NONE = new Signal(0, 0, 0, Double.NaN, Double.NaN);

  Signal orStronger(Signal other) {
    return other.score > score ? other : this;
  }
}
