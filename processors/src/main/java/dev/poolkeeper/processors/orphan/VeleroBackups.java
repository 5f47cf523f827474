package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VeleroBackup;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which snapshots Velero may keep. Once a Backup has ended, Velero removes the VolumeSnapshots it
 * made, and from 1.14 on their contents too; what it needs to restore from them is in its object
 * store. All that is left to tell them by is the time: a snapshot made while a Backup ran that
 * still exists may be that Backup's.
 */
final class VeleroBackups {

  /** As far as the clocks of a cluster and a NAS may be apart before nothing is judged by age. */
  private static final Duration CLOCKS = Duration.ofMinutes(10);

  private final Instant asOf;
  private final List<VeleroBackup> backups;

  /** Datasets with a snapshot that may be kept. */
  private final Map<Subject, Gap> within = new HashMap<>();

  VeleroBackups(Night night) {
    this.asOf = night.asOf();
    this.backups =
        night.all(ObjectKind.VELERO_BACKUP, VeleroBackup.class).stream()
            .filter(backup -> backup.snapshots() || backup.completedAt().isEmpty())
            .sorted(Comparator.comparing(VeleroBackup::subject))
            .toList();
    if (!backups.isEmpty()) {
      night.all(ObjectKind.ZFS_SNAPSHOT, ZfsSnapshot.class).stream()
          .filter(BackendSnapshotWithoutContent::possible)
          .sorted(Comparator.comparing(ZfsSnapshot::id))
          .forEach(this::noteDataset);
    }
  }

  private void noteDataset(ZfsSnapshot snapshot) {
    Subject dataset = Subject.of(snapshot.nas(), ObjectKind.DATASET, snapshot.dataset());
    keeping(snapshot.createdAt())
        .map(
            gap ->
                Gap.unresolved("of its snapshot @%s: %s".formatted(snapshot.name(), gap.reason())))
        .ifPresent(gap -> within.putIfAbsent(dataset, gap));
  }

  /** Why the dataset cannot go for a snapshot that may be kept; empty when it has none. */
  Optional<Gap> within(Dataset dataset) {
    return Optional.ofNullable(within.get(dataset.subject()));
  }

  /** Why a snapshot of this age cannot be called nobody's; empty when no Backup is that old. */
  Optional<Gap> keeping(Optional<Instant> createdAt) {
    return createdAt
        .flatMap(at -> backups.stream().filter(backup -> during(backup, at)).findFirst())
        .map(
            backup ->
                Gap.unresolved(
                    "it was made while %s ran, which may keep it for a restore"
                        .formatted(backup.subject())));
  }

  private boolean during(VeleroBackup backup, Instant at) {
    Instant end = backup.completedAt().orElse(asOf);
    return backup
        .startedAt()
        .filter(start -> !at.isBefore(start.minus(CLOCKS)) && !at.isAfter(end.plus(CLOCKS)))
        .isPresent();
  }
}
