package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.calibration.OwnScores;
import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All that a forecast needs of a series besides the errors of the fleet: the blended path, what
 * error is to be expected, and why. Takes some hundred bytes and 8 per day ahead, so the
 * examinations of a whole fleet can be kept until its errors are known.
 */
public final class Examination implements Examined {

  private final Basis basis;
  private final double[] path;
  private final double[] scale;
  private final double[] limit;
  private final ScoreGroup group;
  private final List<OwnScores> own;

  Examination(
      Basis basis,
      double[] path,
      double[] scale,
      double[] limit,
      ScoreGroup group,
      List<OwnScores> own) {
    this.basis = basis;
    this.path = path;
    this.scale = scale;
    this.limit = limit;
    this.group = group;
    this.own = List.copyOf(own);
  }

  @Override
  public String id() {
    return basis.id();
  }

  /** What the forecast rests on. */
  public Basis basis() {
    return basis;
  }

  /** Days ahead. */
  public int horizon() {
    return path.length;
  }

  /** The blended forecast, normalised; not to be changed. */
  double[] path() {
    return path;
  }

  /** The error to be expected per bucket, normalised; not to be changed. */
  double[] scale() {
    return scale;
  }

  /** How far a band may reach per bucket, normalised; not to be changed. */
  double[] limit() {
    return limit;
  }

  /** What such forecasts of the series itself were wrong by, per bucket. */
  OwnScores own(int bucket) {
    return own.get(bucket);
  }

  List<OwnScores> own() {
    return own;
  }

  /**
   * The median error that such forecasts of the series itself had, in its unit, one per bucket of
   * {@link Horizons}; empty where none could be tried.
   */
  public List<OptionalDouble> pastErrors() {
    List<OptionalDouble> errors = new ArrayList<>();
    for (int bucket = 0; bucket < Horizons.BUCKETS; bucket++) {
      double unit = Math.scalb(scale[bucket], basis.exponent());
      OptionalDouble median = own.get(bucket).medianSize();
      errors.add(
          median.isPresent()
              ? OptionalDouble.of(Math.min(Double.MAX_VALUE, unit * median.getAsDouble()))
              : median);
    }
    return errors;
  }

  ScoreGroup group() {
    return group;
  }
}
