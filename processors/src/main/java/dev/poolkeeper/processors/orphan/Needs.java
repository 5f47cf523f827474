package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.orphan.Completeness.and;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.reconcile.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * What each code needs to know before its silence about a subject means that all is well. One
 * place, read by the rules when they judge and by the lifecycle when it resolves.
 */
public final class Needs {

  private static final List<ObjectKind> NOTHING = List.of();
  private static final List<ObjectKind> CLUSTER = Completeness.CLUSTER;
  private static final List<ObjectKind> NAS = Completeness.NAS;
  private static final List<ObjectKind> CLUSTER_AND_CONTENTS =
      and(CLUSTER, List.of(ObjectKind.VOLUME_SNAPSHOT_CONTENT));

  /** A snapshot object protects by its uid before its content is made. */
  private static final List<ObjectKind> CLUSTER_AND_SNAPSHOTS =
      and(CLUSTER_AND_CONTENTS, List.of(ObjectKind.VOLUME_SNAPSHOT));

  private static final List<ObjectKind> CLAIMS =
      List.of(ObjectKind.NAMESPACE, ObjectKind.PERSISTENT_VOLUME_CLAIM, ObjectKind.STORAGE_CLASS);
  private static final List<ObjectKind> SNAPSHOTS =
      List.of(ObjectKind.NAMESPACE, ObjectKind.VOLUME_SNAPSHOT, ObjectKind.VOLUME_SNAPSHOT_CONTENT);

  private static final List<ObjectKind> NAS_AND_TARGETS = and(NAS, Protocol.ISCSI.parts());

  /** Where a copy of a volume may be, on whatever NAS. */
  private static final List<ObjectKind> NAS_AND_REPLICATION =
      and(NAS, List.of(ObjectKind.REPLICATION_TASK));

  private static final List<ObjectKind> CLASSES =
      List.of(ObjectKind.STORAGE_CLASS, ObjectKind.PERSISTENT_VOLUME);
  private static final List<ObjectKind> SNAPSHOT_CLASSES =
      List.of(ObjectKind.VOLUME_SNAPSHOT_CLASS, ObjectKind.VOLUME_SNAPSHOT_CONTENT);
  private static final List<ObjectKind> DRIVERS =
      and(
          CLUSTER,
          List.of(ObjectKind.CSI_DRIVER, ObjectKind.CSI_NODE, ObjectKind.NODE, ObjectKind.POD));

  private static final List<ObjectKind> SPACE = List.of(ObjectKind.POOL, ObjectKind.DATASET);

  /** Snapshots, and who removes them. */
  private static final List<ObjectKind> RETAINED =
      List.of(
          ObjectKind.NAS_SYSTEM,
          ObjectKind.DATASET,
          ObjectKind.ZFS_SNAPSHOT,
          ObjectKind.SNAPSHOT_TASK);

  /** What is counted, and what says which ceiling holds. */
  private static final List<ObjectKind> COUNTED =
      List.of(ObjectKind.NAS_SYSTEM, ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT);

  /** Everything that may refer to a claim. */
  private static final List<ObjectKind> CLAIMS_AND_USERS =
      and(
          and(CLUSTER, List.of(ObjectKind.POD, ObjectKind.STATEFUL_SET)),
          and(List.of(ObjectKind.VOLUME_ATTACHMENT), Workload.KINDS));

  private static final List<ObjectKind> ATTACHMENTS =
      List.of(ObjectKind.NODE, ObjectKind.PERSISTENT_VOLUME, ObjectKind.VOLUME_ATTACHMENT);

  /** Everything that says which drivers a cluster has. */
  private static final List<ObjectKind> CLUSTER_AND_DRIVERS =
      and(CLUSTER_AND_CONTENTS, List.of(ObjectKind.STORAGE_CLASS, ObjectKind.CSI_DRIVER));

  /**
   * The parts a code needs.
   *
   * @param own of the source that the subject is of
   * @param clusters of every registered cluster
   * @param systems of every registered NAS
   */
  private record Parts(List<ObjectKind> own, List<ObjectKind> clusters, List<ObjectKind> systems) {}

  /** Who may refer to storage without a claim. */
  static final List<ObjectKind> REFERRING =
      and(
          List.of(ObjectKind.POD, ObjectKind.VOLUME_ATTACHMENT, ObjectKind.STATEFUL_SET),
          Workload.KINDS);

  /** Who may use a dataset on its NAS, or have it as a copy or a source. */
  static final List<ObjectKind> USING_ON_NAS =
      and(
          NasUses.LISTS,
          List.of(ObjectKind.REPLICATION_TASK, ObjectKind.NFS_SHARE, ObjectKind.SMB_SHARE));

