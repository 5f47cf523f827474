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
    String name,
    SubjectMatch match,
    List<Glob> names,
    KeepRules keep,
    Freshness freshness,
    Origin origin) {

  /** Who wrote it. */
  public enum Origin {
    CONFIGURATION,
    /** A {@code sanoid.conf}, whose snapshots sanoid itself removes. */
    SANOID
  }

  /** One of the configuration. */
  public RetentionPolicy(
      String name, SubjectMatch match, List<Glob> names, KeepRules keep, Freshness freshness) {
    this(name, match, names, keep, freshness, Origin.CONFIGURATION);
  }

  public RetentionPolicy {
    requireNonNull(name, "name");
    requireNonNull(match, "match");
    requireNonNull(keep, "keep");
    requireNonNull(freshness, "freshness");
    requireNonNull(origin, "origin");
    names = List.copyOf(names);
  }

  /** Whether it is about a snapshot of that name. */
  public boolean about(String snapshotName) {
    return names.isEmpty() || names.stream().anyMatch(glob -> glob.matches(snapshotName));
  }

  /** How it is told in evidence and kept in the ledger, where another text is another promise. */
  public String promise() {
    return name + ": " + keep;
  }

  /** Its periods, shortest first. */
  public List<KeepRule.Periods> periods() {
    return keep.rules().stream()
        .filter(KeepRule.Periods.class::isInstance)
        .map(KeepRule.Periods.class::cast)
        .sorted(Comparator.comparingLong(rule -> rule.period().meanSeconds()))
        .toList();
  }

  /** Its shortest period; empty when it has none, so that nothing says how often there is one. */
  public Optional<Length> shortestPeriod() {
    return periods().stream().map(KeepRule.Periods::period).findFirst();
  }
}
