package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.FIRST;
import static dev.poolkeeper.tests.demo.Nights.LAST;
import static dev.poolkeeper.tests.demo.Nights.february;
import static dev.poolkeeper.tests.demo.StorageProfile.EDGE_FILES;
import static dev.poolkeeper.tests.demo.StorageProfile.EDGE_NFS;
import static dev.poolkeeper.tests.demo.StorageProfile.PROD_BLOCK;
import static dev.poolkeeper.tests.demo.StorageProfile.PROD_DB;
import static dev.poolkeeper.tests.demo.StorageProfile.PROD_NFS;

import dev.poolkeeper.processors.finding.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What went wrong with volumes, and what only looks as if it had. Each method tells one story and
 * notes beside it what has to be found; {@link SnapshotStories} goes on with the snapshots, {@link
 * GrowthStories} with how things fill.
 */
final class Stories {
  private final EstateDraft draft;

  Stories(List<Volume> workloads) {
    this.draft = new EstateDraft(workloads);
  }

  Estate tell() {
    everydayLife();
    datasetsDestroyedByHand();
    leftoversOfDeletedVolumes();
    leftoversOfFailedWork();
    orphanWithLivingClone();
    releasedAndFailedVolumes();
    claimsWithoutVolume();
    incompleteNights();
    oldApis();
    optOuts();
    volumeDeletedBeforeItsClaim();
    ForeignVolume.all()
        .forEach(
            foreign ->
                draft.innocent(foreign.subject(), "its storage is not on a TrueNAS of the estate"));
    draft.volumes().stream()
        .filter(NasModel::isReplicated)
        .forEach(
            volume ->
                draft.innocent(
                    "nas2/datasets/" + NasModel.replicaId(volume), "a replica that nas1 pushes"));
    draft.innocent(
        "nas1/snapshots/"
            + draft.volume("prod-a/media/library-1").datasetId()
            + "@"
            + SnapshotTask.nameOn(LAST),
        "a periodic snapshot; the properties of the driver are inherited");
    new SnapshotStories(draft).tell();
    new RetentionStories(draft).tell();
    new ProtectionStories(draft).tell();
    new GrowthStories(draft).tell();
    OrdinaryData.innocents(draft);
    return draft.finish();
  }

  private void everydayLife() {
    draft.add(PROD_NFS, "shop/import-2026", 40, "2026-02-03T09:12:31Z");
    draft.add(PROD_DB, "analytics/data-features-db-0", 30, "2026-02-05T13:40:02Z");
    draft.add(EDGE_FILES, "kiosk/profile-13", 8, "2026-02-09T07:55:48Z");
    draft.add(EDGE_FILES, "warehouse/migration", 25, "2026-02-04T10:20:15Z");
    removeCleanly(draft.volume("edge-b/warehouse/migration"), february(7));
    removeCleanly(draft.volume("prod-a/gitlab/runner-cache-8"), february(5));
    removeCleanly(draft.volume("prod-a/analytics/jupyter-home-24"), february(9));

    Volume grown = draft.volume("prod-a/monitoring/data-loki-0");
    grown.usage = Usage.flat(138 * Volume.GIB).with(Turn.uneven(grown.key(), Volume.GIB * 12 / 10));
    grown.resizedBytes = 200 * Volume.GIB;
    grown.resized = night -> !night.isBefore(february(7));

    Volume filling = draft.volume("prod-a/shop/data-orders-db-0");
    filling.usage = Usage.line(70 * Volume.GIB, Volume.GIB * 6 / 10, 0.001);

    Volume scaledDown = draft.volume("prod-a/shop/data-search-5");
    scaledDown.owner = Volume.Owner.scaledDown("search");
    draft.innocent(scaledDown.claimSubject(), "its StatefulSet is scaled down, not gone");
  }

  private static void removeCleanly(Volume volume, LocalDate firstNightWithout) {
    volume.claimObject = volume.claimObject.goneFrom(firstNightWithout);
    volume.volumeObject = volume.volumeObject.goneFrom(firstNightWithout);
    volume.dataset = volume.dataset.goneFrom(firstNightWithout);
    volume.share = volume.share.goneFrom(firstNightWithout);
  }