  /** What may keep a copy of a claim where no list of ZFS snapshots shows it. */
  private static final List<ObjectKind> COPYING =
      List.of(ObjectKind.VELERO_BACKUP, ObjectKind.DATA_UPLOAD, ObjectKind.REPLICATION_SOURCE);

  private static final List<ObjectKind> OTHER_TARGETS =
      List.of(ObjectKind.SMB_SHARE, ObjectKind.NVME_SUBSYSTEM, ObjectKind.NVME_NAMESPACE);

  private final Completeness known;

  public Needs(Completeness known) {
    this.known = known;
  }

  /** The first thing missing for a judgement about this subject; empty when nothing is. */
  public Optional<Gap> gap(FindingCode code, Subject subject) {
    Parts parts = parts(code, subject);
    return known
        .gapInAnyCluster(parts.clusters())
        .or(() -> known.gap(subject.source(), parts.own()))
        .or(() -> known.gapInAnyNas(known.estate().nas(), parts.systems()))
        .or(() -> unread(code, subject));
  }

  /**
   * A list that may protect the subject, was asked for and could not be read whole. One that was
   * never asked for withholds nothing: a release may lack it, and who records by hand may skip it.
   */
  private Optional<Gap> unread(FindingCode code, Subject subject) {
    return switch (code) {
      case SHARE_WITHOUT_DATASET, TARGET_OR_EXTENT_WITHOUT_BACKING ->
          failure(known.estate().clusters(), REFERRING);
      case BACKEND_WITHOUT_VOLUME ->
          failure(known.estate().clusters(), List.of(ObjectKind.VELERO_BACKUP));
      case CLAIM_UNBOUND -> known.failure(subject.source(), List.of(ObjectKind.DATA_DOWNLOAD));
      case CLAIM_UNUSED -> known.failure(subject.source(), AddOnObject.KINDS);
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT ->
          failure(known.estate().clusters(), List.of(ObjectKind.VELERO_BACKUP))
              .or(() -> failure(known.estate().nas(), List.of(ObjectKind.REPLICATION_TASK)));
      case CONTENT_WITHOUT_SNAPSHOT_OBJECT ->
          known.failure(subject.source(), List.of(ObjectKind.VELERO_BACKUP));
      case TEMPORARY_SNAPSHOT_LEFT ->
          failure(known.estate().clusters(), List.of(ObjectKind.VOLUME_SNAPSHOT))
              .or(() -> failure(known.estate().nas(), List.of(ObjectKind.REPLICATION_TASK)));
      case DETACHED_SNAPSHOT_ORPHAN ->
          failure(
                  known.estate().clusters(),
                  List.of(ObjectKind.VOLUME_SNAPSHOT, ObjectKind.VELERO_BACKUP))
              .or(() -> known.failure(subject.source(), USING_ON_NAS));
      case CLAIM_UNPROTECTED ->
          known
              .failure(subject.source(), COPYING)
              .or(() -> failure(known.estate().nas(), List.of(ObjectKind.SNAPSHOT_TASK)));
      case VOLUME_OF_ABSENT_CLUSTER ->
          failure(
              List.of(subject.source()), List.of(ObjectKind.NFS_SHARE, ObjectKind.ISCSI_TARGET));
      case EXTENT_POINTS_ELSEWHERE, TARGET_SHARED -> failure(known.estate().nas(), OTHER_TARGETS);
      case OBJECT_COUNT_LIMIT ->
          failure(
              List.of(subject.source()), List.of(ObjectKind.SMB_SHARE, ObjectKind.ISCSI_TARGET));
      case MATCH_AMBIGUOUS -> failure(known.estate().nas(), List.of(ObjectKind.REPLICATION_TASK));
      default -> Optional.empty();
    };
  }

  private Optional<Gap> failure(List<String> sources, List<ObjectKind> kinds) {
    return sources.stream().flatMap(s -> known.failure(s, kinds).stream()).findFirst();
  }

