package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Another severity for confirmed findings. How complete a night was (901, 902) is not a matter of
 * taste and cannot be changed.
 */
public record SeverityRule(CodeGroup codes, SubjectMatch match, Severity severity) {

  public SeverityRule {
    requireNonNull(codes, "codes");
    requireNonNull(match, "match");
    requireNonNull(severity, "severity");
    objection(codes)
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(text);
            });
  }

  /** Why the severity of these codes cannot be changed; empty when it can. */
  public static Optional<String> objection(CodeGroup codes) {
    return codes.contains(FindingCode.INVENTORY_INCOMPLETE)
            || codes.contains(FindingCode.HELD_BY_GUARD)
        ? Optional.of("codes other than PK901 and PK902: a night is complete or it is not")
        : Optional.empty();
  }

  boolean covers(FindingCode code, SubjectFacts facts) {
    return codes.contains(code) && match.matches(facts);
  }
}
