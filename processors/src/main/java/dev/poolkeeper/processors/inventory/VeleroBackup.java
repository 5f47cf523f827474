package dev.poolkeeper.processors.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * A Velero Backup. It may keep CSI snapshots whose VolumeSnapshot and content Velero has removed
 * from the cluster; which ones, only its object store knows.
 *
 * @param phase as Velero says it; empty before Velero has seen it
 * @param startedAt when its snapshots were begun to be taken
 * @param completedAt when it ended, whatever came of it
 * @param snapshots whether it may keep snapshots of volumes: not when none were wanted, nor when
 *     their data was moved elsewhere
 */
public record VeleroBackup(
    String cluster,
    String namespace,
    String name,
    String phase,
    Optional<Instant> startedAt,
    Optional<Instant> completedAt,
    boolean snapshots)
    implements InventoryObject {

  @Override
  public Subject subject() {
    return Subject.of(cluster, ObjectKind.VELERO_BACKUP, namespace + "/" + name);
  }
}
