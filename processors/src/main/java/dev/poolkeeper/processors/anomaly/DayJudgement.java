package dev.poolkeeper.processors.anomaly;

import java.util.Optional;

/**
 * What is said of one step of a series.
 *
 * @param score how many times its threshold the strongest class scores; from 1 on it would alarm. 0
 *     when nothing is unusual, nothing was read, or the history is too short to tell
 * @param alarm the class, when this step begins an episode or makes one half as bad again; empty
 *     while an episode goes on
 * @param evidence what was seen, in words; empty without an alarm
 */
public record DayJudgement(double score, Optional<AnomalyKind> alarm, String evidence) {

  /** Nothing unusual, or nothing to say. */
  public static final DayJudgement QUIET = new DayJudgement(0, Optional.empty(), "");
}
