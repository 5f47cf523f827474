package dev.poolkeeper.processors.anomaly.pattern;

import dev.poolkeeper.processors.anomaly.pattern.Pattern.SlopeChange;
import java.util.Optional;

/**
 * The best single bend: least squares of a line with one hinge, y = a + b x + g max(0, x - c), over
 * all c at least 14 days from the ends.
 *
 * <p>Changes are pulled in to 6 deviations first, so that a step does not bend the line. With r the
 * residuals of the straight line, the hinge at c takes away (sum h r)^2 / (h, h) of their squares,
 * where (h, h) is the hinge's own sum of squares after the line has been taken out of it; both
 * follow from running sums. It is a change of slope when more than 80 % go and the slopes differ by
 * a factor of 1.8. A series of which half of the changes are alike moves by jumps, which wander far
 * from any line by themselves: there 98 % must go. O(n log n). Source: Hudson 1966, JASA 61:1097
 * (joined segments, known order); Quandt 1958, JASA 53:873.
 */
final class HingeFit {

  private static final int MARGIN = 14;
  private static final int LEAST = 42;
  private static final double DEVIATIONS = 6;
  private static final double EXPLAINED = 0.8;
  private static final double EXPLAINED_OF_JUMPS = 0.98;
  private static final double FASTER = 1.8;
  private static final double SLOWER = 0.55;

  private HingeFit() {}

  /** The bend at a day, whether it is a change of slope or not. */
  private record Bend(int at, double before, double after, double explained) {

    boolean isChange(double enough) {
      double slow = Math.abs(before);
      return explained > enough
          && (Math.abs(after) > FASTER * slow || Math.abs(after) < SLOWER * slow);
    }
  }

  static Optional<Pattern> of(double[] levels, long firstDay) {
    if (levels.length < LEAST) {
      return Optional.empty();
    }
    double[] changes = Changes.of(levels);
    double deviation = Changes.deviation(changes, 0, changes.length, Changes.median(changes));
    Bend bend = best(calm(changes));
    return bend.isChange(deviation == 0 ? EXPLAINED_OF_JUMPS : EXPLAINED)
        ? Optional.of(
            new SlopeChange(firstDay + bend.at(), bend.before(), bend.after(), bend.explained()))
        : Optional.empty();
  }

  /** The levels, from 0, that the winsorised changes add up to. */
  private static double[] calm(double[] changes) {
    double[] kept = Changes.winsorised(changes, DEVIATIONS);
    double[] calm = new double[kept.length + 1];
    for (int i = 0; i < kept.length; i++) {
      calm[i + 1] = calm[i] + kept[i];
    }
    return calm;
  }

  private static Bend best(double[] y) {
    int n = y.length;
    double middle = (n - 1) / 2.0;
    double spread = (double) n * ((double) n * n - 1) / 12;
    double slope = slope(y, middle, spread);
    double[] residuals = residuals(y, slope, middle);
    double squares = 0;
    for (double residual : residuals) {
      squares += residual * residual;
    }
    Bend best = new Bend(MARGIN, slope, slope, 0);
    double sum = 0;
    double product = 0;
    for (int c = n - 2; c >= MARGIN; c--) {
      // product is the sum of (x - c) r(x) over x > c
      sum += residuals[c + 1];
      product += sum;
      double m = n - 1 - c;
      double hingeSum = m * (m + 1) / 2;
      double hingeSquares = m * (m + 1) * (2 * m + 1) / 6;
      double withLine = (c - middle) * hingeSum + hingeSquares;
      double own = hingeSquares - hingeSum * hingeSum / n - withLine * withLine / spread;
      double explained = squares > 0 ? product * product / own / squares : 0;
      if (c < n - MARGIN && explained > best.explained()) {
        double bend = product / own;
        double before = slope - bend * withLine / spread;
        best = new Bend(c, before, before + bend, explained);
      }
    }
    return best;
  }

  private static double slope(double[] y, double middle, double spread) {
    double product = 0;
    for (int x = 0; x < y.length; x++) {
      product += (x - middle) * y[x];
    }
    return product / spread;
  }

  private static double[] residuals(double[] y, double slope, double middle) {
    double mean = 0;
    for (double value : y) {
      mean += value / y.length;
    }
    double[] residuals = new double[y.length];
    for (int x = 0; x < y.length; x++) {
      residuals[x] = y[x] - mean - slope * (x - middle);
    }
    return residuals;
  }
}
