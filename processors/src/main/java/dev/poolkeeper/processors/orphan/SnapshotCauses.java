package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.Link;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a snapshot outlived its content (202, 207), or the work it was taken for (206). */
final class SnapshotCauses {

  private static final String SNAPSHOT = "snapshot-";
  private static final String CONTENT = "snapcontent-";

  private final Night night;
  private final Memory memory;
  private final Blockers blockers;
  private final ClusterIdentities clusters;
  private final SilentReleases silent;

  SnapshotCauses(
      Night night,
      Memory memory,
      Blockers blockers,
      ClusterIdentities clusters,
      SilentReleases silent) {
    this.night = night;
    this.memory = memory;
    this.blockers = blockers;
    this.clusters = clusters;
    this.silent = silent;
  }

  /** The content's name, where the snapshot bears the name that the snapshotter gives. */
  static Optional<String> contentName(String snapshotName) {
    return snapshotName.startsWith(SNAPSHOT)
        ? Optional.of(CONTENT + snapshotName.substring(SNAPSHOT.length()))
        : Optional.empty();
  }

  /** 202 */
  Optional<ProbableCause> leftover(ZfsSnapshot snapshot) {
    Optional<Past> content = content(snapshot.name(), snapshot.subject());
    if (content.isPresent()) {
      return remembered(content.get())
          .or(() -> blockers.clone(snapshot))
          .or(() -> silently(snapshot.nas(), content.get()));
    }
    boolean deferred = CsiMarks.csiSnapshot(snapshot);
    return unfinished(snapshot)
        .or(() -> clusters.olderThan(snapshot.createdAt(), clustersOf(snapshot)))
        .or(() -> deferred ? Optional.empty() : blockers.clone(snapshot));
  }

  /** 207 */
  Optional<ProbableCause> leftover(Dataset copy) {
    Optional<Past> content = content(copy.leaf(), copy.subject());
    return content
        .flatMap(this::remembered)
        .or(() -> blockers.clone(copy))
        .or(() -> content.flatMap(past -> silently(copy.nas(), past)));
  }

  private Optional<Past> content(String name, Subject backend) {
    return contentName(name)
        .flatMap(
            content -> memory.standingOn(ObjectKind.VOLUME_SNAPSHOT_CONTENT, content, backend));
  }

  private Optional<ProbableCause> remembered(Past content) {
    return clusters
        .rebuiltSince(content)
        .or(
            () ->
                content.retained()
                    ? Optional.of(
                        new ProbableCause(
                            Cause.RETAIN_POLICY,
                            "%s had deletion policy Retain, and was last there on %s"
                                .formatted(content.subject(), content.lastSeenOn())))
                    : Optional.empty());
  }

  private Optional<ProbableCause> silently(String nas, Past content) {
    return content.deletes() ? silent.destroySnapshot(nas, content) : Optional.empty();
  }

  /** Set on the snapshot itself, last; one of the volume's is inherited. */
  private static Optional<ProbableCause> unfinished(ZfsSnapshot snapshot) {
    UserProperty success = snapshot.properties().get(CsiMarks.PROVISION_SUCCESS);
    boolean own = success != null && success.source() != PropertySource.INHERITED;
    return CsiMarks.csiSnapshot(snapshot) && !own
        ? Optional.of(
            new ProbableCause(
                Cause.PROVISIONING_CRASHED,
                "democratic-csi writes provision_success last, and the snapshot has none of its"
                    + " own"))
        : Optional.empty();
  }

  private Set<String> clustersOf(ZfsSnapshot snapshot) {
    Subject dataset = Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
    return night.join().linksTo(dataset).stream()
        .map(Link::from)
        .map(Subject::source)
        .collect(Collectors.toSet());
  }

  /** 206 */
  Optional<ProbableCause> temporary(ZfsSnapshot snapshot) {
    Optional<String> wanted = TemporaryName.madeFor(snapshot);
    if (wanted.isEmpty()) {
      return Optional.of(
          new ProbableCause(
              Cause.DESTROY_FAILED_SILENTLY,
              "csi.truenas.io removes it as soon as the clone is made, which the clone prevents, and"
                  + " takes no notice"));
    }
    return wanted.flatMap(name -> copied(snapshot, name).or(() -> volumeMade(name)));
  }

  private Optional<ProbableCause> copied(ZfsSnapshot snapshot, String name) {
    return night.join().nas(snapshot.nas()).withLeaf(name).stream()
        .filter(copy -> copy.property(CsiMarks.PROVISION_SUCCESS).isPresent())
        .map(Dataset::id)
        .sorted()
        .findFirst()
        .map(
            copy ->
                new ProbableCause(
                    Cause.DESTROY_FAILED_SILENTLY,
                    "%s, which it was taken for, is finished and does not stand on it"
                        .formatted(copy)));
  }

  private Optional<ProbableCause> volumeMade(String name) {
    return memory
        .named(ObjectKind.PERSISTENT_VOLUME, name)
        .filter(volume -> volume.missedOn().isPresent())
        .findFirst()
        .map(
            volume ->
                new ProbableCause(
                    Cause.DESTROY_FAILED_SILENTLY,
                    "%s, which it was taken for, was gone on %s, and the driver removes it with that"
                        .formatted(volume.subject(), volume.missedOn().orElseThrow())));
  }
}
