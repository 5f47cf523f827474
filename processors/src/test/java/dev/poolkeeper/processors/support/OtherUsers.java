package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.NfsClient;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.inventory.NvmeSubsystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PathUser;
import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.VeleroBackup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What uses storage without a PersistentVolume, for the current cluster or NAS. */
public final class OtherUsers {

  private OtherUsers() {}

  public static Function<String, InventoryObject> usesPath(ObjectKind kind, String path) {
    return nas -> new PathUser(kind, nas, "3", "its name", List.of(path), List.of());
  }

  public static Function<String, InventoryObject> usesZvol(ObjectKind kind, String zvol) {
    return nas -> new PathUser(kind, nas, "3", "its name", List.of(), List.of(zvol));
  }

  public static Function<String, InventoryObject> nvmeSubsystem(long id, String nqn) {
    return nas -> new NvmeSubsystem(nas, id, nqn.replaceFirst(".*:", ""), nqn);
  }

  public static Function<String, InventoryObject> nvmeSession(long subsystem) {
    return nas -> new NvmeSession(nas, "nqn.2014-08.org.nvmexpress:a", "10.0.0.21", subsystem, 1);
  }

  public static Function<String, InventoryObject> nfsClient(String address, String export) {
    return nas -> new NfsClient(nas, address, export);
  }

  public static Function<String, InventoryObject> nfsShare(long id, String path, String comment) {
    return nas -> new NfsShare(nas, id, List.of(path), comment, true);
  }

  public static Function<String, InventoryObject> snapshotTask(String dataset) {
    return nas ->
        new SnapshotTask(
            nas,
            4,
            dataset,
            true,
            List.of(),
            "auto-%Y-%m-%d_%H-%M",
            "",
            "2 WEEK",
            true,
            SnapshotTask.Terms.UNTOLD);
  }

  public static Function<String, InventoryObject> replication(
      String direction, String source, boolean running) {
    return nas ->
        new ReplicationTask(
            nas, 5, "out", direction, "SSH", List.of(source), "elsewhere", true, true, running);
  }

  public static Function<String, InventoryObject> hostId(String id) {
    return nas -> new NasIdentity(nas, id);
  }

  public static Function<String, InventoryObject> addOn(ObjectKind kind, String claim) {
    return cluster -> new AddOnObject(kind, cluster, "add-ons", "x", List.of(claim), List.of());
  }

  /** A Backup that ended a minute after it began, and keeps its snapshots. */
  public static Function<String, InventoryObject> backup(Instant startedAt) {
    return backup(startedAt, Optional.of(startedAt.plusSeconds(60)), true);
  }

  public static Function<String, InventoryObject> backup(
      Instant startedAt, Optional<Instant> completedAt, boolean snapshots) {
    return cluster ->
        new VeleroBackup(
            cluster,
            "velero",
            "nightly-1",
            "Completed",
            Optional.of(startedAt),
            completedAt,
            snapshots);
  }
}
