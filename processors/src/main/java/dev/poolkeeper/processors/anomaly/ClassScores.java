package dev.poolkeeper.processors.anomaly;

import java.util.EnumMap;
import java.util.Map;

/**
 * The five scores of one series, step after step. Each compares the step with what was before it
 * only, so that a later run over a longer series gives the same scores for the old steps.
 */
final class ClassScores {

  private static final double RISE_FLOOR = 0.002;
  private static final double FALL_FLOOR = 0.01;

  private final MoveScore one;
  private final MoveScore three;
  private final MoveScore seven;
  private final MoveScore twentyEight;
  private final FlatlineScore flatline;
  private final PileUpScore pileUp;
  private final int first;

  ClassScores(TrustedValues values, int length) {
    this(values, length, 0);
  }

  /**
   * @param first step from which on scores are asked for; those before it are history only and cost
   *     next to nothing
   */
  ClassScores(TrustedValues values, int length, int first) {
    this.first = first;
    one = new MoveScore(values, length, 1, RISE_FLOOR, FALL_FLOOR, first);
    three = new MoveScore(values, length, 3, RISE_FLOOR, FALL_FLOOR, first);
    seven = new MoveScore(values, length, 7, RISE_FLOOR, FALL_FLOOR, first);
    twentyEight = new MoveScore(values, length, 28, RISE_FLOOR, FALL_FLOOR, first);
    flatline = new FlatlineScore(values);
    pileUp = new PileUpScore(values);
  }

  /** Steps in order, each once, after the values have accepted it; empty before the first one. */
  Map<AnomalyKind, Signal> at(int step) {
    if (step < first) {
      one.pass(step);
      three.pass(step);
      seven.pass(step);
      twentyEight.pass(step);
      return new EnumMap<>(AnomalyKind.class);
    }
    Signal moveOne = one.at(step);
    Signal moveThree = three.at(step);
    Signal moveSeven = seven.at(step);
    Signal moveTwentyEight = twentyEight.at(step);
    Map<AnomalyKind, Signal> signals = new EnumMap<>(AnomalyKind.class);
    signals.put(AnomalyKind.GROWTH, rise(moveOne).orStronger(rise(moveThree)));
    signals.put(AnomalyKind.LEAK, rise(moveSeven).orStronger(rise(moveTwentyEight)));
    signals.put(
        AnomalyKind.SHRINK, fall(moveOne).orStronger(fall(moveThree)).orStronger(fall(moveSeven)));
    signals.put(AnomalyKind.FLATLINE, flatline.at(step));
    signals.put(AnomalyKind.PILE_UP, pileUp.at(step));
    return signals;
  }

  /** How many moves over one step are compared with so far: how much the scores rest on. */
  int known() {
    return one.known();
  }

  private static Signal rise(Signal signed) {
    return signed.score() > 0 ? signed : Signal.NONE;
  }

  private static Signal fall(Signal signed) {
    return signed.score() < 0
        ? new Signal(-signed.score(), signed.size(), signed.steps(), signed.least(), signed.most())
        : Signal.NONE;
  }
}
