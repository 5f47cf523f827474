package dev.poolkeeper.readers.truenas;

import static java.util.Map.entry;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.Row;
import dev.poolkeeper.readers.json.RowMapper;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every kind of TrueNAS object, and the mapper that reads it. */
public final class TrueNasMappers {

  private static final Map<ObjectKind, Function<Row, InventoryObject>> PLAIN =
      Map.ofEntries(
          entry(ObjectKind.NAS_SYSTEM, NasSystemMapper::map),
          entry(ObjectKind.NAS_IDENTITY, NasIdentityMapper::map),
          entry(ObjectKind.POOL, PoolMapper::map),
          entry(ObjectKind.SNAPSHOT_TASK, SnapshotTaskMapper::map),
          entry(ObjectKind.REPLICATION_TASK, ReplicationTaskMapper::map),
          entry(ObjectKind.NFS_SHARE, NfsShareMapper::map),
          entry(ObjectKind.SMB_SHARE, SmbShareMapper::map),
          entry(ObjectKind.ISCSI_GLOBAL, IscsiGlobalMapper::map),
          entry(ObjectKind.ISCSI_PORTAL, IscsiPortalMapper::map),
          entry(ObjectKind.ISCSI_INITIATOR, IscsiInitiatorMapper::map),
          entry(ObjectKind.ISCSI_TARGET, IscsiTargetMapper::map),
          entry(ObjectKind.ISCSI_EXTENT, IscsiExtentMapper::map),
          entry(ObjectKind.ISCSI_TARGET_EXTENT, IscsiTargetExtentMapper::map),
          entry(ObjectKind.ISCSI_SESSION, IscsiSessionMapper::map),
          entry(ObjectKind.NVME_SUBSYSTEM, NvmeSubsystemMapper::map),
          entry(ObjectKind.NVME_NAMESPACE, NvmeNamespaceMapper::map),
          entry(ObjectKind.NVME_SESSION, NvmeSessionMapper::map),
          entry(ObjectKind.NFS_CLIENT, NfsClientMapper::map),
          entry(ObjectKind.VM_DEVICE, PathUserMapper::vmDevice),
          entry(ObjectKind.APP, PathUserMapper::app),
          entry(ObjectKind.CLOUD_SYNC_TASK, PathUserMapper::cloudSync),
          entry(ObjectKind.RSYNC_TASK, PathUserMapper::rsync),
          entry(ObjectKind.ALERT, AlertMapper::map));

  private TrueNasMappers() {}

  /** The mapper of datasets, with the user properties that were answered apart from them. */
  public static RowMapper datasets(Optional<TrueNasRelease> release, UserPropertyAnswers more) {
    return RowMapper.one(new DatasetMapper(release, more.byDataset())::map);
  }

  /** The mapper of one snapshot method's rows. */
  public static RowMapper snapshots(String method, Optional<TrueNasRelease> release) {
    return RowMapper.one(new ZfsSnapshotMapper(method, release)::map);
  }

  /** The method that lists snapshots best in a release; 25.10's when it is not known. */
  public static String snapshotMethod(Optional<TrueNasRelease> release) {
    if (release.filter(known -> known.atLeast(TrueNasRelease.TWENTY_SIX)).isPresent()) {
      return "zfs.resource.snapshot.query";
    }
    return release.filter(known -> !known.atLeast(TrueNasRelease.GOLDEYE)).isPresent()
        ? "zfs.snapshot.query"
        : "pool.snapshot.query";
  }

  /** The mapper of a kind whose rows mean the same whatever the release. */
  public static RowMapper of(ObjectKind kind) {
    Function<Row, InventoryObject> mapper = PLAIN.get(kind);
    if (mapper == null) {
      throw new IllegalArgumentException(kind + " has no mapper of its own");
    }
    return RowMapper.one(mapper);
  }
}
