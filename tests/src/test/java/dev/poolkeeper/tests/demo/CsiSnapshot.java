package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One CSI snapshot seen from all sides: VolumeSnapshot, its content, and the ZFS snapshot (or
 * detached dataset).
 */
final class CsiSnapshot {
  final Volume volume;
  final String name;
  final String uid;
  final Instant createdAt;
  final boolean detached;

  Presence object;
  Presence content;
  Presence backend;
  Presence renamed = Presence.never();
  String deletionPolicy = "Delete";

  private CsiSnapshot(Volume volume, String name, Instant createdAt, boolean detached) {
    this.volume = volume;
    this.name = name;
    this.createdAt = createdAt;
    this.detached = detached;
    this.uid = Draw.uid("snapshot/" + volume.key() + "/" + name);
    this.object = Presence.since(createdAt);
    this.content = object;
    this.backend = object;
  }

  static CsiSnapshot of(Volume volume, String name, Instant createdAt) {
    return new CsiSnapshot(volume, name, createdAt, false);
  }

  /** A full copy in a dataset of its own: democratic-csi's detachedSnapshots. */
  static CsiSnapshot detachedOf(Volume volume, String name, Instant createdAt) {
    return new CsiSnapshot(volume, name, createdAt, true);
  }

  String csiName() {
    return "snapshot-" + uid;
  }

  String contentName() {
    return "snapcontent-" + uid;
  }

  String handle() {
    return volume.handle() + (detached ? "/" : "@") + csiName();
  }

  String snapshotClass() {
    if (detached) {
      return volume.profile.storageClass() + "-detached";
    }
    return volume.profile.snapshotClass() + (deletionPolicy.equals("Retain") ? "-retain" : "");
  }

  /** Name of the ZFS snapshot on this night; somebody may have renamed it. */
  String zfsName(LocalDate night) {
    return renamed.on(night) ? "keep-" + uid.substring(0, 8) : csiName();
  }

  String detachedDatasetId() {
    return NasModel.DETACHED_PARENT + "/" + volume.name() + "/" + csiName();
  }

  String contentSubject() {
    return volume.cluster().label() + "/volumesnapshotcontents/" + contentName();
  }

  String snapshotSubject(LocalDate night) {
    return volume.nas().label() + "/snapshots/" + volume.datasetId() + "@" + zfsName(night);
  }
}
