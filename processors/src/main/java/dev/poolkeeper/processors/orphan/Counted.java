package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Datasets whose space a verdict already promises, so that their snapshots promise nothing. */
final class Counted {

  private final Set<Subject> orphaned = new HashSet<>();
  private final Set<Subject> released = new HashSet<>();

  /**
   * @param backends verdicts of 102, whose subjects are datasets
   * @param volumes verdicts of 103, whose subjects are volumes
   */
  Counted(List<Verdict> backends, List<Verdict> volumes, Reconciliation join) {
    candidates(backends).forEach(orphaned::add);
    candidates(volumes)
        .flatMap(volume -> join.link(volume).stream())
        .map(Link::to)
        .filter(dataset -> join.linksTo(dataset).size() == 1)
        .forEach(released::add);
  }

  private static Stream<Subject> candidates(List<Verdict> verdicts) {
    return verdicts.stream().filter(Candidate.class::isInstance).map(Verdict::subject);
  }

  /** Whether 102 is said of the dataset. */
  boolean orphaned(Subject dataset) {
    return orphaned.contains(dataset);
  }

  /** Whether the dataset's space, that of its snapshots included, is counted elsewhere. */
  boolean with(Subject dataset) {
    return orphaned.contains(dataset) || released.contains(dataset);
  }
}
