package dev.poolkeeper.tests.demo;

import static dev.poolkeeper.tests.demo.Nights.FIRST;
import static dev.poolkeeper.tests.demo.Nights.LAST;
import static dev.poolkeeper.tests.demo.Nights.february;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Snapshots that did not do what was expected of them: kept for too long, by nobody, or not made.
 * All of it is about data of people and machines, beside Kubernetes.
 */
final class RetentionStories {
  /** What sanoid should keep of {@link OrdinaryData#RECORDINGS}. */
  private static final int RECORDINGS_DAYS = 7;

  /** The host that runs sanoid was off on this day. */
  private static final LocalDate HOST_WAS_OFF = february(8);

  private final EstateDraft draft;

  RetentionStories(EstateDraft draft) {
    this.draft = draft;
  }

  void tell() {
    aHostPrunesNoMore();
    aMachineIsRolledBack();
    aTaskFails();
    aDatasetIsRenamed();
    aTaskIsDisabled();
    aHoldIsForgotten();
    nobodyTidiesUp();
    aClockWasWrong();
  }

  /** sanoid#751: an upgrade lost the line that prunes; the one that takes snapshots is there. */
  private void aHostPrunesNoMore() {
    LocalDate prunedLast = february(3);
    LocalDate oldest = prunedLast.minusDays(RECORDINGS_DAYS - 1L);
    Past.FIRST
        .datesUntil(LAST.plusDays(1))
        .filter(day -> !day.equals(HOST_WAS_OFF))
        .forEach(
            day -> {
              OtherSnapshot daily =
                  OtherSnapshot.of(
                      Appliance.NAS1,
                      OrdinaryData.RECORDINGS,
                      "autosnap_" + day + "_00:00:01_daily",
                      day.atTime(0, 0, 1).toInstant(ZoneOffset.UTC));
              draft.add(day.isBefore(oldest) ? daily.until(day.plusDays(RECORDINGS_DAYS)) : daily);
            });
    String dataset = Appliance.NAS1.label() + "/datasets/" + OrdinaryData.RECORDINGS;
    // one that is due since less than a day is none yet
    draft.planted(301, dataset, prunedLast.plusDays(2), LAST);
    draft.planted(302, dataset, HOST_WAS_OFF.plusDays(1), LAST);
  }

  /** A rollback takes along what was newer; once these days are past it does not matter. */
  private void aMachineIsRolledBack() {
    draft.planted(
        302, "nas1/datasets/" + OrdinaryData.ROLLED_BACK, OrdinaryData.ROLLED_BACK_ON, february(9));
  }

  /** The run of the night is not late before noon. */
  private void aTaskFails() {
    SnapshotTask task = SnapshotTask.INVOICES;
    draft.planted(302, "nas1/datasets/" + task.dataset(), task.stoppedOn().plusDays(1), LAST);
  }

  /**
   * zettarepl goes by names and paths: under the new one nobody owns them, and the task is idle.
   */
  private void aDatasetIsRenamed() {
    LocalDate renamedOn = SnapshotTask.PROJECTS.stoppedOn();
    draft.planted(308, "nas1/snapshot-tasks/" + SnapshotTask.PROJECTS.id(), renamedOn, LAST);
    draft.planted(303, "nas1/datasets/" + OrdinaryData.PROJECTS_RENAMED, renamedOn, LAST);
  }

  /** zettarepl#127: who disables a task leaves what it made to nobody. */
  private void aTaskIsDisabled() {
    SnapshotTask task = SnapshotTask.SOFTWARE;
    draft.planted(303, "nas2/datasets/" + task.dataset(), task.stoppedOn(), LAST);
  }

  /** zrepl#288: a hold of long ago, until somebody looks. */
  private void aHoldIsForgotten() {
    LocalDate day = LocalDate.of(2026, 1, 13);
    OtherSnapshot held =
        OtherSnapshot.of(
                Appliance.NAS1,
                "tank/home/greta",
                SnapshotTask.nameOn(day),
                SnapshotTask.takenOn(day))
            .held(day.plusDays(14))
            .until(february(10));
    draft.add(held);
    draft.planted(304, held.datasetSubject(), FIRST, february(9));
  }

  /** The import takes one before it starts; people remove them by hand, and did not lately. */
  private void nobodyTidiesUp() {
    List<LocalDate> imports =
        List.of(
            LocalDate.of(2025, 11, 8),
            LocalDate.of(2025, 11, 22),
            LocalDate.of(2025, 12, 6),
            LocalDate.of(2025, 12, 26),
            LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 1, 17),
            LocalDate.of(2026, 1, 31),
            february(5),
            february(9));
    imports.forEach(
        day ->
            draft.add(
                OtherSnapshot.of(
                    Appliance.NAS1,
                    OrdinaryData.IMPORTS,
                    "import-" + day,
                    day.atTime(18, 30).toInstant(ZoneOffset.UTC))));
    draft.planted(305, "nas1/datasets/" + OrdinaryData.IMPORTS, february(6), LAST);
  }

  /** After a power failure the clock told 2099 until it was set. */
  private void aClockWasWrong() {
    OtherSnapshot ahead =
        OtherSnapshot.of(
                Appliance.NAS2,
                "backup/workstations",
                "before-firmware",
                Instant.parse("2026-02-04T16:12:00Z"))
            .dated(Instant.parse("2099-01-01T00:07:12Z"));
    draft.add(ahead);
    draft.planted(306, ahead.datasetSubject(), february(5), LAST);
  }
}
