package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

/**
 * Why a finding probably is as it is.
 *
 * @param evidence what that rests on, one sentence
 */
public record ProbableCause(Cause cause, String evidence) {

  public ProbableCause {
    requireNonNull(cause, "cause");
    requireNonNull(evidence, "evidence");
  }
}
