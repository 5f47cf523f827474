package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.NvmeNamespace;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.inventory.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The smaller objects of an inventory, for its current cluster or NAS. */
public final class Objects {

  private Objects() {}

  public static Function<String, InventoryObject> nfsShare(String path, String comment) {
    return nas -> new NfsShare(nas, path.hashCode(), List.of(path), comment, true);
  }

  public static Function<String, InventoryObject> smbShare(String name, String path) {
    return nas -> new SmbShare(nas, name.hashCode(), name, path, "", true);
  }

  public static Function<String, InventoryObject> target(long id, String name) {
    return nas -> new IscsiTarget(nas, id, name, Optional.empty());
  }

  public static Function<String, InventoryObject> target(long id, String name, String alias) {
    return nas -> new IscsiTarget(nas, id, name, Optional.of(alias));
  }

  public static Function<String, InventoryObject> extent(long id, String name, String zvol) {
    return nas -> new IscsiExtent(nas, id, name, Optional.of(zvol), "", true);
  }

  public static Function<String, InventoryObject> lun(long target, long extent, long lun) {
    return nas -> new IscsiTargetExtent(nas, target * 100 + lun, target, extent, lun);
  }

  public static Function<String, InventoryObject> basename(String name) {
    return nas -> new IscsiGlobal(nas, name);
  }

  public static Function<String, InventoryObject> session(String iqn) {
    return nas -> new IscsiSession(nas, "iqn.1993-08.org.debian:01:abc", "10.0.0.21", iqn);
  }

  public static Function<String, InventoryObject> namespace(String nqn, long nsid, String zvol) {
    return nas -> new NvmeNamespace(nas, nsid, nqn, nsid, Optional.of(zvol));
  }

  public static Function<String, InventoryObject> push(String source, String target) {
    return nas ->
        new ReplicationTask(
            nas, 1, "copy", "PUSH", "SSH", List.of(source), target, true, true, false);
  }

  public static Function<String, InventoryObject> localCopy(String source, String target) {
    return nas ->
        new ReplicationTask(
            nas, 2, "copy", "PUSH", "LOCAL", List.of(source), target, true, true, false);
  }

  public static Function<String, InventoryObject> claim(String name, String uid, String phase) {
    return claim(name, uid, phase, "standard");
  }

