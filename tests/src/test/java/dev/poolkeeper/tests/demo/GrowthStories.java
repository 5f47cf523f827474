package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.FIRST;
import static dev.poolkeeper.tests.demo.Nights.LAST;
import static dev.poolkeeper.tests.demo.Nights.february;

import java.time.LocalDate;

/**
 * How things fill, leak and stand still over the months that the past of the estate and its ten
 * nights tell of. What nobody tells of here fills nowhere and does nothing odd.
 */
final class GrowthStories {
  private static final long MIB = 1L << 20;
  private static final double UNREST = 0.0006;

  private final EstateDraft draft;

  GrowthStories(EstateDraft draft) {
    this.draft = draft;
  }

  void tell() {
    aPoolFills();
    poolsHavePromisedTooMuch();
    volumesFill();
    aRegistryLeaks();
    photosAreDeleted();
    recordingsGoByTheWeek();
    aBackupStops();
    aMailboxJumps();
    snapshotsPileUp();
    snapshotsGoWithTheirDatasets();
  }

  /** Logs and events have grown for months; it is over the level to warn at, and full in April. */
  private void aPoolFills() {
    for (int number = 0; number < 4; number++) {
      grow("prod-a/analytics/data-clickhouse-" + number, 138, 1_150);
    }
    for (int number = 1; number < 6; number++) {
      grow("prod-a/monitoring/data-loki-" + number, 100 + number, 780);
    }
    draft.planted(401, "nas1/pools/flash", FIRST, LAST);
    draft.planted(405, "nas1/pools/flash", FIRST, LAST);
  }

  private void poolsHavePromisedTooMuch() {
    draft.planted(404, "nas1/pools/flash", FIRST, LAST);
    draft.planted(404, "nas1/pools/tank", FIRST, LAST);
  }

  private void volumesFill() {
    fills("prod-a/mail/data-dovecot-0", 158, 820);
    fills("edge-b/signage/content-3", 70, 340);
    fills("prod-a/wiki/attachments-3", 94, 95);
  }

  private void fills(String key, long gib, long mibPerDay) {
    Volume volume = grow(key, gib, mibPerDay);
    draft.planted(402, volume.volumeSubject(), FIRST, LAST);
  }

  /** So much on the first recorded night, and about so much more each day, before it too. */
  private Volume grow(String key, long gib, long mibPerDay) {
    Volume volume = draft.volume(key);
    volume.usage = Usage.flat(gib * Volume.GIB).with(Turn.uneven(key, mibPerDay * MIB));
    return volume;
  }

  /** Nothing is thrown away any more: a quarter of a percent a day, day after day. */
  private void aRegistryLeaks() {
    LocalDate began = LocalDate.of(2026, 1, 29);
    Volume registry = draft.volume("prod-a/gitlab/registry-1");
    registry.usage = growing(298, 30 * MIB).with(Turn.pace(began, 1_150 * MIB));
    draft.planted(501, registry.datasetSubject(), began, LAST);
  }

  private void photosAreDeleted() {
    Volume photos = draft.volume("prod-a/media/photos-2");
    photos.usage = growing(207, 120 * MIB).with(Turn.step(february(9), -131 * Volume.GIB));
    draft.planted(502, photos.datasetSubject(), february(9), LAST);
    // the replica follows the original
    draft.planted(502, "nas2/pools/backup", february(9), LAST);
  }

  /** A recorder that drops what is older than a week, every Sunday. */
  private void recordingsGoByTheWeek() {
    for (int number = 0; number < 4; number++) {
      Volume recorder = draft.volume("edge-b/cctv/data-recorder-" + number);
      recorder.usage =
          growing(170 + 12 * number, 40 * MIB)
              .with(Turn.sawTooth(february(8 - number), 7, (86 - 5 * number) * Volume.GIB));
      draft.innocent(recorder.datasetSubject(), "it is released every week");
      draft.innocent(recorder.volumeSubject(), "it is released every week, before it is full");
    }
  }

  private void aBackupStops() {
    Volume backup = draft.volume("prod-a/backup/restic-2");
    backup.usage = growing(210, 1_080 * MIB).standingStillFrom(february(4));
    draft.planted(503, backup.datasetSubject(), february(4), LAST);
  }

  private void aMailboxJumps() {
    Volume spiking = draft.volume("prod-a/mail/data-dovecot-2");
    spiking.usage = Usage.flat(94 * Volume.GIB).with(Turn.step(february(10), 38 * Volume.GIB));
    draft.planted(501, spiking.datasetSubject(), february(10), LAST);
  }

  /** Somebody has the gold task keep its snapshots for longer. */
  private void snapshotsPileUp() {
    LocalDate raisedOn = SnapshotTask.K8S_GOLD.raisedOn();
    draft.planted(504, "nas1/pools/tank", raisedOn, LAST);
    // the replica follows the original
    draft.planted(504, "nas2/pools/backup", raisedOn, LAST);
  }

  /** Two datasets that somebody destroyed took their snapshots along. */
  private void snapshotsGoWithTheirDatasets() {
    draft.planted(502, "nas1/pools/tank", february(4), february(10));
  }

  private static Usage growing(long gib, long bytesPerDay) {
    return Usage.line(gib * Volume.GIB, bytesPerDay, UNREST);
  }
}
