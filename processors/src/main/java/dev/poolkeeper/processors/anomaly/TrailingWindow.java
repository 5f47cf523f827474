package dev.poolkeeper.processors.anomaly;

/** The last so many values: their quantiles and their mean. */
final class TrailingWindow {

  private final double[] ring;
  private final SortedWindow sorted = new SortedWindow();
  private int count;

  TrailingWindow(int length) {
    ring = new double[length];
  }

  /**
   * @param value not NaN
   */
  void add(double value) {
    int place = count % ring.length;
    if (count >= ring.length) {
      sorted.remove(ring[place]);
    }
    ring[place] = value;
    sorted.add(value);
    count++;
  }

  int size() {
    return sorted.size();
  }

  double median() {
    return sorted.median();
  }

  /** Largest less least; 0 when empty. */
  double range() {
    return size() == 0 ? 0 : sorted.quantile(1) - sorted.quantile(0);
  }

  /** 0 when empty. Summed anew each time: a running sum would gather rounding errors. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += ring[i];
    }
    return size() == 0 ? 0 : sum / size();
  }
}