  private static Parts parts(FindingCode code, Subject subject) {
    return switch (code) {
      case VOLUME_WITHOUT_BACKEND, MATCH_AMBIGUOUS, SIZE_DRIFT, ENCRYPTION_DRIFT -> joined(CLUSTER);
      case BACKEND_WITHOUT_VOLUME -> onNas(NAS, CLUSTER);
      case VOLUME_STUCK_RELEASED -> own(CLUSTER);
      case CLAIM_UNBOUND -> own(CLAIMS);
      case CLAIM_UNUSED -> joined(CLAIMS_AND_USERS);
      case SHARE_WITHOUT_DATASET -> onNas(and(NAS, listOf(subject)), CLUSTER);
      case TARGET_OR_EXTENT_WITHOUT_BACKING -> onNas(and(NAS, Protocol.ISCSI.parts()), CLUSTER);
      case ATTACHMENT_STALE -> own(ATTACHMENTS);
      case DELETION_STUCK, DELETION_DID_NOT_HOLD -> own(listOf(subject));
      case VOLUME_OF_ABSENT_CLUSTER -> onNas(NAS, CLUSTER_AND_DRIVERS);
      case SNAPSHOT_OBJECT_WITHOUT_BACKEND -> joined(CLUSTER_AND_CONTENTS);
      case BACKEND_SNAPSHOT_WITHOUT_CONTENT -> onNas(NAS, CLUSTER_AND_SNAPSHOTS);
      case CONTENT_WITHOUT_SNAPSHOT_OBJECT, SNAPSHOT_NOT_READY -> own(SNAPSHOTS);
      case SNAPSHOT_PINNED_BY_CLONE -> own(NAS);
      case TEMPORARY_SNAPSHOT_LEFT -> onNas(NAS, CLUSTER_AND_CONTENTS);
      case DETACHED_SNAPSHOT_ORPHAN -> new Parts(NAS, CLUSTER_AND_CONTENTS, NAS);
      case EXTENT_POINTS_ELSEWHERE, TARGET_SHARED -> new Parts(NOTHING, CLUSTER, NAS_AND_TARGETS);
      case SHARE_EXPORTS_PARENT -> onNas(and(NAS, listOf(subject)), CLUSTER);
      case CLAIM_UNPROTECTED -> new Parts(CLUSTER_AND_SNAPSHOTS, NOTHING, NAS_AND_REPLICATION);
      case POOL_FILLS, QUOTA_FILLS, POOL_OVER_THRESHOLD, SNAPSHOTS_EAT_POOL -> own(SPACE);
      case VOLUME_FILLS -> new Parts(CLUSTER, NOTHING, SPACE);
      case POOL_OVERCOMMITTED -> onNas(SPACE, CLUSTER);
      case OBJECT_COUNT_LIMIT -> own(COUNTED);
      case GROWTH_SPIKE, SUDDEN_SHRINK, FLATLINED, LEVEL_SHIFT -> own(measured(subject));
      case SNAPSHOT_PILE_UP -> own(List.of(ObjectKind.DATASET, ObjectKind.ZFS_SNAPSHOT));
      case RETENTION_OVERDUE, RETENTION_MISSING, RETENTION_UNOWNED, RETENTION_HELD -> own(RETAINED);
      case TOO_MANY_SNAPSHOTS, FUTURE_DATED, TASK_COVERS_NOTHING, UNPARSABLE_NAME -> own(RETAINED);
      case STORAGECLASS_DRIFT, RISKY_PARAMETER -> joined(CLASSES);
      case CSI_DRIVER_UNHEALTHY -> own(DRIVERS);
      case SNAPSHOTCLASS_DRIFT -> own(SNAPSHOT_CLASSES);
      case POOL_UNHEALTHY, FRAGMENTATION_HIGH -> own(List.of(ObjectKind.POOL));
      case SCRUB_OVERDUE -> own(List.of(ObjectKind.POOL, ObjectKind.DATASET));
      case APPLIANCE_ALERT -> own(List.of(ObjectKind.ALERT));
      case API_DEPRECATED -> own(List.of(ObjectKind.NAS_SYSTEM, ObjectKind.ALERT));
      case CLOCK_SKEW -> own(List.of(ObjectKind.NAS_SYSTEM));
      case RIGHTS_MISSING, INVENTORY_INCOMPLETE, HELD_BY_GUARD, DELIVERY_FAILED -> own(NOTHING);
    };
  }

  /** The lists that tell how much is in the subject; those of a source itself depend on it. */
  private static List<ObjectKind> measured(Subject subject) {
    ObjectKind kind =
        ObjectKind.named(subject.path().split("/", 2)[0]).orElse(ObjectKind.NAS_SYSTEM);
    return switch (kind) {
      case DATASET -> List.of(ObjectKind.DATASET);
      case POOL -> List.of(ObjectKind.POOL, ObjectKind.DATASET);
      case PERSISTENT_VOLUME_CLAIM -> List.of(ObjectKind.VOLUME_STATS);
      default -> NOTHING;
    };
  }

  /** The subject's own list. */
  private static List<ObjectKind> listOf(Subject subject) {
    String plural = subject.path().split("/", 2)[0];
    return ObjectKind.named(plural).map(List::of).orElse(NOTHING);
  }

  private static Parts own(List<ObjectKind> kinds) {
    return new Parts(kinds, NOTHING, NOTHING);
  }

  /** A cluster's object that may be on any NAS. */
  private static Parts joined(List<ObjectKind> kinds) {
    return new Parts(kinds, NOTHING, NAS);
  }

  /** An object of a NAS that any cluster may own. */
  private static Parts onNas(List<ObjectKind> kinds, List<ObjectKind> clusters) {
    return new Parts(kinds, clusters, NOTHING);
  }
}
