package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import java.util.Map;
import java.util.SortedMap;

/** Our own refusals, before anything was changed. */
final class Refusal {

  private Refusal() {}

  static HandFailure of(Step step, String why) {
    return new HandFailure(Kind.REFUSED, step.words() + ": " + why);
  }

  static HandFailure gone(Step step) {
    return of(step, "it is not there");
  }

  /** What is asked for cannot be told from the answers. */
  static HandFailure untold(Step step, String why) {
    return new HandFailure(Kind.UNAVAILABLE, step.words() + ": " + why);
  }

  /** Refuses to touch what is no longer what was planned for. */
  static void unlessAsExpected(Step step, Map<String, String> seen) {
    SortedMap<String, String> differences = step.differences(seen);
    if (!differences.isEmpty()) {
      throw of(step, "it is not what was planned for: " + differences);
    }
  }
}
