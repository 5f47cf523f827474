package dev.poolkeeper.processors.growth.candidate;

import java.util.Arrays;

/**
 * The median, by narrowing down where it is: a sample tells two bounds that very likely enclose it,
 * one pass counts what is below and keeps what is between them, and so on until few are left. O(n)
 * on average; where a sample misleads, by sorting. The result is that of sorting in any case.
 *
 * <p>The idea is that of R. W. Floyd and R. L. Rivest, Expected Time Bounds for Selection,
 * Communications of the ACM 18 (1975) 165. A pass keeps values without a branch: on slopes, every
 * second of which is larger, a processor guesses every second branch wrong.
 */
public final class Median {

  private static final int FEW = 80;
  private static final int MANY = 600;
  private static final int SMALL_SAMPLE = 24;
  private static final int LARGE_SAMPLE = 64;

  /** Standard deviations of a rank within a sample. */
  private static final double CARE = 2.5;

  private static final double ALIKE = .9;

  private double[] left;
  private int count;
  private int rank;
  private final boolean even;

  private Median(double[] values, int length) {
    this.left = values;
    this.count = length;
    this.rank = length / 2;
    this.even = length % 2 == 0;
  }

  /**
   * The middle value, or the mean of the two middle ones when their number is even; 0 for none.
   *
   * @param values finite ones; the order may change
   * @param length how many of them count, from the first
   */
  public static double ofScratch(double[] values, int length) {
    return length == 0 ? 0 : new Median(values, length).find();
  }

  private double find() {
    boolean narrower = true;
    while (count > FEW && narrower) {
      narrower = narrow();
    }
    Arrays.sort(left, 0, count);
    double upper = left[rank];
    double lower = even ? left[rank - 1] : upper;
    return lower + (upper - lower) / 2;
  }

  /** Whether it could leave values out. */
  private boolean narrow() {
    double[] sample = sample();
    double place = (rank + (even ? 0 : .5)) / count * sample.length;
    double margin = CARE * Math.sqrt(sample.length) / 2;
    int first = (int) Math.floor(place - margin);
    int last = (int) Math.ceil(place + margin);
    double low = first < 0 ? Double.NEGATIVE_INFINITY : sample[first];
    double high = last >= sample.length ? Double.POSITIVE_INFINITY : sample[last];
    double[] between = new double[count];
    int below = 0;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      double value = left[i];
      int under = (int) (Double.doubleToRawLongBits(value - low) >>> 63);
      int over = (int) (Double.doubleToRawLongBits(high - value) >>> 63);
      between[kept] = value;
      kept += 1 - (under | over);
      below += under;
    }
    boolean caught = rank - (even ? 1 : 0) >= below && rank < below + kept;
    if (caught && low == high) {
      left = new double[] {low, low};
      count = 2;
      rank = 1;
      return true;
    }
    if (!caught || kept > ALIKE * count) {
      return false;
    }
    left = between;
    count = kept;
    rank -= below;
    return true;
  }

  /** In ascending order. */
  private double[] sample() {
    double[] sample = new double[count > MANY ? LARGE_SAMPLE : SMALL_SAMPLE];
    int step = count / sample.length;
    for (int i = 0; i < sample.length; i++) {
      sample[i] = left[i * step + step / 2];
    }
    Arrays.sort(sample);
    return sample;
  }
}
