package dev.poolkeeper.processors.inventory;

import static dev.poolkeeper.processors.inventory.Side.CLUSTER;
import static dev.poolkeeper.processors.inventory.Side.NAS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every kind of object that is captured, with the word that stands for it in a subject. */
public enum ObjectKind {
  CLUSTER_VERSION(CLUSTER, "version", ClusterVersion.class),
  NAMESPACE(CLUSTER, "namespaces", Namespace.class),
  NODE(CLUSTER, "nodes", Node.class),
  STORAGE_CLASS(CLUSTER, "storageclasses", StorageClass.class),
  CSI_DRIVER(CLUSTER, "csidrivers", CsiDriver.class),
  CSI_NODE(CLUSTER, "csinodes", CsiNode.class),
  CSI_STORAGE_CAPACITY(CLUSTER, "csistoragecapacities", CsiStorageCapacity.class),
  PERSISTENT_VOLUME(CLUSTER, "persistentvolumes", PersistentVolume.class),
  PERSISTENT_VOLUME_CLAIM(CLUSTER, "persistentvolumeclaims", PersistentVolumeClaim.class),
  VOLUME_ATTACHMENT(CLUSTER, "volumeattachments", VolumeAttachment.class),
  VOLUME_SNAPSHOT_CLASS(CLUSTER, "volumesnapshotclasses", VolumeSnapshotClass.class),
  VOLUME_SNAPSHOT_CONTENT(CLUSTER, "volumesnapshotcontents", VolumeSnapshotContent.class),
  VOLUME_SNAPSHOT(CLUSTER, "volumesnapshots", VolumeSnapshot.class),
  POD(CLUSTER, "pods", Pod.class),
  STATEFUL_SET(CLUSTER, "statefulsets", StatefulSet.class),
  DEPLOYMENT(CLUSTER, "deployments", Workload.class),
  DAEMON_SET(CLUSTER, "daemonsets", Workload.class),
  JOB(CLUSTER, "jobs", Workload.class),
  CRON_JOB(CLUSTER, "cronjobs", Workload.class),
  VIRTUAL_MACHINE(CLUSTER, "virtualmachines", Workload.class),
  VIRTUAL_MACHINE_INSTANCE(CLUSTER, "virtualmachineinstances", AddOnObject.class),
  DATA_VOLUME(CLUSTER, "datavolumes", AddOnObject.class),
  DATA_SOURCE(CLUSTER, "datasources.cdi.kubevirt.io", AddOnObject.class),
  REPLICATION_SOURCE(CLUSTER, "replicationsources", AddOnObject.class),
  REPLICATION_DESTINATION(CLUSTER, "replicationdestinations", AddOnObject.class),
  VELERO_BACKUP(CLUSTER, "backups.velero.io", VeleroBackup.class),
  DATA_UPLOAD(CLUSTER, "datauploads", AddOnObject.class),
  DATA_DOWNLOAD(CLUSTER, "datadownloads", AddOnObject.class),
  VOLUME_STATS(CLUSTER, "volume-stats", VolumeStats.class),

  NAS_SYSTEM(NAS, "system", NasSystem.class),
  NAS_IDENTITY(NAS, "host-id", NasIdentity.class),
  POOL(NAS, "pools", Pool.class),
  DATASET(NAS, "datasets", Dataset.class),
  ZFS_SNAPSHOT(NAS, "snapshots", ZfsSnapshot.class),
  SNAPSHOT_TASK(NAS, "snapshot-tasks", SnapshotTask.class),
  REPLICATION_TASK(NAS, "replication-tasks", ReplicationTask.class),
  NFS_SHARE(NAS, "nfs-shares", NfsShare.class),
  SMB_SHARE(NAS, "smb-shares", SmbShare.class),
  ISCSI_GLOBAL(NAS, "iscsi-global", IscsiGlobal.class),
  ISCSI_PORTAL(NAS, "iscsi-portals", IscsiPortal.class),
  ISCSI_INITIATOR(NAS, "iscsi-initiators", IscsiInitiator.class),
  ISCSI_TARGET(NAS, "iscsi-targets", IscsiTarget.class),
  ISCSI_EXTENT(NAS, "iscsi-extents", IscsiExtent.class),
  ISCSI_TARGET_EXTENT(NAS, "iscsi-targetextents", IscsiTargetExtent.class),
  ISCSI_SESSION(NAS, "iscsi-sessions", IscsiSession.class),
  NVME_SUBSYSTEM(NAS, "nvme-subsystems", NvmeSubsystem.class),
  NVME_NAMESPACE(NAS, "nvme-namespaces", NvmeNamespace.class),
  NVME_SESSION(NAS, "nvme-sessions", NvmeSession.class),
  NFS_CLIENT(NAS, "nfs-clients", NfsClient.class),
  VM_DEVICE(NAS, "vm-devices", PathUser.class),
  APP(NAS, "apps", PathUser.class),
  CLOUD_SYNC_TASK(NAS, "cloud-sync-tasks", PathUser.class),
  RSYNC_TASK(NAS, "rsync-tasks", PathUser.class),
  ALERT(NAS, "alerts", Alert.class);

  private static final Map<Class<?>, ObjectKind> BY_TYPE =
      Arrays.stream(values())
          .filter(kind -> !OneOfKinds.class.isAssignableFrom(kind.type))
          .collect(Collectors.toUnmodifiableMap(kind -> kind.type, kind -> kind));

  private final Side side;
  private final String plural;
  private final Class<? extends InventoryObject> type;

  ObjectKind(Side side, String plural, Class<? extends InventoryObject> type) {
    this.side = side;
    this.plural = plural;
    this.type = type;
  }

  public Side side() {
    return side;
  }

  /** The word in {@code source/plural/path}; also the value stored in the ledger. */
  public String plural() {
    return plural;
  }

  public Class<? extends InventoryObject> type() {
    return type;
  }

  /** Whether it protects nothing, so that no verdict can be wrong for lack of it. */
  public boolean optional() {
    return this == VOLUME_STATS
        || this == CSI_STORAGE_CAPACITY
        || this == CLUSTER_VERSION
        || this == NFS_CLIENT;
  }

  /** The kind of an object. */
  public static ObjectKind of(InventoryObject object) {
    if (object instanceof OneOfKinds one) {
      return one.kind();
    }
    ObjectKind kind = BY_TYPE.get(object.getClass());
    if (kind == null) {
      throw new IllegalArgumentException(object.getClass() + " is no captured kind");
    }
    return kind;
  }

  /** The kinds of one side, in the order they are captured. */
  public static List<ObjectKind> of(Side side) {
    return Arrays.stream(values()).filter(kind -> kind.side == side).toList();
  }

  /** The kind written as {@code plural}, or empty for a word that names none. */
  public static Optional<ObjectKind> named(String plural) {
    return Arrays.stream(values()).filter(kind -> kind.plural.equals(plural)).findFirst();
  }
}
