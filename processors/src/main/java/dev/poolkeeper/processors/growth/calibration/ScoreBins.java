package dev.poolkeeper.processors.growth.calibration;

/**
 * The fixed bins that scores are counted in: 1 % wide beyond a hundredth, up to a million, on both
 * sides of zero. The middle of bin i is {@code 0.01 sinh(0.01 i)}.
 */
final class ScoreBins {

  static final int SIDE = 1900;
  static final int COUNT = 2 * SIDE + 1;

  private static final double STEP = .01;
  private static final double SMALL = .01;

  private ScoreBins() {}

  /** The bin of a score; scores beyond the last bin belong to it. */
  static int bin(double score) {
    double magnitude = Math.abs(score) / SMALL;
    double position = Math.log(magnitude + Math.sqrt(magnitude * magnitude + 1)) / STEP;
    int steps = (int) Math.min(SIDE, Math.rint(position));
    return score < 0 ? SIDE - steps : SIDE + steps;
  }

  /** The score in the middle of a bin, or between two of them. */
  static double score(double bin) {
    return SMALL * Math.sinh(STEP * (bin - SIDE));
  }
}
