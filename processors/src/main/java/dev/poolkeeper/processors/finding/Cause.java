package dev.poolkeeper.processors.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why something was left behind, or is missing: how leaks come about. A word never changes its
 * meaning. Documentation and {@code explain} read this one list.
 */
public enum Cause {
  /** Kubernetes was told to keep it. */
  RETAIN_POLICY(
      "The reclaim policy of its PersistentVolume, or the deletion policy of its"
          + " VolumeSnapshotContent, is Retain: when the claim or the VolumeSnapshot was deleted,"
          + " the driver was not asked to delete anything.",
      "Decide whether the data is still needed. While its object exists, set the policy to Delete"
          + " and let the driver do the work; afterwards it has to be removed on the TrueNAS."),
  /** The volume object went before its claim. */
  PV_DELETED_FIRST(
      "The PersistentVolume was deleted while its claim was still there. What remained of it had"
          + " no claim to release it, and its reclaim policy was never carried out.",
      "Remove the leftover on the TrueNAS. From now on delete claims and let their volumes follow;"
          + " releases of Kubernetes that keep the external-provisioner's finalizer on volumes"
          + " honour the policy in either order."),
  /** The driver began to make it and never ended. */
  PROVISIONING_CRASHED(
      "The driver made it and never wrote that it had finished: it crashed, or was asked for a"
          + " volume or snapshot that nobody waited for any more.",
      "It never held data that a pod wrote. Look into the driver's log of the day it was created"
          + " if there are more of them."),
  /** It was said to be destroyed and is there. */
  DESTROY_FAILED_SILENTLY(
      "Its deletion was taken for done, and it is still there: TrueNAS from release 26 on answers"
          + " success to a destroy that failed, drivers swallow the error of one, and removing a"
          + " finalizer by hand has the same effect.",
      "Look for what keeps it (a mount, a session, a hold) before it is destroyed again, and read"
          + " back whether it is gone."),
  /** A clone stands on it. */
  BLOCKED_BY_CLONE(
      "A volume was cloned from one of its snapshots. ZFS destroys no dataset whose snapshot is"
          + " the origin of another.",
      "Delete the clone first, or promote it so that it takes the snapshot over; only then delete"
          + " this."),
  /** Snapshots that the driver did not make are in the way. */
  FOREIGN_SNAPSHOT_BLOCKS(
      "It has snapshots that its CSI driver did not make, of periodic tasks, replication or"
          + " people. Drivers that do not destroy them with the volume cannot delete it before"
          + " they are gone.",
      "Exclude the driver's datasets from periodic snapshot tasks, or let their retention run out;"
          + " then the driver's next attempt succeeds."),
  /** Its cluster is not the one that is there now. */
  CLUSTER_REBUILT(
      "The cluster that made it was set up anew. Its objects went with it, and the storage"
          + " stayed.",
      "Nothing in the cluster of today knows it. If the data is wanted, import it with a static"
          + " PersistentVolume; if not, remove it on the TrueNAS."),
  /** Its cluster does not exist any more. */
  CLUSTER_GONE(
      "The cluster that had it last is not registered any more, and orphans.gone-clusters says that"
          + " it is gone for good. Its objects went with it, and the storage stayed.",
      "Make sure that nobody wants the data. If it is wanted, import it into another cluster with a"
          + " static PersistentVolume; if not, remove it on the TrueNAS."),
  /** Somebody removed one side by hand. */
  DELETED_OUTSIDE(
      "The ZFS side went although Kubernetes had not asked for it: destroyed, renamed or rolled"
          + " back on the TrueNAS.",
      "Ask the TrueNAS' audit log who did it. If it was renamed, rename it back; if it was"
          + " destroyed, restore it from a replica or a backup."),
  /** Its volume was destroyed and took it along. */
  DESTROYED_WITH_VOLUME(
      "The dataset it was a snapshot of was destroyed, and ZFS destroys a dataset with its"
          + " snapshots. democratic-csi up to 1.9 does so for every volume it deletes.",
      "Take snapshots that have to outlive their volume as detached ones, or copy them elsewhere"
          + " first.");

  private final String meaning;
  private final String action;

  Cause(String meaning, String action) {
    this.meaning = meaning;
    this.action = action;
  }

  /** {@code retain-policy}: how it is written everywhere. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How it comes about. */
  public String meaning() {
    return meaning;
  }

  /** What to do about what it left behind. */
  public String action() {
    return action;
  }

  /** The cause with this word, in any case. */
  public static Optional<Cause> parse(String text) {
    return Arrays.stream(values()).filter(cause -> cause.word().equalsIgnoreCase(text)).findFirst();
  }
}
