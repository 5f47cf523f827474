package dev.poolkeeper.processors.growth.candidate;

import java.util.Arrays;

/** The median by selection, O(n) on average. */
public final class Median {

  private Median() {}

  /**
   * The middle value, or the mean of the two middle ones when their number is even; 0 for none.
   *
   * @param values without NaN; the order changes
   * @param length how many of them count, from the first
   */
  public static double ofScratch(double[] values, int length) {
    if (length == 0) {
      return 0;
    }
    double[] work = length == values.length ? values : Arrays.copyOf(values, length);
    int middle = length / 2;
    double upper = Selection.select(work, middle);
    if (length % 2 == 1) {
      return upper;
    }
    double lower = work[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, work[i]);
    }
    return lower + (upper - lower) / 2;
  }
}
