package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.Horizons;

/**
 * Puts bands around an examined series: as wide as the blends of its group have been wrong before,
 * in units of the error expected of this series. Model-free; a band at 80 % holds 80 % as far as
 * the past of the fleet resembles its future.
 */
public final class GrowthForecaster {

  /** The most that is said of a move larger than any seen. */
  private static final double UNSEEN = .01;

  private static final double[] SHARES = {.1, .9, .025, .975};

  private final Calibration calibration;

  public GrowthForecaster(Calibration calibration) {
    this.calibration = calibration;
  }

  /** Mean and bands, all days ahead. O(h). */
  public GrowthForecast forecast(Examination examination) {
    int horizon = examination.horizon();
    double[][] lines = new double[1 + SHARES.length][horizon];
    double[] scale = examination.scale();
    double[][] offsets = new double[SHARES.length][Horizons.BUCKETS];
    for (int s = 0; s < SHARES.length; s++) {
      for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
        offsets[s][bucket] = scale[bucket] * quantile(examination, bucket, SHARES[s]);
      }
    }
    for (int h = 1; h <= horizon; h++) {
      double mean = examination.path()[h - 1];
      double limit = Horizons.interpolate(examination.limit(), h);
      lines[0][h - 1] = restored(examination, mean);
      for (int s = 0; s < SHARES.length; s++) {
        double offset = Horizons.interpolate(offsets[s], h);
        double clipped = Math.max(-limit, Math.min(limit, offset));
        double outward = SHARES[s] < .5 ? Math.min(0, clipped) : Math.max(0, clipped);
        lines[s + 1][h - 1] = restored(examination, mean + outward);
      }
    }
    return new GrowthForecast(examination.id(), lines);
  }

  private static double restored(Examination examination, double normalised) {
    Basis basis = examination.basis();
    double value = Math.scalb(Math.max(basis.floor(), normalised), basis.exponent());
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
  }

  /**
   * The probability, per day ahead, that the quantity reaches its capacity on that day or before:
   * the largest share, over the days until then, of past errors that would have sufficed. Never
   * falls with more days ahead nor rises with more capacity.
   *
   * @param capacity in the unit of the series
   */
  public double[] fullProbability(Examination examination, double capacity) {
    double normalised = Math.scalb(capacity, -examination.basis().exponent());
    double[] probability = new double[examination.horizon()];
    double largest = 0;
    for (int h = 1; h <= probability.length; h++) {
      double room = normalised - examination.path()[h - 1];
      double share = shareAtLeast(examination, h, room);
      boolean unseen = room > Horizons.interpolate(examination.limit(), h);
      largest = Math.max(largest, unseen ? Math.min(UNSEEN, share) : share);
      probability[h - 1] = largest;
    }
    return probability;
  }

  private double quantile(Examination examination, int bucket, double share) {
    return calibration.quantile(examination.group(), bucket, share, examination.own(bucket));
  }

  private double shareAtLeast(Examination examination, int daysAhead, double room) {
    double scale = Horizons.interpolate(examination.scale(), daysAhead);
    if (!(scale > 0)) {
      return room > 0 ? 0 : 1;
    }
    int bucket = Horizons.bucket(daysAhead);
    return calibration.shareAtLeast(
        examination.group(), bucket, room / scale, examination.own(bucket));
  }
}
