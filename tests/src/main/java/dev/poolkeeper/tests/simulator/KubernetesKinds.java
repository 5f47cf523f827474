package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Optional;

/** The resources that the simulated API server knows. */
final class KubernetesKinds {

  /**
   * One resource.
   *
   * @param group such as {@code storage.k8s.io}; empty is the core
   * @param version the one version it is served in
   * @param builtIn whether it is there without a custom resource definition
   */
  record Resource(
      String group,
      String version,
      String plural,
      String kind,
      boolean namespaced,
      boolean builtIn) {

    Resource(String group, String plural, String kind, boolean namespaced, boolean builtIn) {
      this(group, "v1", plural, kind, namespaced, builtIn);
    }

    String groupVersion() {
      return group.isEmpty() ? version : group + "/" + version;
    }
  }

  private static final String STORAGE = "storage.k8s.io";
  private static final String SNAPSHOT = "snapshot.storage.k8s.io";

  static final List<Resource> ALL =
      List.of(
          core("namespaces", "Namespace", false),
          core("nodes", "Node", false),
          core("persistentvolumes", "PersistentVolume", false),
          core("persistentvolumeclaims", "PersistentVolumeClaim", true),
          core("pods", "Pod", true),
          core("replicationcontrollers", "ReplicationController", true),
          new Resource(STORAGE, "storageclasses", "StorageClass", false, true),
          new Resource(STORAGE, "volumeattachments", "VolumeAttachment", false, true),
          new Resource(STORAGE, "csidrivers", "CSIDriver", false, true),
          new Resource(STORAGE, "csinodes", "CSINode", false, true),
          new Resource(STORAGE, "csistoragecapacities", "CSIStorageCapacity", true, true),
          new Resource("apps", "statefulsets", "StatefulSet", true, true),
          new Resource("apps", "deployments", "Deployment", true, true),
          new Resource("apps", "daemonsets", "DaemonSet", true, true),
          new Resource("apps", "replicasets", "ReplicaSet", true, true),
          new Resource("batch", "jobs", "Job", true, true),
          new Resource("batch", "cronjobs", "CronJob", true, true),
          new Resource("coordination.k8s.io", KubernetesLeases.PLURAL, "Lease", true, true),
          new Resource(SNAPSHOT, "volumesnapshots", "VolumeSnapshot", true, false),
          new Resource(SNAPSHOT, "volumesnapshotcontents", "VolumeSnapshotContent", false, false),
          new Resource(SNAPSHOT, "volumesnapshotclasses", "VolumeSnapshotClass", false, false),
          new Resource("kubevirt.io", "virtualmachines", "VirtualMachine", true, false),
          new Resource(
              "kubevirt.io", "virtualmachineinstances", "VirtualMachineInstance", true, false),
          addOn("cdi.kubevirt.io", "v1beta1", "datavolumes", "DataVolume"),
          addOn("cdi.kubevirt.io", "v1beta1", "datasources", "DataSource"),
          addOn("volsync.backube", "v1alpha1", "replicationsources", "ReplicationSource"),
          addOn("volsync.backube", "v1alpha1", "replicationdestinations", "ReplicationDestination"),
          addOn("velero.io", "v1", "backups", "Backup"),
          addOn("velero.io", "v2alpha1", "datauploads", "DataUpload"),
          addOn("velero.io", "v2alpha1", "datadownloads", "DataDownload"));

  private KubernetesKinds() {}

  private static Resource core(String plural, String kind, boolean namespaced) {
    return new Resource("", plural, kind, namespaced, true);
  }

  private static Resource addOn(String group, String version, String plural, String kind) {
    return new Resource(group, version, plural, kind, true, false);
  }

  static Optional<Resource> find(String group, String plural) {
    return ALL.stream()
        .filter(one -> one.group().equals(group) && one.plural().equals(plural))
        .findFirst();
  }

  static Optional<Resource> ofPlural(String plural) {
    return ALL.stream().filter(one -> one.plural().equals(plural)).findFirst();
  }
}
