package dev.poolkeeper.tests.demo;

/**
 * The CSI drivers: the name in the cluster, and democratic-csi's own name of the backend (none for
 * truenas-csi).
 */
enum Driver {
  NFS("org.democratic-csi.truenas-nfs", "freenas-nfs"),
  GOLD_NFS("org.democratic-csi.truenas-nfs-gold", "freenas-nfs"),
  ARCHIVE_NFS("org.democratic-csi.nas2-nfs", "freenas-nfs"),
  ISCSI("org.democratic-csi.truenas-iscsi", "freenas-iscsi"),
  API_ISCSI("org.democratic-csi.truenas-api-iscsi", "freenas-api-iscsi"),
  TRUENAS_CSI_NFS("csi.truenas.io", ""),
  TRUENAS_CSI_ISCSI("csi.truenas.io", "");

  private final String label;
  private final String provisioner;

  Driver(String label, String provisioner) {
    this.label = label;
    this.provisioner = provisioner;
  }

  String label() {
    return label;
  }

  String provisioner() {
    return provisioner;
  }

  boolean isDemocratic() {
    return !provisioner.isEmpty();
  }

  boolean isNfs() {
    return name().endsWith("NFS");
  }
}
