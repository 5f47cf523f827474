package dev.poolkeeper.processors.anomaly;

/**
 * How a move over k steps compares with the series' own moves over k steps.
 *
 * <p>With D = y(t) - y(t-k), m and s the median and the robust deviation of the moves that ended
 * within the last 180 steps, R the largest move of the last 400 steps in the direction of D - m,
 * and level = max(|y(t)|, |y(t-k)|):
 *
 * <pre>score = |D - m| / (max(|R - m|, 3 s) + floor * level * sqrt(k)) * min(1, moves / 60)</pre>
 *
 * Read: so many times the largest departure ever seen. Moves that overlap the judged one are not
 * compared with. The floor keeps a constant series, whose s and R are 0, from dividing by zero: it
 * alarms as soon as it moves by a few floors. Invariant to the unit of the series; a series shorter
 * than 60 moves counts less, one below 14 moves or k not at all. What grows less than usual has not
 * fallen, and what falls less has not grown: neither scores.
 *
 * <p>A move across missing steps is scaled from the true distance of its ends to k, and judged only
 * when that distance is at most 1.5 k, so that a week without readings does not pass for one
 * night's growth.
 *
 * <p>O(log w) per step plus one block move of w = 180 values. Source: analysis of records; the
 * ratio to the record found 98 % of planted events where record excess plus quantile width found 94
 * %, at the same false alarm rate (docs/anomalies.md).
 */
final class MoveScore {

  static final int NORMAL = 180;
  static final int MEMORY = 400;
  private static final int LEAST_MOVES = 14;
  private static final double GROWN_UP = 60;
  private static final double DEVIATIONS = 3;
  private static final double LONGEST_SPAN = 1.5;

  private final TrustedValues values;
  private final int span;
  private final double riseFloor;
  private final double fallFloor;
  private final double[] moves;
  private final SortedWindow normal = new SortedWindow();
  private final SlidingExtreme rises;
  private final SlidingExtreme falls;
  private final int first;
  private int known;

  MoveScore(TrustedValues values, int length, int span, double riseFloor, double fallFloor) {
    this(values, length, span, riseFloor, fallFloor, 0);
  }

  /**
   * @param span k
   * @param riseFloor share of the level below which no rise is remarkable
   * @param first step from which on scores are asked for; those before cost next to nothing
   */
  MoveScore(
      TrustedValues values, int length, int span, double riseFloor, double fallFloor, int first) {
    this.values = values;
    this.span = span;
    this.first = first;
    this.riseFloor = riseFloor * Math.sqrt(span);
    this.fallFloor = fallFloor * Math.sqrt(span);
    this.moves = new double[length];
    this.rises = new SlidingExtreme(length);
    this.falls = new SlidingExtreme(length);
  }

  /** The signed score of a step: positive for a rise, negative for a fall; steps in order. */
  Signal at(int step) {
    remember(step - span, step);
    if (step < span || known < Math.max(LEAST_MOVES, span)) {
      return Signal.NONE;
    }
    double move = move(step);
    if (Double.isNaN(move) || normal.size() < LEAST_MOVES) {
      return Signal.NONE;
    }
    double median = normal.median();
    double level = Math.max(Math.abs(values.value(step)), Math.abs(values.value(step - span)));
    boolean rise = move > median;
    if (rise ? move <= 0 : move >= 0) {
      // slower growth is no fall, and a slower fall no growth
      return Signal.NONE;
    }
    double record = rise ? rises.maximum() - median : median + falls.maximum();
    double usual = Math.max(record, DEVIATIONS * normal.robustDeviation());
    double width = usual + (rise ? riseFloor : fallFloor) * level;
    if (width <= 0) {
      return Signal.NONE;
    }
    double score = Math.abs(move - median) / width * Math.min(1, known / GROWN_UP);
    int steps = step - values.readAt(step - span);
    return new Signal(
        rise ? score : -score, Math.abs(move - median), steps, -falls.maximum(), rises.maximum());
  }

  /** Takes a step before the first one that is asked for; steps in order. */
  void pass(int step) {
    remember(step - span, step);
  }

  /** Moves that are compared with so far. */
  int known() {
    return known;
  }

  /** Adds the move that ended there, and drops those too old for the step that is judged. */
  private void remember(int ended, int step) {
    if (ended >= 0) {
      double move = ended < span ? Double.NaN : move(ended);
      moves[ended] = move;
      if (!Double.isNaN(move)) {
        if (ended > first - NORMAL) {
          normal.add(move);
        }
        rises.add(ended, move);
        falls.add(ended, -move);
        known++;
      }
    }
    int leaves = step - NORMAL;
    boolean kept = leaves >= 0 && leaves > first - NORMAL && leaves <= ended;
    if (kept && !Double.isNaN(moves[leaves])) {
      normal.remove(moves[leaves]);
    }
    rises.forgetBefore(step - MEMORY);
    falls.forgetBefore(step - MEMORY);
  }

  /** NaN when there is none to judge. */
  private double move(int step) {
    int from = values.readAt(step - span);
    boolean comparable = values.readAtOnce(step) && from >= 0 && step - from <= LONGEST_SPAN * span;
    if (!comparable) {
      return Double.NaN;
    }
    // the pace over the true distance, so that ordinary growth stays ordinary beside a gap
    return (values.value(step) - values.value(step - span)) * span / (step - from);
  }
}
