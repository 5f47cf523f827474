package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.inventory.ObjectKind.CSI_NODE;
import static dev.poolkeeper.processors.inventory.ObjectKind.DATASET;
import static dev.poolkeeper.processors.inventory.ObjectKind.DEPLOYMENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_EXTENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_SESSION;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_TARGET;
import static dev.poolkeeper.processors.inventory.ObjectKind.ISCSI_TARGET_EXTENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.NAMESPACE;
import static dev.poolkeeper.processors.inventory.ObjectKind.NFS_SHARE;
import static dev.poolkeeper.processors.inventory.ObjectKind.NODE;
import static dev.poolkeeper.processors.inventory.ObjectKind.NVME_NAMESPACE;
import static dev.poolkeeper.processors.inventory.ObjectKind.NVME_SESSION;
import static dev.poolkeeper.processors.inventory.ObjectKind.NVME_SUBSYSTEM;
import static dev.poolkeeper.processors.inventory.ObjectKind.PERSISTENT_VOLUME;
import static dev.poolkeeper.processors.inventory.ObjectKind.PERSISTENT_VOLUME_CLAIM;
import static dev.poolkeeper.processors.inventory.ObjectKind.POD;
import static dev.poolkeeper.processors.inventory.ObjectKind.POOL;
import static dev.poolkeeper.processors.inventory.ObjectKind.SMB_SHARE;
import static dev.poolkeeper.processors.inventory.ObjectKind.STATEFUL_SET;
import static dev.poolkeeper.processors.inventory.ObjectKind.STORAGE_CLASS;
import static dev.poolkeeper.processors.inventory.ObjectKind.VOLUME_ATTACHMENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.VOLUME_SNAPSHOT;
import static dev.poolkeeper.processors.inventory.ObjectKind.VOLUME_SNAPSHOT_CONTENT;
import static dev.poolkeeper.processors.inventory.ObjectKind.VOLUME_STATS;
import static dev.poolkeeper.processors.inventory.ObjectKind.ZFS_SNAPSHOT;

import dev.poolkeeper.processors.inventory.CsiNode;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.VolumeSnapshotContent;
import dev.poolkeeper.processors.inventory.VolumeStats;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.orphan.Mention.Row;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.DriverFamily;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.VolumeClass;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What names what: objects of one list that show what another list of the same night must hold. One
 * table within a source, and what the join knows of volumes and contents on a NAS.
 *
 * <p>A mention is sure where the one cannot be without the other: ZFS keeps the origin of every
 * clone, a node runs pods, and a claim whose volume is gone is Lost and no longer Bound. The others
 * may be stale, as leftovers are: a content can outlive its ZFS snapshot.
 */
final class Mentions {

  /** As a Deployment names pods through its ReplicaSet; the letters are those Kubernetes draws. */
  private static final Pattern OF_DEPLOYMENT =
      Pattern.compile(".+-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}");

