package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What clusters that were taken out of the configuration had on the NAS, as our own ledger saw it
 * last. Such a cluster may live on, and then nothing of tonight's inventory points at its volumes.
 * Not meant are clusters that are registered under another name, which the uid of kube-system
 * tells, and those that the configuration calls gone for good.
 */
final class FormerClusters {

  private static final Comparator<FormerUse> LATEST =
      Comparator.comparing(FormerUse::lastSeenOn)
          .thenComparing(use -> use.subject().toString(), Comparator.reverseOrder());

  private final Night night;

  /** By what they stood on, the datasets of snapshots and all datasets around included. */
  private final Map<Subject, FormerUse> living = new HashMap<>();

  /** The same of clusters that are gone for good, without what is around. */
  private final Map<Subject, FormerUse> gone = new HashMap<>();

  /** Living ones by NAS and volume name, as {@code nas:leaf}. */
  private final Map<String, FormerUse> byLeaf = new HashMap<>();

  /** The last use by cluster and driver, by the dataset that held it with others of its kind. */
  private final Map<Subject, Map<String, FormerUse>> keptUnder = new HashMap<>();

  FormerClusters(Night night, History history) {
    this.night = night;
    ClusterIdentities identities = new ClusterIdentities(night);
    history.formerly(Set.copyOf(night.completeness().estate().clusters())).stream()
        .filter(use -> use.clusterUid().filter(identities::registered).isEmpty())
        .forEach(use -> use.stoodOn().forEach(backend -> note(use, backend)));
  }

  private void note(FormerUse use, Subject backend) {
    if (night.policy().goneClusters().contains(use.cluster())) {
      gone.merge(backend, use, FormerClusters::later);
      return;
    }
    living.merge(backend, use, FormerClusters::later);
    Subject dataset = Memory.datasetOf(backend).orElse(backend);
    living.merge(dataset, use, FormerClusters::later);
    byLeaf.merge(key(dataset.source(), dataset.name()), use, FormerClusters::later);
    Optional<Subject> around = parent(dataset);
    around.ifPresent(holder -> keep(holder, use));
    if (use.subject().path().startsWith(ObjectKind.VOLUME_SNAPSHOT_CONTENT.plural() + "/")) {
      // detached snapshots lie in one dataset per volume, and these in the one that holds them all
      around.flatMap(FormerClusters::parent).ifPresent(holder -> keep(holder, use));
    }
    while (around.isPresent()) {
      living.merge(around.get(), use, FormerClusters::later);
      around = parent(around.get());
    }
  }

  private void keep(Subject holder, FormerUse use) {
    keptUnder
        .computeIfAbsent(holder, h -> new TreeMap<>())
        .merge(use.cluster() + " " + use.driver().orElse(""), use, FormerClusters::later);
  }

  private static FormerUse later(FormerUse one, FormerUse other) {
    return LATEST.compare(one, other) >= 0 ? one : other;
  }

  private static String key(String nas, String volume) {
    return nas + ":" + volume.substring(volume.lastIndexOf('/') + 1);
  }

  private static Optional<Subject> parent(Subject dataset) {
    int slash = dataset.name().lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : Optional.of(
            Subject.of(dataset.source(), ObjectKind.DATASET, dataset.name().substring(0, slash)));
  }

  /** What stood on the ZFS object, on its snapshots or inside it; empty when nothing did. */
  Optional<String> on(Subject backend) {
    return Optional.ofNullable(living.get(backend)).map(use -> said(use, backend));
  }

  private static String said(FormerUse use, Subject backend) {
    String where =
        use.stoodOn().contains(backend)
            ? "it"
            : use.stoodOn().stream().map(Subject::name).sorted().findFirst().orElseThrow();
    return "%s stood on %s until %s; %s is no longer registered"
        .formatted(use.subject(), where, use.lastSeenOn(), use.cluster());
  }

  /** The same as a reason to judge nothing. */
  Optional<Gap> doubt(Subject backend) {
    return on(backend).map(Gap::unresolved);
  }

  /**
   * Why the share, target or extent of a volume may still be wanted.
   *
   * @param volume a volume's name, or the id of its dataset, there or not
   */
  Optional<Gap> doubtOfVolume(String nas, String volume) {
    return Optional.ofNullable(byLeaf.get(key(nas, volume)))
        .map(
            use ->
                Gap.unresolved(
                    "%s was its volume until %s; %s is no longer registered"
                        .formatted(use.subject(), use.lastSeenOn(), use.cluster())));
  }

  /**
   * Which cluster may have made this after it was read last: one that kept volumes in the same
   * place. Empty when all of them were still read when it was made.
   *
   * @param holder the dataset that holds it with others of its kind
   * @param createdAt empty when it is not told, which might be any time
   * @param drivers those it names, if it does: a cluster that had another did not make it
   */
  Optional<String> madeSince(
      String nas, String holder, Optional<Instant> createdAt, List<String> drivers) {
    return keptUnder
        .getOrDefault(Subject.of(nas, ObjectKind.DATASET, holder), Map.of())
        .values()
        .stream()
        .filter(use -> createdAt.filter(at -> seenBy(use, at)).isEmpty())
        .filter(
            use ->
                use.driver().isEmpty() || drivers.isEmpty() || drivers.contains(use.driver().get()))
        .findFirst()
        .map(
            use ->
                "%s kept volumes under %s until %s and is no longer registered: it may have made it since"
                    .formatted(use.cluster(), holder, use.lastSeenOn()));
  }

  /** Whether it was made so long before the last night that it would have been listed then. */
  private boolean seenBy(FormerUse use, Instant createdAt) {
    Instant lastNight = use.lastSeenOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    return createdAt.plus(night.policy().grace()).isBefore(lastNight);
  }

  /** That it was left behind by a cluster that is gone for good; empty when no such one had it. */
  Optional<ProbableCause> goneWith(Subject backend) {
    return Optional.ofNullable(gone.get(backend))
        .map(
            use ->
                new ProbableCause(
                    Cause.CLUSTER_GONE,
                    "%s stood on it until %s, and orphans.gone-clusters names %s"
                        .formatted(use.subject(), use.lastSeenOn(), use.cluster())));
  }
}
