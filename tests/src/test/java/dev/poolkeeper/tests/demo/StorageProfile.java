package dev.poolkeeper.tests.demo;

import java.util.Arrays;
import java.util.List;

/** One storage class, the CSI driver behind it and the dataset its volumes live under. */
enum StorageProfile {
  PROD_NFS(Cluster.PROD_A, "truenas-nfs", Driver.NFS, Appliance.NAS1, "tank/k8s/vols"),
  PROD_GOLD(Cluster.PROD_A, "truenas-nfs-gold", Driver.GOLD_NFS, Appliance.NAS1, "tank/k8s/gold"),
  PROD_BLOCK(Cluster.PROD_A, "truenas-iscsi", Driver.ISCSI, Appliance.NAS1, "flash/k8s/blk"),
  PROD_DB(Cluster.PROD_A, "truenas-iscsi-db", Driver.API_ISCSI, Appliance.NAS1, "flash/k8s/db"),
  PROD_ARCHIVE(
      Cluster.PROD_A, "nas2-archive", Driver.ARCHIVE_NFS, Appliance.NAS2, "vault/k8s/prod-a"),
  EDGE_FILES(Cluster.EDGE_B, "truenas-csi-nfs", Driver.TRUENAS_CSI_NFS, Appliance.NAS2, "edge"),
  EDGE_BLOCK(Cluster.EDGE_B, "truenas-csi-iscsi", Driver.TRUENAS_CSI_ISCSI, Appliance.NAS2, "edge"),
  EDGE_NFS(Cluster.EDGE_B, "vault-nfs", Driver.NFS, Appliance.NAS2, "vault/k8s/edge-b");

  private final Cluster cluster;
  private final String storageClass;
  private final Driver driver;
  private final Appliance nas;
  private final String parent;

  StorageProfile(
      Cluster cluster, String storageClass, Driver driver, Appliance nas, String parent) {
    this.cluster = cluster;
    this.storageClass = storageClass;
    this.driver = driver;
    this.nas = nas;
    this.parent = parent;
  }

  static List<StorageProfile> of(Cluster cluster) {
    return Arrays.stream(values()).filter(profile -> profile.cluster == cluster).toList();
  }

  Cluster cluster() {
    return cluster;
  }

  String storageClass() {
    return storageClass;
  }

  String snapshotClass() {
    return storageClass + "-snapshots";
  }

  Driver driver() {
    return driver;
  }

  Appliance nas() {
    return nas;
  }

  String parent() {
    return parent;
  }

  boolean isNfs() {
    return driver.isNfs();
  }

  /** Only truenas-csi block volumes wait for their first pod. */
  String bindingMode() {
    return this == EDGE_BLOCK ? "WaitForFirstConsumer" : "Immediate";
  }
}
