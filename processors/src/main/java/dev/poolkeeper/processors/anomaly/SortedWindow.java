package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;

/**
 * The values of a sliding window in ascending order, for quantiles of it.
 *
 * <p>Adding and removing find the place by bisection and shift the rest: O(log w) comparisons and
 * one block move of at most w values. For the windows used here (a few hundred values) that is
 * quicker than a tree or two heaps, and it needs no allocation.
 */
final class SortedWindow {

  private double[] sorted = new double[64];
  private int size;

  int size() {
    return size;
  }

  /**
   * @param value not NaN
   */
  void add(double value) {
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * size);
    }
    int position = Arrays.binarySearch(sorted, 0, size, value);
    int place = position < 0 ? -position - 1 : position;
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = value;
    size++;
  }

  /**
   * @throws IllegalArgumentException the value was never added
   */
  void remove(double value) {
    int place = Arrays.binarySearch(sorted, 0, size, value);
    if (place < 0) {
      throw new IllegalArgumentException(value + " is not in the window");
    }
    System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
    size--;
  }

  /**
   * Linear interpolation between order statistics at position p (n - 1). Source: Hyndman and Fan
   * 1996, The American Statistician 50:361, definition 7.
   *
   * @param p from 0 (least value) to 1 (largest)
   * @throws IllegalStateException the window is empty
   */
  double quantile(double p) {
    if (size == 0) {
      throw new IllegalStateException("an empty window has no quantile");
    }
    double position = p * (size - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, size - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Share of values less than one. */
  double shareBelow(double value) {
    return size == 0 ? 0 : (double) firstAtLeast(value) / size;
  }

  /** The values above one, ascending; a copy. */
  double[] above(double value) {
    return Arrays.copyOfRange(sorted, firstAtLeast(Math.nextUp(value)), size);
  }

  private int firstAtLeast(double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  double median() {
    return quantile(0.5);
  }

  /**
   * Standard deviation of a normal law with this window's quartiles: (q3 - q1) / 1.34898. Not moved
   * by up to a quarter of outliers; 0 when half of the values are alike.
   */
  double robustDeviation() {
    return (quantile(0.75) - quantile(0.25)) / 1.3489795003921634;
  }
}
