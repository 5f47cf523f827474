package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.StorageProfile.PROD_NFS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The healthy CSI snapshots: five dailies of what matters most, a few taken by hand, a few detached
 * copies.
 */
final class SnapshotSchedule {
  private static final int KEPT_DAYS = 5;
  private static final Set<String> DAILY =
      Set.of("payments", "gitlab", "shop", "erp", "identity", "wiki", "pos");
  private static final Set<StorageProfile> COVERED =
      Set.of(StorageProfile.PROD_DB, StorageProfile.PROD_GOLD, StorageProfile.EDGE_BLOCK);

  private SnapshotSchedule() {}

  static List<CsiSnapshot> of(List<Volume> volumes) {
    List<CsiSnapshot> snapshots = new ArrayList<>();
    for (Volume volume : volumes) {
      if (!volume.claimObject.on(Nights.FIRST)) {
        continue;
      }
      if (COVERED.contains(volume.profile) && DAILY.contains(volume.namespace)) {
        snapshots.addAll(dailiesOf(volume));
      }
      if (volume.profile == PROD_NFS && Set.of("mail", "erp").contains(volume.namespace)) {
        snapshots.add(
            CsiSnapshot.of(
                volume, volume.claim + "-before-upgrade", Instant.parse("2026-01-17T20:31:00Z")));
      }
      if (volume.profile == PROD_NFS && Set.of("identity", "gitlab").contains(volume.namespace)) {
        snapshots.add(
            CsiSnapshot.detachedOf(
                volume, volume.claim + "-year-end", Instant.parse("2025-12-31T22:05:00Z")));
      }
    }
    return snapshots;
  }

  private static List<CsiSnapshot> dailiesOf(Volume volume) {
    List<CsiSnapshot> dailies = new ArrayList<>();
    LocalDate born = LocalDate.ofInstant(volume.createdAt, ZoneOffset.UTC).plusDays(1);
    LocalDate first = Past.FIRST.minusDays(KEPT_DAYS - 1L);
    (born.isAfter(first) ? born : first)
        .datesUntil(Nights.LAST.plusDays(1))
        .forEach(
            day -> {
              Instant takenAt = day.atTime(1, 0, 20).toInstant(ZoneOffset.UTC);
              String name = volume.claim + "-daily-" + day.toString().replace("-", "");
              CsiSnapshot daily = CsiSnapshot.of(volume, name, takenAt);
              Presence kept = daily.object.goneFrom(day.plusDays(KEPT_DAYS));
              daily.object = kept;
              daily.content = kept;
              daily.backend = kept;
              dailies.add(daily);
            });
    return dailies;
  }
}