  private void datasetsDestroyedByHand() {
    Volume files = draft.volume("prod-a/media/transcode-2");
    destroyBackend(files, february(4));
    draft.planted(101, files.volumeSubject(), february(4), LAST, Cause.DELETED_OUTSIDE);

    Volume block = draft.volume("prod-a/monitoring/data-alertmanager-2");
    destroyBackend(block, FIRST);
    draft.planted(101, block.volumeSubject(), FIRST, LAST);

    Volume restored = draft.volume("prod-a/build/maven-cache-3");
    restored.dataset = restored.dataset.exceptBetween(february(4), february(6));
    restored.share = restored.dataset;
    restored.restoredAt = Instant.parse("2026-02-06T15:20:00Z");
    draft.planted(101, restored.volumeSubject(), february(4), february(6), Cause.DELETED_OUTSIDE);
  }

  /** The web interface takes the share or target away together with the dataset. */
  private static void destroyBackend(Volume volume, LocalDate firstNightWithout) {
    volume.dataset = volume.dataset.goneFrom(firstNightWithout);
    volume.share = volume.share.goneFrom(firstNightWithout);
  }

  private void leftoversOfDeletedVolumes() {
    orphan(draft.add(PROD_NFS, "shop/uploads-2023", 160, "2024-03-12T08:10:44Z"), 118, FIRST);

    Volume zvol = draft.add(PROD_BLOCK, "analytics/data-warehouse-0", 500, "2024-05-20T11:31:09Z");
    orphan(zvol, 392, february(4), Cause.RETAIN_POLICY);
    zvol.claimObject = Presence.never();
    zvol.reclaimPolicy = "Retain";
    draft.planted(103, zvol.volumeSubject(), FIRST, february(3), Cause.RETAIN_POLICY);

    orphan(draft.add(EDGE_FILES, "kiosk/profile-old", 50, "2025-04-02T15:02:20Z"), 34, FIRST);
    orphan(
        draft.add(EDGE_NFS, "signage/content-2024", 100, "2024-11-28T09:45:37Z"), 61, february(5));
    orphan(draft.add(PROD_NFS, "analytics/airflow-old", 60, "2025-09-08T12:17:55Z"), 27, LAST);
  }

  /**
   * The persistent volume is deleted (or was forced out) and the driver never removed the backend.
   */
  private void orphan(Volume volume, long usedGib, LocalDate firstNight) {
    withoutVolume(volume, usedGib, firstNight);
    draft.planted(102, volume.datasetSubject(), firstNight, LAST);
  }

  private void orphan(Volume volume, long usedGib, LocalDate firstNight, Cause why) {
    withoutVolume(volume, usedGib, firstNight);
    draft.planted(102, volume.datasetSubject(), firstNight, LAST, why);
  }

  private static void withoutVolume(Volume volume, long usedGib, LocalDate firstNight) {
    volume.usage = Usage.flat(usedGib * Volume.GIB);
    volume.claimObject = volume.claimObject.goneFrom(firstNight);
    volume.volumeObject = volume.volumeObject.goneFrom(firstNight);
  }

  /** Somebody deleted the volume, and the claim that was left without it two nights later. */
  private void volumeDeletedBeforeItsClaim() {
    Volume volume = draft.add(PROD_NFS, "gitlab/registry-old", 70, "2024-08-19T13:21:07Z");
    volume.usage = Usage.flat(46 * Volume.GIB);
    volume.volumeObject = volume.volumeObject.goneFrom(february(5));
    volume.claimObject = volume.claimObject.goneFrom(february(7));
    draft.planted(104, volume.claimSubject(), february(5), february(6));
    draft.planted(102, volume.datasetSubject(), february(7), LAST, Cause.PV_DELETED_FIRST);
  }

  private void leftoversOfFailedWork() {
    Volume crashed = draft.add(PROD_NFS, "media/restore-1", 8, "2025-12-19T10:03:12Z");
    orphan(crashed, 6, FIRST, Cause.PROVISIONING_CRASHED);
    crashed.share = Presence.never();
    crashed.provisioned = false;

    Volume halfDeleted = draft.add(PROD_DB, "erp/data-erp-db-old-0", 80, "2024-09-30T07:20:00Z");
    halfDeleted.usage = Usage.flat(21 * Volume.GIB);
    halfDeleted.claimObject = Presence.never();
    halfDeleted.volumeObject = Presence.never();
    halfDeleted.share = Presence.never();
    halfDeleted.dataset = halfDeleted.dataset.goneFrom(LAST);
    draft.planted(
        102, halfDeleted.datasetSubject(), FIRST, LAST.minusDays(1), Cause.DESTROY_FAILED_SILENTLY);
  }

