package dev.poolkeeper.readers.truenas;

import static java.util.Map.entry;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.List;
import java.util.Map;

/** The methods that answer each kind, of any release; a recorded estate names its files so. */
public final class TrueNasMethods {

  /** On CORE the only method that tells user properties. */
  public static final String USER_PROPERTIES = "pool.dataset.userprop.query";

  private static final Map<ObjectKind, List<String>> METHODS =
      Map.ofEntries(
          entry(ObjectKind.NAS_SYSTEM, List.of("system.info")),
          entry(ObjectKind.NAS_IDENTITY, List.of("system.host_id")),
          entry(ObjectKind.POOL, List.of("pool.query")),
          entry(ObjectKind.DATASET, List.of("pool.dataset.query", "zfs.resource.query")),
          entry(
              ObjectKind.ZFS_SNAPSHOT,
              List.of("pool.snapshot.query", "zfs.snapshot.query", "zfs.resource.snapshot.query")),
          entry(ObjectKind.SNAPSHOT_TASK, List.of("pool.snapshottask.query")),
          entry(ObjectKind.REPLICATION_TASK, List.of("replication.query")),
          entry(ObjectKind.NFS_SHARE, List.of("sharing.nfs.query")),
          entry(ObjectKind.SMB_SHARE, List.of("sharing.smb.query")),
          entry(ObjectKind.ISCSI_GLOBAL, List.of("iscsi.global.config")),
          entry(ObjectKind.ISCSI_PORTAL, List.of("iscsi.portal.query")),
          entry(ObjectKind.ISCSI_INITIATOR, List.of("iscsi.initiator.query")),
          entry(ObjectKind.ISCSI_TARGET, List.of("iscsi.target.query")),
          entry(ObjectKind.ISCSI_EXTENT, List.of("iscsi.extent.query")),
          entry(ObjectKind.ISCSI_TARGET_EXTENT, List.of("iscsi.targetextent.query")),
          entry(ObjectKind.ISCSI_SESSION, List.of("iscsi.global.sessions")),
          entry(ObjectKind.NVME_SUBSYSTEM, List.of("nvmet.subsys.query")),
          entry(ObjectKind.NVME_NAMESPACE, List.of("nvmet.namespace.query")),
          entry(ObjectKind.NVME_SESSION, List.of("nvmet.global.sessions")),
          entry(ObjectKind.NFS_CLIENT, List.of("nfs.get_nfs3_clients")),
          entry(ObjectKind.VM_DEVICE, List.of("vm.device.query")),
          entry(ObjectKind.APP, List.of("app.query")),
          entry(ObjectKind.CLOUD_SYNC_TASK, List.of("cloudsync.query")),
          entry(ObjectKind.RSYNC_TASK, List.of("rsynctask.query")),
          entry(ObjectKind.ALERT, List.of("alert.list")));

  private TrueNasMethods() {}

  /** The methods that may answer a kind; empty for a kind of the other side. */
  public static List<String> of(ObjectKind kind) {
    return METHODS.getOrDefault(kind, List.of());
  }
}
