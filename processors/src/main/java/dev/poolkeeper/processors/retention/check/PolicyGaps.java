package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.retention.Length;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a dataset has a fresh enough snapshot for the shortest period of its policy. */
final class PolicyGaps {

  private PolicyGaps() {}

  /**
   * @param newest the newest snapshot the policy is about
   * @param since when the dataset was made; empty when not told
   */
  static MissingRuns missing(
      RetentionPolicy policy, Optional<Instant> newest, Optional<Instant> since, Instant asOf) {
    Optional<Length> period = policy.shortestPeriod();
    Optional<Instant> last = newest.or(() -> since);
    if (period.isEmpty() || last.isEmpty()) {
      return MissingRuns.NONE;
    }
    Duration age = Duration.between(last.get(), asOf);
    Optional<Severity> severity = policy.freshness().rate(period.get(), age);
    int periods = (int) Math.min(age.toSeconds() / period.get().meanSeconds(), Integer.MAX_VALUE);
    String text =
        newest
            .map(
                at ->
                    "%s: the newest is of %s, one in %s is promised"
                        .formatted(policy.name(), at, period.get()))
            .orElseGet(
                () ->
                    "%s: there is none at all, one in %s is promised"
                        .formatted(policy.name(), period.get()));
    return severity
        .map(bad -> new MissingRuns(Math.max(periods, 1), Optional.of(bad), List.of(text)))
        .orElse(MissingRuns.NONE);
  }
}
