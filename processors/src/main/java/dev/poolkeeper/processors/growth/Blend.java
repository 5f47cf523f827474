package dev.poolkeeper.processors.growth;

/**
 * Blends the candidates, day by day: half their weighted mean, half their weighted median. The mean
 * is the better one when all are roughly right, the median when one has run away.
 */
final class Blend {

  private static final double HALF = .5 - 1e-12;

  private final double[][] forecasts;
  private final int[] members;
  private final double[] weights;
  private final int[] order;

  /**
   * @param forecasts per candidate and day; those without a weight are not looked at
   * @param weights per candidate, summing to 1
   */
  Blend(double[][] forecasts, double[] weights) {
    this.forecasts = forecasts;
    int count = 0;
    for (double weight : weights) {
      count += weight > 0 ? 1 : 0;
    }
    this.members = new int[count];
    this.weights = weights;
    this.order = new int[count];
    int next = 0;
    for (int c = 0; c < weights.length; c++) {
      if (weights[c] > 0) {
        members[next++] = c;
      }
    }
    System.arraycopy(members, 0, order, 0, count);
  }

  /** The blended value of a day, counted from 0. */
  double at(int day) {
    double mean = 0;
    for (int c : members) {
      mean += weights[c] * forecasts[c][day];
    }
    return .5 * mean + .5 * median(day);
  }

  /** All days. */
  double[] path() {
    double[] path = new double[forecasts[members[0]].length];
    for (int day = 0; day < path.length; day++) {
      path[day] = at(day);
    }
    return path;
  }

  /** The order of one day is nearly that of the next, so insertion is quick. */
  private double median(int day) {
    for (int i = 1; i < order.length; i++) {
      int c = order[i];
      double value = forecasts[c][day];
      int place = i;
      while (place > 0 && forecasts[order[place - 1]][day] > value) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = c;
    }
    double sum = 0;
    for (int c : order) {
      sum += weights[c];
      if (sum >= HALF) {
        return forecasts[c][day];
      }
    }
    return forecasts[order[order.length - 1]][day];
  }
}
