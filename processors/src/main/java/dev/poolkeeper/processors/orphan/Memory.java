package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the ledger remembers of the objects that tonight's verdicts are about, and of what these in
 * turn name: two questions, however many verdicts there are.
 */
final class Memory {

  private final Map<Subject, Past> known;
  private final Set<String> clusters;

  /**
   * @param asked objects of which something may be remembered
   * @param clusters where an object may have been
   */
  Memory(History history, Set<Subject> asked, Set<String> clusters) {
    this.known = new HashMap<>(history.past(asked));
    this.clusters = Set.copyOf(clusters);
    Set<Subject> further = new HashSet<>();
    known.values().forEach(past -> named(past).forEach(further::add));
    further.removeAll(asked);
    if (!further.isEmpty()) {
      known.putAll(history.past(further));
    }
  }

  private static Stream<Subject> named(Past past) {
    Stream<Subject> datasets = past.stoodOn().stream().flatMap(to -> datasetOf(to).stream());
    return Stream.of(past.stoodOn().stream(), past.state().claim().stream(), datasets)
        .flatMap(subjects -> subjects);
  }

  /** The dataset of a snapshot; empty for any other subject. */
  static Optional<Subject> datasetOf(Subject snapshot) {
    int at = snapshot.name().indexOf('@');
    return at > 0 && snapshot.path().startsWith(ObjectKind.ZFS_SNAPSHOT.plural() + "/")
        ? Optional.of(
            Subject.of(snapshot.source(), ObjectKind.DATASET, snapshot.name().substring(0, at)))
        : Optional.empty();
  }

  Optional<Past> of(Subject subject) {
    return Optional.ofNullable(known.get(subject));
  }

  /** The subjects an object of this name would have in every cluster that may have had it. */
  static List<Subject> everywhere(Collection<String> clusters, ObjectKind kind, String name) {
    return new TreeSet<>(clusters)
        .stream().map(cluster -> Subject.of(cluster, kind, name)).toList();
  }

  /** The object of this name that stood on the ZFS object; the one seen last, if several did. */
  Optional<Past> standingOn(ObjectKind kind, String name, Subject backend) {
    return named(kind, name).filter(past -> past.stoodOn().contains(backend)).reduce(Memory::later);
  }

  /** Everything of this kind and name that is remembered, by cluster. */
  Stream<Past> named(ObjectKind kind, String name) {
    return everywhere(clusters, kind, name).stream().flatMap(subject -> of(subject).stream());
  }

  private static Past later(Past one, Past other) {
    return other.lastSeenOn().isAfter(one.lastSeenOn()) ? other : one;
  }
}
