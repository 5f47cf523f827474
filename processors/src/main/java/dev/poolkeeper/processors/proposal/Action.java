package dev.poolkeeper.processors.proposal;

import dev.poolkeeper.processors.reconcile.CsiMarks;
import java.util.Locale;

/**
 * What a step does to one object. There is none that is recursive, forces, defers or releases a
 * hold, and none will be added.
 */
public enum Action {
  DELETE_NFS_SHARE(true, "delete the NFS share"),
  DELETE_SMB_SHARE(true, "delete the SMB share"),
  /** The statement that a target shows an extent under a LUN. */
  DELETE_TARGET_EXTENT(true, "take the extent from its target"),
  DELETE_ISCSI_EXTENT(true, "delete the iSCSI extent, and not what is behind it"),
  DELETE_ISCSI_TARGET(true, "delete the iSCSI target"),
  DELETE_NVME_NAMESPACE(true, "delete the NVMe-oF namespace, and not what is behind it"),
  /** Sets the user property {@value #QUARANTINE_MARK} to the plan's mark. */
  MARK_DATASET(true, "mark the dataset as quarantined"),
  MAKE_READ_ONLY(true, "make the dataset read-only"),
  DELETE_PERSISTENT_VOLUME(true, "delete the PersistentVolume, which retains its data"),
  /** Of a content that retains its snapshot, or of one whose snapshot is gone. */
  DELETE_SNAPSHOT_CONTENT(true, "delete the VolumeSnapshotContent"),
  DELETE_VOLUME_SNAPSHOT(true, "delete the VolumeSnapshot, whose data are gone"),
  /** Of a content that deletes: its driver destroys the snapshot. */
  DELETE_CONTENT_AND_SNAPSHOT(
      false, "delete the VolumeSnapshotContent; its driver destroys the snapshot"),
  DESTROY_SNAPSHOT(false, "destroy the snapshot"),
  DESTROY_DATASET(false, "destroy the dataset");

  /** The user property that says that a dataset waits for its end. */
  public static final String QUARANTINE_MARK = CsiMarks.QUARANTINED;

  private final boolean reversible;
  private final String words;

  Action(boolean reversible, String words) {
    this.reversible = reversible;
    this.words = words;
  }

  /** Whether what it takes away can be made again from what is noted before. */
  public boolean reversible() {
    return reversible;
  }

  /** {@code delete the NFS share}. */
  public String words() {
    return words;
  }

  /** {@code delete-nfs-share}: how it is written in files and the ledger. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