  public static Function<String, InventoryObject> claim(
      String name, String uid, String phase, String storageClass) {
    return cluster ->
        new PersistentVolumeClaim(
            cluster,
            "media",
            name,
            uid,
            InventoryBuilder.LONG_AGO,
            Optional.empty(),
            phase,
            Optional.of(storageClass),
            Optional.empty(),
            OptionalLong.of(1000),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
  }

  public static Function<String, InventoryObject> storageClass(String name, String bindingMode) {
    return cluster ->
        new StorageClass(cluster, name, "org.democratic-csi.nfs", "Delete", bindingMode, Map.of());
  }

  public static Function<String, InventoryObject> attachment(String volume) {
    return cluster ->
        new VolumeAttachment(cluster, "csi-" + volume, "csi", "node-1", Optional.of(volume), true);
  }

  public static Function<String, InventoryObject> volumeSnapshot(String name, String uid) {
    return cluster ->
        new VolumeSnapshot(
            cluster,
            "media",
            name,
            uid,
            InventoryBuilder.LONG_AGO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            List.of(),
            Optional.empty());
  }

  /** A claim bound to the volume of this name. */
  public static Function<String, InventoryObject> boundClaim(String name, String volume) {
    return boundClaim(name, volume, Optional.empty());
  }

  /** The same, unused since then by its own condition. */
  public static Function<String, InventoryObject> boundClaim(
      String name, String volume, Optional<Instant> unusedSince) {
    return boundClaim(name, volume, unusedSince, Optional.empty());
  }

  /** A claim that another object owns, bound to the volume of this name. */
  public static Function<String, InventoryObject> ownedClaim(
      String name, String volume, String owner) {
    return boundClaim(name, volume, Optional.empty(), Optional.of(owner));
  }

  private static Function<String, InventoryObject> boundClaim(
      String name, String volume, Optional<Instant> unusedSince, Optional<String> owner) {
    return cluster ->
        new PersistentVolumeClaim(
            cluster,
            "media",
            name,
            "claim-uid-of-" + volume,
            InventoryBuilder.LONG_AGO,
            Optional.empty(),
            "Bound",
            Optional.of("standard"),
            Optional.of(volume),
            OptionalLong.of(1000),
            unusedSince,
            List.of(),
            Optional.empty(),
            Map.of(),
            owner);
  }

  /** A claim bound to a volume, its deletion asked for at this time. */
  public static Function<String, InventoryObject> dyingClaim(
      String name, String volume, Instant deletedAt) {
    return dyingClaim(name, volume, "Bound", deletedAt);
  }

  /** The same in another phase; without a volume where none is named. */
  public static Function<String, InventoryObject> dyingClaim(
      String name, String volume, String phase, Instant deletedAt) {
    return cluster ->
        new PersistentVolumeClaim(
            cluster,
            "media",
            name,
            "claim-uid-of-" + volume,
            InventoryBuilder.LONG_AGO,
            Optional.of(deletedAt),
            phase,
            Optional.of("standard"),
            Optional.of(volume).filter(v -> !v.isEmpty()),
            OptionalLong.of(1000),
            Optional.empty(),
            List.of("kubernetes.io/pvc-protection"),
            Optional.empty(),
            Map.of(),
            Optional.empty());
  }

  /** A pod that uses claims. */
  public static Function<String, InventoryObject> pod(
      String name, String phase, String node, String... claims) {
    return cluster -> new Pod(cluster, "media", name, phase, node, List.of(claims), List.of());
  }

  public static Function<String, InventoryObject> workload(ObjectKind kind, String... claims) {
    return cluster -> new Workload(kind, cluster, "media", "w", List.of(claims), List.of());
  }

  /** A StatefulSet with one claim template. */
  public static Function<String, InventoryObject> statefulSet(
      String name, int replicas, String template) {
    return cluster ->
        new StatefulSet(cluster, "media", name, replicas, List.of(template), List.of(), List.of());
  }

  public static Function<String, InventoryObject> node(String name) {
    return cluster -> new Node(cluster, name);
  }

  public static Function<String, InventoryObject> attachment(
      String volume, String driver, String node) {
    return cluster ->
        new VolumeAttachment(cluster, "csi-" + volume, driver, node, Optional.of(volume), true);
  }

  /** A VolumeSnapshot with this content whose deletion was asked for at this time. */
  public static Function<String, InventoryObject> dyingSnapshot(
      String name, String content, Instant deletedAt) {
    return cluster ->
        new VolumeSnapshot(
            cluster,
            "media",
            name,
            "uid-" + name,
            InventoryBuilder.LONG_AGO,
            Optional.of(deletedAt),
            Optional.of("data"),
            Optional.of(content),
            true,
            Optional.empty(),
            List.of("snapshot.storage.kubernetes.io/volumesnapshot-bound-protection"),
            Optional.empty());
  }

  /** A VolumeSnapshot of a claim that is not ready. */
  public static Function<String, InventoryObject> unready(
      String name, Instant createdAt, String claim, Optional<String> content) {
    return unready(name, createdAt, claim, content, Optional.empty());
  }

  /** The same, to be left alone for this reason. */
  public static Function<String, InventoryObject> unready(
      String name,
      Instant createdAt,
      String claim,
      Optional<String> content,
      Optional<String> keep) {
    return cluster ->
        new VolumeSnapshot(
            cluster,
            "media",
            name,
            "uid-" + name,
            createdAt,
            Optional.empty(),
            Optional.of(claim),
            content,
            false,
            Optional.of("dataset is busy"),
            List.of(),
            keep);
  }
}
