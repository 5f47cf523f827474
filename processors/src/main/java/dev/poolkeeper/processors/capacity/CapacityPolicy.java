package dev.poolkeeper.processors.capacity;

/**
 * How full a pool may be.
 *
 * @param warnAt share of its usable space from which on it is too full; at it is over it
 * @param criticalAt share from which on it is much too full, not below {@code warnAt}
 */
public record CapacityPolicy(double warnAt, double criticalAt) {

  public static final CapacityPolicy DEFAULT = new CapacityPolicy(.8, .9);

  public CapacityPolicy {
    if (!(warnAt > 0 && warnAt <= criticalAt && criticalAt <= 1)) {
      throw new IllegalArgumentException(
          "0 < warnAt <= criticalAt <= 1, but they are %s and %s".formatted(warnAt, criticalAt));
    }
  }
}
