package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.json.RowMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Kubernetes kind: in which API versions it is read, and by which mapper.
 *
 * @param kindName the name in {@code kind:}
 * @param versions the values of {@code apiVersion:} that can be read
 */
public record KubernetesKind(
    ObjectKind kind, String kindName, List<String> versions, RowMapper mapper) {

  private static final List<String> CORE = List.of("v1");
  private static final List<String> APPS = List.of("apps/v1");
  private static final List<String> STORAGE =
      List.of("storage.k8s.io/v1", "storage.k8s.io/v1beta1");
  private static final List<String> SNAPSHOT =
      List.of("snapshot.storage.k8s.io/v1", "snapshot.storage.k8s.io/v1beta1");

  private static final List<String> BATCH = List.of("batch/v1", "batch/v1beta1");
  private static final List<String> KUBEVIRT = List.of("kubevirt.io/v1");
  private static final List<String> CDI = List.of("cdi.kubevirt.io/v1beta1");
  private static final List<String> VOLSYNC = List.of("volsync.backube/v1alpha1");
  private static final List<String> VELERO = List.of("velero.io/v1");
  private static final List<String> DATA_MOVER = List.of("velero.io/v2alpha1");

  private static final List<KubernetesKind> ALL =
      Stream.of(cluster(), storage(), volumes(), snapshots(), workloads(), machines(), copies())
          .flatMap(List::stream)
          .toList();

  private static List<KubernetesKind> cluster() {
    return List.of(
        kind(ObjectKind.NAMESPACE, "Namespace", CORE, NamespaceMapper::map),
        kind(ObjectKind.NODE, "Node", CORE, NodeMapper::map));
  }

  private static List<KubernetesKind> storage() {
    return List.of(
        kind(ObjectKind.STORAGE_CLASS, "StorageClass", STORAGE, StorageClassMapper::map),
        kind(ObjectKind.CSI_DRIVER, "CSIDriver", STORAGE, CsiDriverMapper::map),
        kind(ObjectKind.CSI_NODE, "CSINode", STORAGE, CsiNodeMapper::map),
        kind(
            ObjectKind.CSI_STORAGE_CAPACITY,
            "CSIStorageCapacity",
            STORAGE,
            CsiStorageCapacityMapper::map));
  }

  private static List<KubernetesKind> volumes() {
    return List.of(
        kind(ObjectKind.PERSISTENT_VOLUME, "PersistentVolume", CORE, PersistentVolumeMapper::map),
        kind(
            ObjectKind.PERSISTENT_VOLUME_CLAIM,
            "PersistentVolumeClaim",
            CORE,
            PersistentVolumeClaimMapper::map),
        kind(
            ObjectKind.VOLUME_ATTACHMENT,
            "VolumeAttachment",
            STORAGE,
            VolumeAttachmentMapper::map));
  }

  private static List<KubernetesKind> snapshots() {
    return List.of(
        kind(
            ObjectKind.VOLUME_SNAPSHOT_CLASS,
            "VolumeSnapshotClass",
            SNAPSHOT,
            VolumeSnapshotClassMapper::map),
        kind(
            ObjectKind.VOLUME_SNAPSHOT_CONTENT,
            "VolumeSnapshotContent",
            SNAPSHOT,
            VolumeSnapshotContentMapper::map),
        kind(ObjectKind.VOLUME_SNAPSHOT, "VolumeSnapshot", SNAPSHOT, VolumeSnapshotMapper::map));
  }

  private static List<KubernetesKind> workloads() {
    return List.of(
        kind(ObjectKind.POD, "Pod", CORE, PodMapper::map),
        kind(ObjectKind.STATEFUL_SET, "StatefulSet", APPS, StatefulSetMapper::map),
        kind(ObjectKind.DEPLOYMENT, "Deployment", APPS, WorkloadMapper::deployment),
        kind(ObjectKind.DAEMON_SET, "DaemonSet", APPS, WorkloadMapper::daemonSet),
        kind(ObjectKind.JOB, "Job", BATCH, WorkloadMapper::job),
        kind(ObjectKind.CRON_JOB, "CronJob", BATCH, WorkloadMapper::cronJob),
        kind(
            ObjectKind.VIRTUAL_MACHINE,
            "VirtualMachine",
            KUBEVIRT,
            WorkloadMapper::virtualMachine));
  }

  private static List<KubernetesKind> machines() {
    return List.of(
        kind(
            ObjectKind.VIRTUAL_MACHINE_INSTANCE,
            "VirtualMachineInstance",
            KUBEVIRT,
            AddOnMapper::machineInstance),
        kind(ObjectKind.DATA_VOLUME, "DataVolume", CDI, AddOnMapper::dataVolume),
        kind(ObjectKind.DATA_SOURCE, "DataSource", CDI, AddOnMapper::dataSource));
  }

  private static List<KubernetesKind> copies() {
    return List.of(
        kind(
            ObjectKind.REPLICATION_SOURCE,
            "ReplicationSource",
            VOLSYNC,
            AddOnMapper::replicationSource),
        kind(
            ObjectKind.REPLICATION_DESTINATION,
            "ReplicationDestination",
            VOLSYNC,
            AddOnMapper::replicationDestination),
        kind(ObjectKind.VELERO_BACKUP, "Backup", VELERO, VeleroBackupMapper::map),
        kind(ObjectKind.DATA_UPLOAD, "DataUpload", DATA_MOVER, AddOnMapper::dataUpload),
        kind(ObjectKind.DATA_DOWNLOAD, "DataDownload", DATA_MOVER, AddOnMapper::dataDownload));
  }

  /** The resource's name in its group; the kind's own word may say the group too. */
  public String resource() {
    return kind.plural().replaceFirst("\\..*", "");
  }

  /** The kind's entry. CLUSTER_VERSION and VOLUME_STATS have none: they are no API objects. */
  public static KubernetesKind of(ObjectKind kind) {
    return ALL.stream()
        .filter(entry -> entry.kind == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " is no Kubernetes object"));
  }

  private static KubernetesKind kind(
      ObjectKind kind,
      String name,
      List<String> versions,
      Function<KubernetesObject, InventoryObject> mapper) {
    RowMapper rows = RowMapper.one(row -> mapper.apply(new KubernetesObject(row)));
    return new KubernetesKind(kind, name, versions, rows);
  }
}
