package dev.poolkeeper.processors.retention.policy;

import static java.util.Objects.requireNonNull;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.retention.Length;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be kept of the snapshots of some datasets.
 *
 * @param name as lists and evidence call it
 * @param match which datasets it is for
 * @param names which of their snapshots; none: all that no CSI driver made
 */
public record RetentionPolicy(
    String name, SubjectMatch match, List<Glob> names, KeepRules keep, Freshness freshness) {

  public RetentionPolicy {
    requireNonNull(name, "name");
    requireNonNull(match, "match");
    requireNonNull(keep, "keep");
    requireNonNull(freshness, "freshness");
    names = List.copyOf(names);
  }

  /** Whether it is about a snapshot of that name. */
  public boolean about(String snapshotName) {
    return names.isEmpty() || names.stream().anyMatch(glob -> glob.matches(snapshotName));
  }

  /** Its shortest period; empty when it has none, so that nothing says how often there is one. */
  public Optional<Length> shortestPeriod() {
    return keep.rules().stream()
        .filter(KeepRule.Periods.class::isInstance)
        .map(rule -> ((KeepRule.Periods) rule).period())
        .min(Comparator.comparingLong(Length::meanSeconds));
  }
}
