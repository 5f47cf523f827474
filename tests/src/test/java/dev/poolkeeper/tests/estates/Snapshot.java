package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.Instant;

/**
 * One CSI snapshot as its driver names it everywhere.
 *
 * @param uid of the VolumeSnapshot
 * @param detached a copy in a dataset of its own
 */
record Snapshot(Volume volume, String uid, Instant createdAt, boolean detached) {

  String objectName() {
    return "backup-" + uid.substring(0, 8);
  }

  String contentName() {
    return "snapcontent-" + uid;
  }

  /** What the driver calls it. */
  String name() {
    return "snapshot-" + uid;
  }

  String handle() {
    return volume.handle() + (detached ? "/" : "@") + name();
  }

  /** The dataset of a detached snapshot. */
  String copy() {
    return volume.driver().snapshotParent() + "/" + volume.leaf() + "/" + name();
  }

  /** Its ZFS snapshot or, detached, its dataset. */
  Subject backend() {
    String nas = volume.driver().nas().name();
    return detached
        ? Subject.of(nas, ObjectKind.DATASET, copy())
        : Subject.of(nas, ObjectKind.ZFS_SNAPSHOT, volume.dataset() + "@" + name());
  }

  Subject content() {
    return Subject.of(volume.driver().cluster(), ObjectKind.VOLUME_SNAPSHOT_CONTENT, contentName());
  }

  Subject object() {
    return Subject.of(
        volume.driver().cluster(),
        ObjectKind.VOLUME_SNAPSHOT,
        volume.namespace() + "/" + objectName());
  }
}
