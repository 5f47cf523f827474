package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When a finding is believed.
 *
 * @param grace least age since it was first seen missing
 * @param confirmRuns least number of complete nights on which it was seen, at least 1
 */
public record FindingPolicy(Duration grace, int confirmRuns) {

  public static final FindingPolicy DEFAULT = new FindingPolicy(Duration.ofHours(24), 3);

  public FindingPolicy {
    requireNonNull(grace, "grace");
    if (grace.isNegative() || confirmRuns < 1) {
      throw new IllegalArgumentException("grace must be >= 0 and confirm-runs >= 1");
    }
  }
}
