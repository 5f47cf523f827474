package dev.poolkeeper.processors.anomaly;

/**
 * How large a move must be to matter, however unusual it is.
 *
 * @param least in the unit of the series, 0 for no limit; 1 GiB for volumes
 * @param capacity of the volume in the same unit, 0 when not known or without meaning; a move must
 *     then be at least 1 % of it
 */
public record Materiality(double least, double capacity) {

  /** Everything matters: for series of unknown unit. */
  public static final Materiality ANY = new Materiality(0, 0);

  private static final double SHARE = 0.01;

  public Materiality {
    if (!(least >= 0) || !(capacity >= 0)) {
      throw new IllegalArgumentException("negative: " + least + ", " + capacity);
    }
  }

  boolean matters(double size) {
    return size >= least && size >= SHARE * capacity;
  }
}
