package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.KubectlObjects.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Storage classes, snapshot classes and CSI drivers of one cluster. */
final class KubectlClasses {
  private static final Instant INSTALLED = Instant.parse("2024-02-19T14:00:00Z");
  private static final String LOCAL_PATH = "local-path";

  private final Cluster cluster;

  KubectlClasses(Cluster cluster) {
    this.cluster = cluster;
  }

  static JsonObject parameters(StorageProfile profile) {
    if (profile.driver().isDemocratic()) {
      return Json.object("fsType", profile.isNfs() ? "nfs" : "ext4");
    }
    return profile.isNfs()
        ? Json.object("compression", "LZ4").with("pool", profile.parent()).with("protocol", "nfs")
        : Json.object("iscsi.iqn-base", Appliance.IQN_BASE)
            .with("pool", profile.parent())
            .with("protocol", "iscsi")
            .with("volblocksize", "16K");
  }

  List<?> storageClasses() {
    List<JsonObject> items = new ArrayList<>();
    items.add(storageClass(LOCAL_PATH, "rancher.io/local-path", "WaitForFirstConsumer", Map.of()));
    for (StorageProfile profile : StorageProfile.of(cluster)) {
      items.add(
          storageClass(
              profile.storageClass(),
              profile.driver().label(),
              profile.bindingMode(),
              parameters(profile)));
    }
    return items;
  }

  private JsonObject storageClass(
      String name, String provisioner, String bindingMode, Map<String, ?> parameters) {
    return Json.object("allowVolumeExpansion", !name.equals(LOCAL_PATH))
        .with("apiVersion", "storage.k8s.io/v1")
        .with("kind", "StorageClass")
        .with("metadata", KubectlObjects.metadata(identity("storageclass", name)))
        .with("parameters", parameters)
        .with("provisioner", provisioner)
        .with("reclaimPolicy", "Delete")
        .with("volumeBindingMode", bindingMode);
  }

  private Identity identity(String kind, String name) {
    return Identity.clusterWide(name, Draw.uid(kind + "/" + cluster + name), INSTALLED);
  }

  List<?> snapshotClasses() {
    List<JsonObject> items = new ArrayList<>();
    for (StorageProfile profile : StorageProfile.of(cluster)) {
      items.add(snapshotClass(profile.snapshotClass(), profile, "Delete"));
      items.add(snapshotClass(profile.snapshotClass() + "-retain", profile, "Retain"));
      if (profile == StorageProfile.PROD_NFS) {
        items.add(
            snapshotClass(profile.storageClass() + "-detached", profile, "Delete")
                .with("parameters", Json.object("detachedSnapshots", "true")));
      }
    }
    return items;
  }

  private JsonObject snapshotClass(String name, StorageProfile profile, String deletionPolicy) {
    return Json.object("apiVersion", "snapshot.storage.k8s.io/v1")
        .with("deletionPolicy", deletionPolicy)
        .with("driver", profile.driver().label())
        .with("kind", "VolumeSnapshotClass")
        .with("metadata", KubectlObjects.metadata(identity("volumesnapshotclass", name)));
  }

  List<?> drivers() {
    return driverNames().stream().map(this::driver).toList();
  }

  private JsonObject driver(String name) {
    return Json.object("apiVersion", "storage.k8s.io/v1")
        .with("kind", "CSIDriver")
        .with("metadata", KubectlObjects.metadata(identity("csidriver", name)))
        .with(
            "spec",
            Json.object("attachRequired", true)
                .with("fsGroupPolicy", "ReadWriteOnceWithFSType")
                .with("podInfoOnMount", true)
                .with("requiresRepublish", false)
                .with("seLinuxMount", false)
                .with("storageCapacity", false)
                .with("volumeLifecycleModes", List.of("Persistent")));
  }

  List<String> driverNames() {
    List<String> names = new ArrayList<>();
    StorageProfile.of(cluster).stream()
        .map(profile -> profile.driver().label())
        .distinct()
        .forEach(names::add);
    if (cluster == Cluster.PROD_A) {
      names.add("org.democratic-csi.node-manual");
    }
    return names;
  }
}
