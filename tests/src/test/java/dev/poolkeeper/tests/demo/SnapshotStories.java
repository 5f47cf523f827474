package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.FIRST;
import static dev.poolkeeper.tests.demo.Nights.LAST;
import static dev.poolkeeper.tests.demo.Nights.february;

import dev.poolkeeper.processors.finding.Cause;
import java.time.Instant;
import java.time.LocalDate;

/** What went wrong with CSI snapshots, on top of a healthy schedule. */
final class SnapshotStories {
  private final EstateDraft draft;

  SnapshotStories(EstateDraft draft) {
    this.draft = draft;
  }

  void tell() {
    draft.snapshots().addAll(SnapshotSchedule.of(draft.volumes()));
    snapshotsDestroyedByHand();
    contentsGoneWithoutTheirSnapshots();
    renamedForAWhile();
    contentsKeptByPolicy();
    draft.snapshots().stream()
        .filter(snapshot -> snapshot.detached)
        .forEach(
            snapshot ->
                draft.innocent(
                    "nas1/datasets/" + snapshot.detachedDatasetId(),
                    "a detached snapshot that its content points to"));
  }

  private void snapshotsDestroyedByHand() {
    CsiSnapshot longGone = missing("prod-a/analytics/jupyter-home-3", "before-cleanup", FIRST);
    draft.planted(201, longGone.contentSubject(), FIRST, LAST);
    missing("prod-a/shop/data-catalog-db-1", "pre-migration", FIRST.plusDays(2), LAST);
    missing("edge-b/warehouse/data-stock-db-0", "stocktaking", february(7), LAST);
    CsiSnapshot tidiedUp =
        missing("prod-a/media/library-4", "spring-edit", february(3), february(5));
    tidiedUp.object = tidiedUp.object.goneFrom(february(6));
    tidiedUp.content = tidiedUp.object;
  }

  private CsiSnapshot missing(String volume, String name, LocalDate first, LocalDate last) {
    CsiSnapshot snapshot = missing(volume, name, first);
    draft.planted(201, snapshot.contentSubject(), first, last, Cause.DELETED_OUTSIDE);
    return snapshot;
  }

  private CsiSnapshot missing(String volume, String name, LocalDate first) {
    CsiSnapshot snapshot = take(volume, name, "2025-11-04T17:20:00Z");
    snapshot.backend = snapshot.backend.goneFrom(first);
    return snapshot;
  }

  private void contentsGoneWithoutTheirSnapshots() {
    leftOnNas("prod-a/media/library-1", "release-7", FIRST);
    leftOnNas("prod-a/wiki/attachments-2", "before-import", february(5));
    leftOnNas("edge-b/pos/data-till-db-3", "cash-audit", FIRST);
  }

  private void leftOnNas(String volume, String name, LocalDate first) {
    CsiSnapshot snapshot = take(volume, name, "2025-10-21T21:10:00Z");
    snapshot.object = snapshot.object.goneFrom(first);
    snapshot.content = snapshot.content.goneFrom(first);
    draft.planted(202, snapshot.snapshotSubject(first), first, LAST);
  }

  /**
   * Under its new name nothing says that a driver took it, so the finding goes and comes back with
   * the name; then the ledger knows that it is the same snapshot. Meanwhile it is one of a name
   * that no task makes.
   */
  private void renamedForAWhile() {
    CsiSnapshot snapshot = take("prod-a/erp/filestore-1", "quarter-3", "2025-09-30T22:00:00Z");
    snapshot.object = Presence.never();
    snapshot.content = Presence.never();
    LocalDate renamedOn = february(6);
    LocalDate renamedBackOn = february(9);
    snapshot.renamed = night -> !night.isBefore(renamedOn) && night.isBefore(renamedBackOn);
    draft.planted(202, snapshot.snapshotSubject(FIRST), FIRST, renamedOn.minusDays(1));
    draft.planted(202, snapshot.snapshotSubject(LAST), renamedBackOn, LAST);
    draft.planted(112, snapshot.snapshotSubject(LAST), renamedBackOn, LAST);
    draft.planted(
        309,
        "nas1/datasets/" + draft.volume("prod-a/erp/filestore-1").datasetId(),
        renamedOn,
        renamedBackOn.minusDays(1));
    draft.innocent(
        snapshot.snapshotSubject(renamedOn), "an administrator gave it a name of its own");
  }

  private void contentsKeptByPolicy() {
    keptByPolicy("prod-a/media/library-2", "grading-master", FIRST);
    keptByPolicy("edge-b/cctv/data-index-1", "incident-0412", february(10));
  }

  private void keptByPolicy(String volume, String name, LocalDate first) {
    CsiSnapshot snapshot = take(volume, name, "2025-08-19T06:45:00Z");
    snapshot.deletionPolicy = "Retain";
    snapshot.object = snapshot.object.goneFrom(first);
    draft.planted(203, snapshot.contentSubject(), first, LAST, Cause.RETAIN_POLICY);
  }

  private CsiSnapshot take(String volume, String name, String takenAt) {
    Volume source = draft.volume(volume);
    Instant moment = Instant.parse(takenAt);
    Instant earliest = source.createdAt.plusSeconds(86_400);
    CsiSnapshot snapshot =
        CsiSnapshot.of(
            source, source.claim + "-" + name, moment.isBefore(earliest) ? earliest : moment);
    draft.snapshots().add(snapshot);
    return snapshot;
  }
}