  private void orphanWithLivingClone() {
    Volume template = draft.add(PROD_NFS, "wiki/template-space", 120, "2024-10-14T14:00:41Z");
    orphan(template, 83, FIRST, Cause.BLOCKED_BY_CLONE);
    Volume clone = draft.add(PROD_NFS, "wiki/sandbox-space", 120, "2025-06-23T08:32:19Z");
    clone.usage = Usage.flat(9 * Volume.GIB);
    clone.sourceVolume = template.name();
    clone.origin = template.datasetId() + "@" + NasModel.CLONE_SOURCE + clone.name();
    draft.innocent("nas1/snapshots/" + clone.origin, "a living volume is a clone of it");
    draft.innocent(clone.datasetSubject(), "a living volume, although its origin is an orphan");
  }

  private void releasedAndFailedVolumes() {
    Volume retained = draft.volume("prod-a/analytics/jupyter-home-7");
    release(retained);
    Volume edge = draft.volume("edge-b/iot/data-influxdb-2");
    release(edge);

    Volume failed = draft.volume("prod-a/backup/restic-4");
    failed.claimObject = failed.claimObject.goneFrom(february(6));
    failed.failed = night -> !night.isBefore(february(6));
    draft.planted(103, failed.volumeSubject(), february(6), LAST, Cause.FOREIGN_SNAPSHOT_BLOCKS);
  }

  private void release(Volume volume) {
    volume.claimObject = Presence.never();
    volume.reclaimPolicy = "Retain";
    draft.planted(103, volume.volumeSubject(), FIRST, LAST, Cause.RETAIN_POLICY);
  }

  private void claimsWithoutVolume() {
    PendingClaim old =
        draft.pending(Cluster.PROD_A, "shop/uploads-5", "truenas-nfs-gold", "2026-01-29T09:00:12Z");
    draft.planted(104, old.subject(), FIRST, LAST);
    PendingClaim young =
        draft.pending(Cluster.PROD_A, "erp/report-spool", "truenas-nfs", "2026-02-07T10:14:03Z");
    draft.planted(104, young.subject(), february(9), LAST);
    PendingClaim waiting =
        draft.pending(
            Cluster.EDGE_B, "pos/data-till-db-8", "truenas-csi-iscsi", "2026-01-20T16:44:51Z");
    draft.innocent(waiting.subject(), "its storage class waits for the first pod");
    PendingClaim local =
        draft.pending(Cluster.PROD_A, "build/workspace-3", "local-path", "2026-01-12T12:00:00Z");
    draft.innocent(local.subject(), "its storage class waits for the first pod");

    Volume lost = draft.volume("edge-b/signage/content-11");
    lost.volumeObject = lost.volumeObject.goneFrom(february(4));
    destroyBackend(lost, february(4));
    draft.planted(104, lost.claimSubject(), february(4), LAST);
  }

  private void incompleteNights() {
    draft.planted(901, "nas2", Nights.NFS_SHARES_UNREAD, Nights.NFS_SHARES_UNREAD);
    draft.planted(902, "edge-b", Nights.VOLUMES_CUT_SHORT, Nights.VOLUMES_CUT_SHORT);
  }

  /** Clients of nas1 still log in through REST, and the release of nas2 has nothing else. */
  private void oldApis() {
    draft.planted(705, "nas1", FIRST, LAST);
    draft.planted(705, "nas2", FIRST, LAST);
  }

  private void optOuts() {
    Volume kept = draft.add(PROD_NFS, "records/court-order-114", 90, "2024-07-01T10:00:00Z");
    kept.usage = Usage.flat(71 * Volume.GIB);
    kept.claimObject = Presence.never();
    kept.volumeObject = Presence.never();
    kept.optedOutOnNas = true;
    draft.innocent(kept.datasetSubject(), "its property poolkeeper:keep says so");

    Volume released = draft.add(PROD_NFS, "identity/ldap-export", 5, "2025-01-15T09:30:00Z");
    released.claimObject = Presence.never();
    released.reclaimPolicy = "Retain";
    released.optedOutOnCluster = true;
    draft.innocent(released.volumeSubject(), "its annotation poolkeeper.dev/keep says so");
  }
}
