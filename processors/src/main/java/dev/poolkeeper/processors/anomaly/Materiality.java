package dev.poolkeeper.processors.anomaly;

/**
 * How large a move must be to matter, however unusual it is.
 *
 * @param least in the unit of the series, 0 for no limit; 1 GiB for volumes
 * @param capacity of the volume in the same unit, 0 when not known or without meaning
 * @param share of the capacity that a move must reach, 0 to 1
 */
public record Materiality(double least, double capacity, double share) {

  /** Everything matters: for series of unknown unit. */
  public static final Materiality ANY = new Materiality(0, 0);

  private static final double SHARE = 0.01;

  public Materiality {
    if (!(least >= 0) || !(capacity >= 0) || !(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("no limit: " + least + ", " + capacity + ", " + share);
    }
  }

  /** With a share of 1 %. */
  public Materiality(double least, double capacity) {
    this(least, capacity, SHARE);
  }

  boolean matters(double size) {
    return size >= least && size >= share * capacity;
  }
}
