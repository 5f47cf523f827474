package dev.poolkeeper.processors.reconcile;

/** What kind of driver stands behind a volume, which decides how its dataset is found. */
public enum DriverFamily {
  /** democratic-csi on TrueNAS, through SSH or the API: handle is the dataset's last component. */
  DEMOCRATIC_CSI,
  /** democratic-csi {@code zfs-generic-*}: the same names, but no shares in the middleware. */
  ZFS_GENERIC,
  /** csi.truenas.io: handle is the full dataset path. */
  TRUENAS_CSI,
  /** tns.csi.io: the dataset is named in the attributes. */
  TNS_CSI,
  /** Static, in-tree and client drivers: they may use a dataset, but own none. */
  SHARED,
  /** Not on a TrueNAS as far as the volume tells. */
  FOREIGN;

  /** Whether such a driver creates one dataset per volume, so that a missing one is a loss. */
  public boolean ownsDatasets() {
    return this == DEMOCRATIC_CSI || this == ZFS_GENERIC || this == TRUENAS_CSI || this == TNS_CSI;
  }
}
