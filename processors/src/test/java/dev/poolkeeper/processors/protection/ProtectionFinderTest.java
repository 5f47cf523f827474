package dev.poolkeeper.processors.protection;

import static dev.poolkeeper.processors.protection.ProtectedEstate.ago;
import static dev.poolkeeper.processors.protection.ProtectedEstate.dataset;
import static dev.poolkeeper.processors.protection.ProtectedEstate.daysAgo;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ClaimBackup;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.ReplicationRun;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VeleroBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one claim stands. */
class ProtectionFinderTest {

  private static Protection verdict(ProtectedEstate estate) {
    return estate.one().verdict();
  }

  @ParameterizedTest
  @CsvSource({"0, PROTECTED", "8, PROTECTED", "9, LATE", "400, LATE"})
  void ageOfTheNewestSnapshotDecides(int days, Protection expected) {
    assertThat(verdict(ProtectedEstate.of("data").snapshot("data", "by-hand", daysAgo(days))))
        .isEqualTo(expected);
  }

  @Test
  void withoutAnyCopyItIsNever() {
    ClaimProtection claim = ProtectedEstate.of("data").one();

    assertThat(claim.verdict()).isEqualTo(Protection.NEVER);
    assertThat(claim.reason()).isEqualTo("no snapshot");
    assertThat(claim.dataset())
        .contains(Subject.of("nas1", ObjectKind.DATASET, dataset("media", "data")));
    assertThat(claim.onElsewhere()).isEqualTo(Protection.NOT_ASKED);
  }

  @Test
  void whatWillGoOrIsOfTheFutureProtectsNothing() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    String id = dataset("media", "data");
    estate
        .inventory()
        .snapshot(aSnapshot(id + "@pending").created(daysAgo(1)).destroyPending())
        .snapshot(aSnapshot(id + "@volume-source-for-volume-pvc-x").created(daysAgo(1)))
        .snapshot(aSnapshot(id + "@csi-clone-x-1").created(daysAgo(1)))
        .snapshot(aSnapshot(id + "@auto-2099").created(NIGHT.plus(Duration.ofHours(2))));

