package dev.poolkeeper.processors.growth.candidate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A series as it was known at the end of one of its days, with what all candidates share. The
 * smoothing weights are fitted once, on the whole series and when they are first asked for;
 * everything else sees the days up to then only. Not for several threads at once.
 */
public final class Past {

  private final double[] values;
  private final Smoothed smoothed;
  private final int days;

  /** Fitting is most of the cost of one forecast, and not every blend needs it. */
  private static final class Smoothed {

    private final double[] values;
    private @Nullable SmoothedPath simple;
    private @Nullable SmoothedPath holt;
    private @Nullable SmoothedPath damped;

    Smoothed(double[] values) {
      this.values = values;
    }

    SmoothedPath simple() {
      SmoothedPath known = simple;
      if (known == null) {
        known = SmoothingFit.simple(values).path(values);
        simple = known;
      }
      return known;
    }

    SmoothedPath holt() {
      SmoothedPath known = holt;
      if (known == null) {
        known = SmoothingFit.holt(values).path(values);
        holt = known;
      }
      return known;
    }

    SmoothedPath damped() {
      SmoothedPath known = damped;
      if (known == null) {
        known = SmoothingFit.damped(values).path(values);
        damped = known;
      }
      return known;
    }
  }

  private Past(double[] values, Smoothed smoothed, int days) {
    this.values = values;
    this.smoothed = smoothed;
    this.days = days;
  }

  /**
   * The whole series.
   *
   * @param values one finite value per day, at least one; not copied, not changed
   */
  public static Past of(double[] values) {
    return new Past(values, new Smoothed(values), values.length);
  }

  /** The same series a number of days earlier; at least one day must be left. */
  public Past before(int daysAgo) {
    return new Past(values, smoothed, days - daysAgo);
  }

  /** How many days are known. */
  public int days() {
    return days;
  }

  /** The last known value. */
  public double last() {
    return values[days - 1];
  }

  double[] values() {
    return values;
  }

  SmoothedPath simple() {
    return smoothed.simple();
  }

  SmoothedPath holt() {
    return smoothed.holt();
  }

  SmoothedPath damped() {
    return smoothed.damped();
  }

  /** The line through the last value. */
  void line(double slope, double[] into) {
    line(last(), slope, into);
  }

  void line(double from, double slope, double[] into) {
    for (int h = 0; h < into.length; h++) {
      into[h] = from + slope * (h + 1);
    }
  }

  void flat(double[] into) {
    Arrays.fill(into, last());
  }
}
