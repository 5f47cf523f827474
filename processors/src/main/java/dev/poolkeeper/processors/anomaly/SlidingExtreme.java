package dev.poolkeeper.processors.anomaly;

/**
 * The largest value among the last so many positions, in O(1) per position on average: a queue of
 * candidates, each larger than all that came after it. Source: Lemire 2006, Nordic Journal of
 * Computing 13:328, "Streaming maximum-minimum filter".
 */
final class SlidingExtreme {

  private final int[] positions;
  private final double[] candidates;
  private int head;
  private int tail;

  /**
   * @param length how many values it will be given at most
   */
  SlidingExtreme(int length) {
    positions = new int[length];
    candidates = new double[length];
  }

  /** Takes the value of a position later than all before it. */
  void add(int position, double value) {
    while (tail > head && candidates[tail - 1] <= value) {
      tail--;
    }
    positions[tail] = position;
    candidates[tail] = value;
    tail++;
  }

  /** Forgets everything before a position. */
  void forgetBefore(int position) {
    while (head < tail && positions[head] < position) {
      head++;
    }
  }

  /** Negative infinity when nothing is remembered. */
  double maximum() {
    return head == tail ? Double.NEGATIVE_INFINITY : candidates[head];
  }
}