    assertThat(verdict(estate)).isEqualTo(Protection.NEVER);
  }

  @Test
  void clockThatIsALittleAheadProtects() {
    assertThat(
            verdict(
                ProtectedEstate.of("data")
                    .snapshot("data", "now", NIGHT.plus(Duration.ofMinutes(30)))))
        .isEqualTo(Protection.PROTECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nas1/snapshots",
        "nas1/datasets",
        "nas1/replication-tasks",
        "nas2/snapshots",
        "nas2/replication-tasks",
        "prod-a/volumesnapshots",
        "prod-a/volumesnapshotcontents",
        "prod-a/persistentvolumes",
        "nas1/snapshot-tasks",
        "prod-a/backups.velero.io",
        "prod-a/datauploads",
        "prod-a/replicationsources"
      })
  void whatWasNotReadWholeIsUnknownAndNeverUnprotected(String part) {
    ProtectedEstate estate = ProtectedEstate.of("data", "other");
    String[] of = part.split("/", 2);
    estate.inventory().read(of[0], ObjectKind.named(of[1]).orElseThrow(), CaptureStatus.PARTIAL);

    assertThat(estate.judged())
        .extracting(ClaimProtection::verdict)
        .containsOnly(Protection.UNKNOWN);
    assertThat(estate.judged().get(0).reason()).isEqualTo(part + ": partial");
    assertThat(estate.verdicts(ProtectionPolicy.DEFAULT)).isEmpty();
  }

  @Test
  void whatIsProtectedStaysSoWhenAListIsMissing() {
    ProtectedEstate estate = ProtectedEstate.of("data").snapshot("data", "s", daysAgo(1));
    estate.inventory().read("nas2", ObjectKind.ZFS_SNAPSHOT, CaptureStatus.FAILED);

    assertThat(verdict(estate)).isEqualTo(Protection.PROTECTED);
  }

  @Test
  void claimWithoutItsVolumeIsUnknown() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate.inventory().emptied("prod-a", ObjectKind.PERSISTENT_VOLUME, CaptureStatus.COMPLETE);

    assertThat(estate.one().verdict()).isEqualTo(Protection.UNKNOWN);
    assertThat(estate.one().reason())
        .isEqualTo("its volume pvc-media-data is not among those that were read");
  }

  @Test
  void tasksAreToldFromOtherSnapshotsByTheirNames() {
    ProtectedEstate estate =
        ProtectedEstate.of("data")
            .task(true)
            .snapshot("data", "auto-2026-02-09_00-00", daysAgo(2))
            .snapshot("data", "before-upgrade", daysAgo(1));

    assertThat(estate.one().snapshots().any()).contains(daysAgo(1));
    assertThat(estate.one().snapshots().byTask()).contains(daysAgo(2));
    assertThat(estate.one().tasks()).hasToString("[nas1/snapshot-tasks/3]");
  }

  @Test
  void disabledAndExcludingTasksCoverNothing() {
    assertThat(ProtectedEstate.of("data").task(false).one().tasks()).isEmpty();
    assertThat(ProtectedEstate.of("data").task(true, dataset("media", "data")).one().tasks())
        .isEmpty();
  }

  @Test
  void replicaIsAsOldAsTheNewestSnapshotInCommon() {
    ProtectedEstate estate =
        ProtectedEstate.of("data")
            .pushes()
            .snapshot("data", "auto-1", daysAgo(9))
            .snapshot("data", "auto-2", daysAgo(1))
            .replica("data", "auto-1", daysAgo(9));

    assertThat(estate.one().onSnapshots()).isEqualTo(Protection.PROTECTED);
    assertThat(estate.one().onElsewhere()).isEqualTo(Protection.LATE);
    assertThat(estate.one().verdict()).isEqualTo(Protection.LATE);
    assertThat(estate.one().elsewhere())
        .contains(
            new Copy(
                daysAgo(9),
                Copy.How.MEASURED,
                Subject.of("nas1", ObjectKind.REPLICATION_TASK, "1"),
                "nas2/snapshots/backup/k8s/pvc-media-data@auto-1"));
    assertThat(estate.one().reason())
        .isEqualTo("newest copy elsewhere is 9 d old, at most 8 d are asked for");
  }

  @Test
  void measuredGoesBeforeWhatTheTaskSays() {
    Optional<ReplicationRun> fine =
        Optional.of(new ReplicationRun("FINISHED", Optional.of(NIGHT), Optional.empty()));
    ProtectedEstate estate =
        ProtectedEstate.of("data")
            .pushes(true, fine, "backup/k8s")
            .snapshot("data", "auto-1", daysAgo(9))
            .snapshot("data", "auto-2", daysAgo(1))
            .replica("data", "auto-1", daysAgo(9));

    assertThat(estate.one().onElsewhere()).isEqualTo(Protection.LATE);
  }

  @Test
  void sameNameOfAnotherTimeIsNotInCommon() {
    ProtectedEstate estate =
        ProtectedEstate.of("data")
            .pushes()
            .snapshot("data", "daily", daysAgo(1))
            .replica("data", "daily", daysAgo(2));

    assertThat(estate.one().onElsewhere()).isEqualTo(Protection.UNKNOWN);
    assertThat(estate.one().reason()).isEqualTo("the target has no snapshot in common with it");
  }

  @Test
  void replicaWithNothingNewerThanTheLimitIsLateWhateverItIs() {
    ProtectedEstate estate =
        ProtectedEstate.of("data")
            .pushes()
            .snapshot("data", "auto-9", daysAgo(1))
            .replica("data", "auto-1", daysAgo(30));

    assertThat(estate.one().onElsewhere()).isEqualTo(Protection.LATE);
  }

  @Test
  void targetOnAnUnregisteredSystemIsBelievedAsTold() {
    Optional<ReplicationRun> run =
        Optional.of(new ReplicationRun("FINISHED", Optional.of(daysAgo(1)), Optional.empty()));
    ClaimProtection claim =
        ProtectedEstate.of("data")
            .pushes(true, run, "offsite/k8s")
            .snapshot("data", "s", daysAgo(1))
            .one();

    assertThat(claim.verdict()).isEqualTo(Protection.PROTECTED);
    assertThat(claim.elsewhere().map(Copy::how)).contains(Copy.How.TOLD);
  }

  @Test
  void taskThatFailedTowardsAnUnregisteredSystemLeavesItUnknown() {
    Optional<ReplicationRun> run =
        Optional.of(new ReplicationRun("ERROR", Optional.of(daysAgo(1)), Optional.empty()));
    ClaimProtection claim =
        ProtectedEstate.of("data")
            .pushes(true, run, "offsite/k8s")
            .snapshot("data", "s", daysAgo(1))
            .one();

    assertThat(claim.verdict()).isEqualTo(Protection.UNKNOWN);
    assertThat(claim.reason()).contains("says ERROR since " + daysAgo(1));
  }

  @Test
  void toldReplicaDoesNotMakeUpForSnapshots() {
    Optional<ReplicationRun> run =
        Optional.of(new ReplicationRun("FINISHED", Optional.of(daysAgo(1)), Optional.empty()));

    assertThat(ProtectedEstate.of("data").pushes(true, run, "offsite/k8s").one().onSnapshots())
        .isEqualTo(Protection.UNKNOWN);
  }

  @Test
  void disabledTaskAsksForNoReplica() {
    assertThat(
            ProtectedEstate.of("data")
                .pushes(false, Optional.empty(), "backup/k8s")
                .snapshot("data", "s", daysAgo(1))
                .one()
                .onElsewhere())
        .isEqualTo(Protection.NOT_ASKED);
  }

  @Test
  void readyVolumeSnapshotCountsByTheTimeOfZfs() {
    ProtectedEstate estate = ProtectedEstate.of("data").snapshot("data", "snapshot-1", daysAgo(3));
    estate.volumeSnapshot("data", "pvc-media-data@snapshot-1", true, daysAgo(20));

    assertThat(estate.one().snapshots().byVolumeSnapshot()).contains(daysAgo(3));
  }

  @Test
  void volumeSnapshotThatIsNotReadyOrHasNothingBehindItProtectsNothing() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate
        .volumeSnapshot("data", "pvc-media-data@snapshot-1", false, daysAgo(1))
        .volumeSnapshot("data", "pvc-media-data@snapshot-2", true, daysAgo(1));

    assertThat(verdict(estate)).isEqualTo(Protection.NEVER);
  }

  @Test
  void detachedCopyProtects() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate
        .inventory()
        .parent("tank/snaps")
        .parent("tank/snaps/pvc-media-data")
        .dataset(
            aDataset("tank/snaps/pvc-media-data/snapshot-1")
                .created(daysAgo(2))
                .detachedSnapshot("snapshot-1", "pvc-media-data"));
    estate.volumeSnapshot("data", "pvc-media-data/snapshot-1", true, daysAgo(2));

    assertThat(estate.one().snapshots().byVolumeSnapshot()).contains(daysAgo(2));
    assertThat(verdict(estate)).isEqualTo(Protection.PROTECTED);
  }

  private static AddOnObject synced(String claim, Instant at) {
    return new AddOnObject(
        ObjectKind.REPLICATION_SOURCE,
        "prod-a",
        "media",
        "sync",
        List.of(),
        List.of(),
        Optional.of(new ClaimBackup(claim, at)));
  }

  @Test
  void backupThatNamesTheClaimProtects() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate.inventory().add(synced("media/data", daysAgo(1)));

    assertThat(verdict(estate)).isEqualTo(Protection.PROTECTED);
    assertThat(estate.one().elsewhere().map(Copy::how)).contains(Copy.How.BACKUP);
  }

  @Test
  void backupOfAnotherClaimDoesNot() {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate.inventory().add(synced("media/other", daysAgo(1)));

    assertThat(verdict(estate)).isEqualTo(Protection.NEVER);
  }

  @ParameterizedTest
  @CsvSource({
    "1, *, '', Completed, 30, UNKNOWN",
    "1, media, '', Completed, 30, UNKNOWN",
    "1, shop, '', Completed, 30, NEVER",
    "1, *, media, Completed, 30, NEVER",
    "1, *, '', Failed, 30, NEVER",
    "20, *, '', Completed, 30, LATE",
    "3, *, '', Completed, 3, NEVER",
    "3, *, '', Completed, 4, UNKNOWN"
  })
  void veleroBackupMayHoldItUntilItsTimeIsOver(
      int days, String included, String excluded, String phase, int lifetime, Protection expected) {
    ProtectedEstate estate = ProtectedEstate.of("data");
    estate
        .inventory()
        .add(
            new VeleroBackup(
                "prod-a",
                "velero",
                "daily",
                phase,
                Optional.of(daysAgo(days)),
                Optional.of(daysAgo(days)),
                false,
                List.of(included),
                excluded.isEmpty() ? List.of() : List.of(excluded),
                Optional.of(lifetime * 24 + "h0m0s"),
                Optional.of(daysAgo(days - lifetime))));

    assertThat(verdict(estate)).isEqualTo(expected);
    if (expected == Protection.UNKNOWN) {
      assertThat(estate.judged().get(0).reason())
          .contains("velero: ttl %dh, until ".formatted(lifetime * 24) + daysAgo(days - lifetime));
    }
  }

  @Test
  void nothingIsAskedOfAYoungClaimNorOfOneThatGoesWithItsPod() {
    ProtectedEstate estate =
        ProtectedEstate.of()
            .claim("media", "young", daysAgo(3), Optional.empty(), Optional.empty())
            .claim("media", "scratch", LONG_AGO, Optional.of("Pod web-0"), Optional.empty());

    assertThat(estate.judged())
        .extracting(ClaimProtection::verdict)
        .containsOnly(Protection.NOT_ASKED);
    assertThat(estate.judged())
        .extracting(ClaimProtection::reason)
        .containsExactly("it goes with Pod web-0", "made 3 d ago");
  }

  @ParameterizedTest
  @CsvSource({
    "1h, LATE, newest snapshot is 2 h old",
    "1d, PROTECTED, ''",
    "none, NOT_ASKED, its annotation poolkeeper.dev/rpo: none",
    "daily, PROTECTED, 'its annotation poolkeeper.dev/rpo: daily is not understood'"
  })
  void annotationOfTheClaimGoesFirst(String annotation, Protection expected, String reason) {
    ProtectedEstate estate =
        ProtectedEstate.of()
            .claim("media", "data", LONG_AGO, Optional.empty(), Optional.of(annotation))
            .snapshot("data", "s", ago(Duration.ofHours(2)));

    assertThat(verdict(estate)).isEqualTo(expected);
    assertThat(estate.one().reason()).startsWith(reason);
  }

  private static ProtectionRule rule(String claim, String rpo, String replicaRpo) {
    return new ProtectionRule(
        new SubjectMatch(Map.of(MatchKey.CLAIM, List.of(new Glob(claim)))),
        Limit.parse(rpo),
        Limit.parse(replicaRpo),
        Optional.of("as agreed"));
  }

  @Test
  void firstRuleThatFitsDecides() {
    ProtectionPolicy policy =
        new ProtectionPolicy(
            List.of(
                rule("media/data", "none", ""), rule("**", "12h", "1d"), rule("**", "1h", "1h")));
    ProtectedEstate estate = ProtectedEstate.of("data").claim("shop", "db").task(true);
    estate.inventory().snapshot(aSnapshot(dataset("shop", "db") + "@s").created(daysAgo(1)));

    List<ClaimProtection> judged = estate.judged(policy);

    assertThat(judged.get(0).verdict()).isEqualTo(Protection.NOT_ASKED);
    assertThat(judged.get(0).reason()).isEqualTo("protection[0]: as agreed");
    assertThat(judged.get(1).objective())
        .isEqualTo(
            new Objective(
                Limit.of(Duration.ofHours(12)),
                Limit.of(Duration.ofDays(1)),
                true,
                "protection[1]: as agreed"));
    assertThat(judged.get(1).onSnapshots()).isEqualTo(Protection.LATE);
    assertThat(judged.get(1).onElsewhere()).isEqualTo(Protection.NEVER);
    assertThat(judged.get(1).verdict()).isEqualTo(Protection.LATE);
  }

  @ParameterizedTest
  @CsvSource({
    "tank/k8s, tank/k8s",
    "tank/a tank/b, tank",
    "tank/a tank/a/b, tank/a",
    "tank/ab tank/a, tank",
    "tank/a flash/b, ''"
  })
  void datasetsKeepTheirPathBelowWhatAllSourcesShare(String sources, String base) {
    assertThat(ReplicationRoutes.base(List.of(sources.split(" ", -1)))).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "auto-%Y-%m-%d_%H-%M, auto-2026-02-11_00-00, true",
    "auto-%Y-%m-%d_%H-%M, auto-2026-02-11, false",
    "auto-%Y-%m-%d_%H-%M, manual, false",
    "s.%s, s.1760000000, true",
    "s.%s, sx1760000000, false",
    "p%%-%Y%j, p%-2026042, true",
    "x-%Q, x-Q, false",
    "'', '', false"
  })
  void namesFitTheirSchema(String schema, String name, boolean fits) {
    SnapshotTask task =
        new SnapshotTask(
            "nas1",
            1,
            "tank",
            true,
            List.of(),
            schema,
            "0 0 * * *",
            "1 DAY",
            true,
            SnapshotTask.Terms.UNTOLD);

    assertThat(new TaskNames().fits(task, name)).isEqualTo(fits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0h", "24", "h", "-1d", "1y", "9999999h", "24 hours", ""})
  void lengthsThatAreNone(String text) {
    assertThat(Limit.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"24h, 24 h", "90m, 1 h", "2w, 14 d", "7 d, 7 d", "none, none"})
  void lengths(String text, String shown) {
    assertThat(Limit.parse(text).orElseThrow()).hasToString(shown);
  }
}
