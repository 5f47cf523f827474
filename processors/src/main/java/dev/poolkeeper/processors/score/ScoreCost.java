package dev.poolkeeper.processors.score;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Severity;

/**
 * What the findings of one code and severity take from a score.
 *
 * @param findings how many they are
 * @param points all of them together, in points of 100, more than 0
 */
public record ScoreCost(FindingCode code, Severity severity, int findings, double points) {

  public ScoreCost {
    requireNonNull(code, "code");
    requireNonNull(severity, "severity");
  }
}
