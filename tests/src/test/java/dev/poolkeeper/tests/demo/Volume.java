package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * One volume seen from all sides: claim, persistent volume, dataset, share. In a healthy life all
 * four come and go together; {@link Stories} takes single sides away.
 */
final class Volume {
  static final long GIB = 1L << 30;

  final StorageProfile profile;
  final String namespace;
  final String claim;
  final String claimUid;
  final long requestedBytes;
  final Instant createdAt;

  Owner owner;
  Usage usage;
  Presence claimObject;
  Presence volumeObject;
  Presence dataset;
  Presence share;
  Presence failed = Presence.never();
  Presence resized = Presence.never();
  long resizedBytes;
  int number;
  String reclaimPolicy = "Delete";
  boolean provisioned = true;
  boolean optedOutOnCluster;
  boolean optedOutOnNas;
  String origin = "";
  String sourceVolume = "";
  Instant restoredAt = Instant.MAX;

  /** What its claim asks for of its newest copy; empty: nothing. */
  String rpo = "";

  /** Last day of which its replica, if it has one, got a snapshot. */
  LocalDate replicatedUntil = LocalDate.MAX;

  Volume(
      StorageProfile profile,
      String namespace,
      String claim,
      long requestedBytes,
      Instant createdAt) {
    this.profile = profile;
    this.namespace = namespace;
    this.claim = claim;
    this.requestedBytes = requestedBytes;
    this.createdAt = createdAt;
    this.claimUid = Draw.uid("claim/" + key());
    this.owner = Owner.deployment(claim);
    this.usage = Usage.drawnFor(key(), requestedBytes);
    Presence born = Presence.since(createdAt);
    this.claimObject = born;
    this.volumeObject = born;
    this.dataset = born;
    this.share = born;
  }

  /** The workload that mounts the claim. */
  record Owner(String kind, String name, String pod) {
    static Owner deployment(String name) {
      return new Owner("ReplicaSet", name, name + "-" + Draw.hex(name).substring(0, 10));
    }

    static Owner statefulSet(String name, int ordinal) {
      return new Owner("StatefulSet", name, name + "-" + ordinal);
    }

    /** No pod runs, but the StatefulSet may be scaled up again. */
    static Owner scaledDown(String name) {
      return new Owner("StatefulSet", name, "");
    }
  }

  String key() {
    return cluster().label() + "/" + namespace + "/" + claim;
  }

  Cluster cluster() {
    return profile.cluster();
  }

  Appliance nas() {
    return profile.nas();
  }

  /** Name of the persistent volume and of the dataset. */
  String name() {
    return "pvc-" + claimUid;
  }

  String datasetId() {
    return profile.parent() + "/" + name();
  }

  String handle() {
    return profile.driver().isDemocratic() ? name() : datasetId();
  }

  String mountpoint() {
    return "/mnt/" + datasetId();
  }

  String target() {
    return profile.driver().isDemocratic()
        ? "csi-" + name() + "-" + cluster().label()
        : "csi-" + datasetId().toLowerCase(Locale.ROOT).replace('/', '-');
  }

  String extent() {
    String name = profile.driver().isDemocratic() ? target() : datasetId();
    return name.substring(0, Math.min(64, name.length()));
  }

  String iqn() {
    return Appliance.IQN_BASE + ":" + target();
  }

  /** The node whose kubelet has it mounted; a volume does not move during the ten nights. */
  String node() {
    var nodes = cluster().nodes();
    return nodes.get((int) Draw.between("node/" + key(), 0, nodes.size()));
  }

  long capacityBytes(LocalDate night) {
    return resized.on(night) ? resizedBytes : requestedBytes;
  }

  /** ZFS gives a dataset that was received back a new creation date. */
  Instant datasetCreatedAt(LocalDate night) {
    return Presence.since(restoredAt).on(night) ? restoredAt : createdAt;
  }

  long usedBytesAt(Instant moment) {
    long capacityBytes = capacityBytes(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    return Math.min(
        usage.bytesAt(key(), moment), Usage.wholeBlocks((long) (0.985 * capacityBytes)));
  }

  String phase(LocalDate night) {
    if (failed.on(night)) {
      return "Failed";
    }
    return claimObject.on(night) ? "Bound" : "Released";
  }

  boolean isMounted(LocalDate night) {
    return claimObject.on(night) && volumeObject.on(night) && !owner.pod().isEmpty();
  }

  String volumeSubject() {
    return cluster().label() + "/persistentvolumes/" + name();
  }

  String claimSubject() {
    return cluster().label() + "/persistentvolumeclaims/" + namespace + "/" + claim;
  }

  String datasetSubject() {
    return nas().label() + "/datasets/" + datasetId();
  }
}
