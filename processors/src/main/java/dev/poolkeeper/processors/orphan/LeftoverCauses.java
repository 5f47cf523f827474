package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.UserProperty;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * 102: why a dataset outlived its volume. What the ledger saw of the volume counts most: that its
 * cluster is another one now, that it was to be kept, or was deleted before its claim. Without it,
 * only what is written on the dataset itself does.
 */
final class LeftoverCauses {

  private final Night night;
  private final Memory memory;
  private final Blockers blockers;
  private final ClusterIdentities clusters;
  private final SilentReleases silent;

  /** Zvols that an extent shows, as {@code nas:id}. */
  private final Set<String> shown = new HashSet<>();

  LeftoverCauses(
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
    for (IscsiExtent extent : night.all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)) {
      extent.dataset().ifPresent(zvol -> shown.add(extent.nas() + ":" + zvol));
    }
  }

  Optional<ProbableCause> of(Dataset dataset) {
    Optional<Past> volume =
        memory.standingOn(
            ObjectKind.PERSISTENT_VOLUME, volumeName(dataset, night), dataset.subject());
    return volume.isPresent() ? remembered(dataset, volume.get()) : written(dataset);
  }

  /** The name that the dataset's volume has, or had. */
  static String volumeName(Dataset dataset, Night night) {
    return CsiMarks.volumeName(dataset, night.join().nas(dataset.nas()).parent(dataset))
        .orElse(dataset.leaf());
  }

  private Optional<ProbableCause> remembered(Dataset dataset, Past volume) {
    return clusters
        .rebuiltSince(volume)
        .or(() -> retained(volume))
        .or(() -> deletedFirst(volume))
        .or(() -> blockers.clone(dataset))
        .or(() -> volume.deletes() && stuck(volume) ? foreign(dataset, volume) : Optional.empty())
        .or(() -> halfDeleted(dataset))
        .or(() -> volume.deletes() ? silent.destroy(dataset.nas(), volume) : Optional.empty());
  }

  private Optional<ProbableCause> written(Dataset dataset) {
    return unfinished(dataset)
        .or(() -> madeByAnotherCluster(dataset))
        .or(() -> blockers.clone(dataset))
        .or(() -> halfDeleted(dataset));
  }

  private static Optional<ProbableCause> retained(Past volume) {
    return volume.retained()
        ? Optional.of(
            new ProbableCause(
                Cause.RETAIN_POLICY,
                "%s had reclaim policy Retain, %swas last there on %s"
                    .formatted(volume.subject(), phase(volume), volume.lastSeenOn())))
        : Optional.empty();
  }

  private static String phase(Past volume) {
    return volume.state().phase().map(phase -> "phase " + phase + ", and ").orElse("and ");
  }

  /** Seen being deleted while bound, or gone while the same claim was still there. */
  private Optional<ProbableCause> deletedFirst(Past volume) {
    boolean bound = volume.state().phase().filter("Bound"::equals).isPresent();
    if (bound && volume.state().deletionAsked()) {
      return Optional.of(
          new ProbableCause(
              Cause.PV_DELETED_FIRST,
              "on %s the deletion of %s was asked for while it was bound"
                  .formatted(volume.lastSeenOn(), volume.subject())));
    }
    return volume
        .state()
        .claim()
        .flatMap(memory::of)
        .filter(claim -> sameClaim(volume, claim))
        .filter(claim -> volume.missedOn().filter(m -> !claim.lastSeenOn().isBefore(m)).isPresent())
        .map(
            claim ->
                new ProbableCause(
                    Cause.PV_DELETED_FIRST,
                    "%s was gone on %s, its claim %s was still there on %s"
                        .formatted(
                            volume.subject(),
                            volume.missedOn().orElseThrow(),
                            claim.subject(),
                            claim.lastSeenOn())));
  }

  /** A claim made anew under the old name is another one. */
  private static boolean sameClaim(Past volume, Past claim) {
    return claim.state().claimUid().isPresent()
        && claim.state().claimUid().equals(volume.state().claimUid());
  }

  /** Released or failed when it was there last: its driver was at it, or should have been. */
  private static boolean stuck(Past volume) {
    return volume.state().phase().filter(Set.of("Released", "Failed")::contains).isPresent();
  }

  private Optional<ProbableCause> foreign(Dataset dataset, Past volume) {
    return blockers
        .foreignSnapshot(dataset)
        .map(
            found ->
                new ProbableCause(
                    found.cause(),
                    "%s; %s was %s until %s"
                        .formatted(
                            found.evidence(),
                            volume.subject(),
                            volume.state().phase().orElseThrow(),
                            volume.lastSeenOn())));
  }

  private Optional<ProbableCause> unfinished(Dataset dataset) {
    boolean marked = CsiMarks.volumeName(dataset, parent(dataset)).isPresent();
    return marked && dataset.property(CsiMarks.PROVISION_SUCCESS).isEmpty()
        ? Optional.of(
            new ProbableCause(
                Cause.PROVISIONING_CRASHED,
                "democratic-csi writes provision_success last, and it is not set"))
        : Optional.empty();
  }

  private Optional<Dataset> parent(Dataset dataset) {
    return night.join().nas(dataset.nas()).parent(dataset);
  }

  private Optional<ProbableCause> madeByAnotherCluster(Dataset dataset) {
    return clusters.olderThan(dataset.createdAt(), night.join().parents().clustersBeside(dataset));
  }

  /** democratic-csi takes the share away first, and then its own notes of it. */
  private Optional<ProbableCause> halfDeleted(Dataset dataset) {
    boolean finished =
        dataset.property(CsiMarks.PROVISION_SUCCESS).isPresent()
            && own(dataset, CsiMarks.SHARE_CONTEXT)
            && dataset.property(CsiMarks.PROVISIONER).filter(CsiMarks::keepsShareIds).isPresent();
    boolean shared =
        CsiMarks.hasShareId(dataset)
            || shown.contains(dataset.nas() + ":" + dataset.id())
            || !night.join().nas(dataset.nas()).nfsShares(dataset).isEmpty();
    return finished && !shared
        ? Optional.of(
            new ProbableCause(
                Cause.DESTROY_FAILED_SILENTLY,
                "it was shared, and the driver has removed the share and its notes of it, as it does"
                    + " right before it destroys a volume"))
        : Optional.empty();
  }

  private static boolean own(Dataset dataset, String key) {
    UserProperty property = dataset.properties().get(key);
    return property != null && property.source() != PropertySource.INHERITED;
  }
}
