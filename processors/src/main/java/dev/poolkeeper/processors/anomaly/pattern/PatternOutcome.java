package dev.poolkeeper.processors.anomaly.pattern;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What was found in a series, or why nothing was looked for. */
public sealed interface PatternOutcome {

  /**
   * @param patterns by kind, then by day; empty when there are none
   */
  record Found(List<Pattern> patterns) implements PatternOutcome {
    public Found {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * @param reason in words
   */
  record NotSought(String reason) implements PatternOutcome {
    public NotSought {
      requireNonNull(reason, "reason");
    }
  }
}