  private static final List<Row<?>> OF_CLUSTERS =
      List.of(
          new Row<>(NAMESPACE, PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class),
          new Row<>(NAMESPACE, VOLUME_SNAPSHOT, VolumeSnapshot.class),
          new Row<>(NAMESPACE, POD, Pod.class),
          new Row<>(NODE, CSI_NODE, CsiNode.class),
          new Row<>(NODE, VOLUME_ATTACHMENT, VolumeAttachment.class).orStale(),
          new Row<>(PERSISTENT_VOLUME, PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class)
              .when(claim -> claim.phase().equals("Bound") && claim.volumeName().isPresent())
              .naming(PersistentVolumeClaim::volumeName),
          new Row<>(PERSISTENT_VOLUME, VOLUME_ATTACHMENT, VolumeAttachment.class)
              .when(attachment -> attachment.volumeName().isPresent())
              .orStale(),
          new Row<>(PERSISTENT_VOLUME_CLAIM, PERSISTENT_VOLUME, PersistentVolume.class)
              .when(volume -> volume.phase().equals("Bound") && volume.claim().isPresent())
              .naming(volume -> volume.claim().map(Object::toString)),
          new Row<>(PERSISTENT_VOLUME_CLAIM, VOLUME_STATS, VolumeStats.class),
          new Row<>(PERSISTENT_VOLUME_CLAIM, POD, Pod.class)
              .when(pod -> !pod.claims().isEmpty())
              .orStale(),
          new Row<>(STORAGE_CLASS, PERSISTENT_VOLUME, PersistentVolume.class)
              .when(volume -> !volume.storageClass().isEmpty() && made(volume))
              .orStale(),
          // one whose content is gone may still name it, but without contents all looks left over
          new Row<>(VOLUME_SNAPSHOT_CONTENT, VOLUME_SNAPSHOT, VolumeSnapshot.class)
              .when(snapshot -> snapshot.content().isPresent()),
          new Row<>(VOLUME_SNAPSHOT, VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
              .when(Mentions::wouldGoWithItsObject),
          new Row<>(VOLUME_SNAPSHOT, VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class)
              .orStale(),
          new Row<>(POD, NODE, Node.class),
          new Row<>(POD, VOLUME_STATS, VolumeStats.class),
          new Row<>(STATEFUL_SET, POD, Pod.class).when(Mentions::ofStatefulSet).orStale(),
          new Row<>(DEPLOYMENT, POD, Pod.class)
              .when(pod -> OF_DEPLOYMENT.matcher(pod.name()).matches())
              .orStale());

  private static final List<Row<?>> OF_SYSTEMS =
      List.of(
          new Row<>(POOL, DATASET, Dataset.class),
          new Row<>(DATASET, POOL, Pool.class).when(Pool::readable),
          new Row<>(DATASET, ZFS_SNAPSHOT, ZfsSnapshot.class),
          new Row<>(ZFS_SNAPSHOT, DATASET, Dataset.class)
              .when(dataset -> dataset.origin().filter(o -> o.contains("@")).isPresent())
              .naming(Dataset::origin),
          new Row<>(ZFS_SNAPSHOT, DATASET, Dataset.class)
              .when(dataset -> dataset.usage().snapshotBytes().orElse(0) > 0),
          new Row<>(NFS_SHARE, DATASET, Dataset.class).when(noted(NFS_SHARE)).orStale(),
          new Row<>(SMB_SHARE, DATASET, Dataset.class).when(noted(SMB_SHARE)).orStale(),
          new Row<>(ISCSI_TARGET, DATASET, Dataset.class).when(noted(ISCSI_TARGET)).orStale(),
          new Row<>(ISCSI_EXTENT, DATASET, Dataset.class).when(noted(ISCSI_EXTENT)).orStale(),
          new Row<>(ISCSI_TARGET_EXTENT, DATASET, Dataset.class)
              .when(noted(ISCSI_TARGET_EXTENT))
              .orStale(),
          new Row<>(ISCSI_TARGET, ISCSI_TARGET_EXTENT, IscsiTargetExtent.class),
          new Row<>(ISCSI_EXTENT, ISCSI_TARGET_EXTENT, IscsiTargetExtent.class),
          new Row<>(ISCSI_TARGET, ISCSI_SESSION, IscsiSession.class),
          new Row<>(ISCSI_TARGET_EXTENT, ISCSI_TARGET, IscsiTarget.class).orStale(),
          new Row<>(NVME_SUBSYSTEM, DATASET, Dataset.class).when(noted(NVME_SUBSYSTEM)).orStale(),
          new Row<>(NVME_NAMESPACE, DATASET, Dataset.class).when(noted(NVME_NAMESPACE)).orStale(),
          new Row<>(NVME_SUBSYSTEM, NVME_NAMESPACE, NvmeNamespace.class),
          new Row<>(NVME_SUBSYSTEM, NVME_SESSION, NvmeSession.class),
          new Row<>(NVME_NAMESPACE, NVME_SUBSYSTEM, NvmeSubsystem.class).orStale());

  private Mentions() {}

  /**
   * Every mention of the night, in no particular order.
   *
   * @param lists kinds of lists that are asked about; what the join knows is told of others too
   */
  static Stream<Mention> of(Inventory inventory, Reconciliation join, Set<ObjectKind> lists) {
    Stream<Mention> listed =
        Stream.of(OF_CLUSTERS, OF_SYSTEMS)
            .flatMap(Collection::stream)
            .filter(row -> lists.contains(row.list()))
            .flatMap(row -> row.in(inventory));
    return Stream.concat(listed, joined(inventory, join));
  }

  private static Stream<Mention> joined(Inventory inventory, Reconciliation join) {
    Stream<Mention> volumes =
        inventory.all(PERSISTENT_VOLUME, PersistentVolume.class).stream()
            .flatMap(volume -> served(volume, join));
    Stream<Mention> contents =
        inventory.all(VOLUME_SNAPSHOT_CONTENT, VolumeSnapshotContent.class).stream()
            .filter(content -> content.handle().filter(handle -> handle.contains("@")).isPresent())
            .flatMap(
                content ->
                    systems(content.subject(), join).stream()
                        .map(nas -> Mention.stale(ZFS_SNAPSHOT, nas, content.subject())));
    return Stream.concat(volumes, contents);
  }

  /** What its driver made for a volume is in the lists of its protocol. */
  private static Stream<Mention> served(PersistentVolume volume, Reconciliation join) {
    return systemsServing(volume, join)
        .flatMap(
            nas ->
                VolumeClass.of(volume.source()).protocol().parts().stream()
                    .map(list -> Mention.stale(list, nas, volume.subject())));
  }

  /**
   * The one system that serves a volume by what its driver made there. Not where no middleware
   * does, and not where its address is another system's, as after a pool moved.
   */
  private static Stream<String> systemsServing(PersistentVolume volume, Reconciliation join) {
    DriverFamily family = VolumeClass.of(volume.source()).family();
    return family.ownsDatasets() && family != DriverFamily.ZFS_GENERIC
        ? systems(volume.subject(), join).stream().filter(nas -> join.mayBeOn(volume.source(), nas))
        : Stream.empty();
  }

  /** The one system on which it is, or must have been; none when it may be one of several. */
  private static Set<String> systems(Subject subject, Reconciliation join) {
    Set<String> systems = new HashSet<>();
    join.linksFrom(subject).forEach(link -> systems.add(link.to().source()));
    join.match(subject)
        .filter(Match.Absent.class::isInstance)
        .map(Match.Absent.class::cast)
        .ifPresent(absent -> systems.addAll(absent.nas()));
    return systems.size() == 1 ? systems : Set.of();
  }

  private static boolean made(PersistentVolume volume) {
    return VolumeClass.of(volume.source()).family().ownsDatasets();
  }

  /** With this policy a content is deleted, or at least asked to go, with its object. */
  private static boolean wouldGoWithItsObject(VolumeSnapshotContent content) {
    return content.deletionPolicy().equals("Delete") && content.deletedAt().isEmpty();
  }

  /** Named by an ordinal, with a claim of its own that its template made. */
  private static boolean ofStatefulSet(Pod pod) {
    return pod.name().matches(".+-\\d+")
        && pod.claims().stream().anyMatch(claim -> claim.endsWith("-" + pod.name()));
  }

  /** A driver's own note of what it made, on the dataset itself and not on a copy of it. */
  private static Predicate<Dataset> noted(ObjectKind list) {
    return dataset -> CsiMarks.notes(dataset, list);
  }
}
