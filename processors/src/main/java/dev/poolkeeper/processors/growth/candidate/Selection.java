package dev.poolkeeper.processors.growth.candidate;

/**
 * Finds the value of a rank without sorting all of them. About 1.5 n comparisons; the rank's bounds
 * are guessed from a sample. Source: R. W. Floyd and R. L. Rivest, Algorithm 489: The Algorithm
 * SELECT, Communications of the ACM 18 (1975) 173.
 */
final class Selection {

  /** Below this a sample costs more than it saves. */
  private static final int WORTH_A_SAMPLE = 600;

  private final double[] values;

  private Selection(double[] values) {
    this.values = values;
  }

  /**
   * The value of a rank, counted from 0. Afterwards no value before it is larger, none behind it
   * smaller.
   *
   * @param values without NaN, at least one; the order changes
   */
  static double select(double[] values, int rank) {
    new Selection(values).narrow(0, values.length - 1, rank);
    return values[rank];
  }

  private void narrow(int from, int to, int rank) {
    int left = from;
    int right = to;
    while (right > left) {
      if (right - left > WORTH_A_SAMPLE) {
        sample(left, right, rank);
      }
      int middle = split(left, right, rank);
      if (middle <= rank) {
        left = middle + 1;
      }
      if (rank <= middle) {
        right = middle - 1;
      }
    }
  }

  /** Brings a value to the rank that most likely is close to the one wanted, from either side. */
  private void sample(int left, int right, int rank) {
    double count = right - left + 1.0;
    double place = rank - left + 1.0;
    double logarithm = Math.log(count);
    double size = .5 * Math.exp(2 * logarithm / 3);
    double margin = .5 * Math.sqrt(logarithm * size * (count - size) / count);
    double shift = place < count / 2 ? -margin : margin;
    narrow(
        (int) Math.max(left, rank - place * size / count + shift),
        (int) Math.min(right, rank + (count - place) * size / count + shift),
        rank);
  }

  /** Splits at the value that stands at the rank; returns where it ends up. */
  private int split(int left, int right, int rank) {
    double pivot = values[rank];
    swap(left, rank);
    if (values[right] > pivot) {
      swap(left, right);
    }
    int low = left;
    int high = right;
    while (low < high) {
      swap(low, high);
      low++;
      high--;
      while (values[low] < pivot) {
        low++;
      }
      while (values[high] > pivot) {
        high--;
      }
    }
    if (values[left] == pivot) {
      swap(left, high);
      return high;
    }
    swap(high + 1, right);
    return high + 1;
  }

  private void swap(int one, int other) {
    double value = values[one];
    values[one] = values[other];
    values[other] = value;
  }
}
