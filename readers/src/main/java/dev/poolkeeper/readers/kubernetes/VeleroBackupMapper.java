package dev.poolkeeper.readers.kubernetes;

import dev.poolkeeper.processors.inventory.VeleroBackup;
import dev.poolkeeper.readers.json.Row;

/** Reads a Velero Backup: when it ran, and whether it may keep snapshots. */
final class VeleroBackupMapper {

  private VeleroBackupMapper() {}

  static VeleroBackup map(KubernetesObject object) {
    Row row = object.row();
    return new VeleroBackup(
        object.cluster(),
        object.namespace(),
        object.name(),
        row.textOrNone("status", "phase"),
        row.instant("status", "startTimestamp"),
        row.instant("status", "completionTimestamp"),
        row.flag(true, "spec", "snapshotVolumes") && !row.flag(false, "spec", "snapshotMoveData"),
        row.texts("spec", "includedNamespaces"),
        row.texts("spec", "excludedNamespaces"),
        row.text("spec", "ttl"),
        row.instant("status", "expiration"));
  }
}
