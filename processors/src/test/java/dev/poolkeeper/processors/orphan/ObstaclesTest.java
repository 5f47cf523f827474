package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way of deleting a leftover, and what only a person can decide. */
class ObstaclesTest {

  private static final String ORPHAN = "nas1/datasets/tank/k8s/pvc-x";
  private static final String SNAPSHOT = "nas1/snapshots/tank/k8s/pvc-a@snapshot-1";

  private static InventoryBuilder leftover() {
    return with(aDataset("tank/k8s/pvc-x").marked("pvc-x").used(700));
  }

  private static InventoryBuilder with(DatasetBuilder leftover) {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(leftover);
  }

  private static Candidate candidate(InventoryBuilder inventory) {
    return judged(inventory).candidate(ORPHAN);
  }

  @Test
  void holdOnASnapshotIsToldAndPromisesNoSpace() {
    Candidate blocked = candidate(leftover().snapshot(aSnapshot("tank/k8s/pvc-x@keep-me").held()));

    assertThat(blocked.evidence()).contains("blocked by a hold on its snapshot @keep-me");
    assertThat(blocked.reclaimableBytes()).isEmpty();
  }

  @Test
  void taskThatSendsItIsTold() {
    assertThat(
            candidate(leftover().onNas(OtherUsers.replication("PUSH", "tank/k8s/pvc-x", false)))
                .evidence())
        .contains("blocked by nas1/replication-tasks/5 (out), which sends it");
  }

  @Test
  void taskThatSendsEverythingIsToldWhileItIsAtWorkOnly() {
    assertThat(
            candidate(leftover().onNas(OtherUsers.replication("PUSH", "tank/k8s", true)))
                .evidence())
        .contains("blocked by nas1/replication-tasks/5 (out), which is sending it");
    assertThat(
            candidate(leftover().onNas(OtherUsers.replication("PUSH", "tank/k8s", false)))
                .evidence())
        .noneMatch(line -> line.startsWith("blocked by"));
  }

  @Test
  void taskThatPullsFromHereIsToldThoughItIsOnAnotherNas() {
    InventoryBuilder pulled =
        leftover()
            .nas("nas2")
            .pool("backup")
            .onNas(OtherUsers.replication("PULL", "tank/k8s/pvc-x", false));

    assertThat(candidate(pulled).evidence())
        .contains("blocked by nas2/replication-tasks/5 (out), which sends it");
  }

  @Test
  void taskThatSendsTheSamePathOfAnotherNasIsNoObstacle() {
    assertThat(
            candidate(leftover().onNas(OtherUsers.replication("PULL", "tank/k8s/pvc-x", false)))
                .evidence())
        .noneMatch(line -> line.startsWith("blocked by"));
    assertThat(
            candidate(
                    leftover()
                        .nas("nas2")
                        .pool("tank")
                        .onNas(OtherUsers.replication("PUSH", "tank/k8s/pvc-x", false)))
                .evidence())
        .noneMatch(line -> line.startsWith("blocked by"));
  }

  @Test
  void snapshotTaskOfItsOwnIsTold() {
    assertThat(candidate(leftover().onNas(OtherUsers.snapshotTask("tank/k8s/pvc-x"))).evidence())
        .contains("blocked by a task that is for it alone: nas1/snapshot-tasks/4");
    assertThat(candidate(leftover().onNas(OtherUsers.snapshotTask("tank/k8s"))).evidence())
        .noneMatch(line -> line.startsWith("blocked by"));
  }

  @Test
  void clientInTheMountTableIsToldButMayBeStale() {
    Candidate blocked =
        candidate(leftover().onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/tank/k8s/pvc-x")));

    assertThat(blocked.evidence())
        .contains("blocked by the NFSv3 mount table, which may be stale: client 10.0.0.21");
    assertThat(blocked.reclaimableBytes()).hasValue(700);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mnt/tank/k8s/pvc-x", "/mnt/tank/k8s/pvc-x/photos"})
  void shareOfAPersonLeavesItToThem(String path) {
    JudgedNight night = judged(leftover().onNas(OtherUsers.nfsShare(41, path, "photos of Ann")));

    assertThat(night.said()).containsExactly("PK102? " + ORPHAN);
    assertThat(night.gap(ORPHAN).reason()).startsWith("no driver made nas1/nfs-shares/");
  }

  @Test
  void shareWithoutACommentIsTheDriversAtTheMountpointOnly() {
    assertThat(judged(leftover().onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x/", ""))).said())
        .containsExactly("PK102 " + ORPHAN);
    assertThat(
            judged(leftover().onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x/photos", "")))
                .said())
        .containsExactly("PK102? " + ORPHAN);
  }

  @Test
  void smbShareOfAPersonLeavesItToThemToo() {
    assertThat(judged(leftover().onNas(Objects.smbShare("photos", "/mnt/tank/k8s/pvc-x"))).said())
        .containsExactly("PK102? " + ORPHAN);
    assertThat(
            judged(leftover().onNas(Objects.smbShare("csi-pvc-x", "/mnt/tank/k8s/pvc-x"))).said())
        .containsExactly("PK102 " + ORPHAN);
  }

  @Test
  void shareOfADriverIsPartOfTheLeftover() {
    for (String comment :
        new String[] {"democratic-csi (org.democratic-csi.nfs): tank/k8s/pvc-x", "", "pvc-x"}) {
      assertThat(
              judged(leftover().onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", comment)))
                  .said())
          .as(comment)
          .containsExactly("PK102 " + ORPHAN);
    }
  }

  @Test
  void shareTheDriverNamesIsItsOwnWhateverItsComment() {
    DatasetBuilder byId =
        aDataset("tank/k8s/pvc-x")
            .marked("pvc-x")
            .property("democratic-csi:freenas_nfs_share_id", "41");
    assertThat(
            judged(with(byId).onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", "media/data")))
                .said())
        .containsExactly("PK102 " + ORPHAN);
  }

  @ParameterizedTest
  @CsvSource({
    "41, 'democratic-csi (org.democratic-csi.nfs): tank/k8s/pvc-x', 42",
    "42, 'democratic-csi (org.democratic-csi.nfs): tank/k8s/pvc-x', 41",
    "42, 'CSI volume tank/k8s/pvc-x', 41",
    "41, '', 42",
    "41, 'pvc-x', 42"
  })
  void ofTwoSharesOfOnePathNoMoreThanOneIsTheDriversOwn(long own, String comment, long other) {
    for (String others : List.of("media network of pvc-x", "")) {
      List<NfsShare> shares =
          List.of(
              new NfsShare("nas1", own, List.of("/mnt/tank/k8s/pvc-x"), comment, true),
              new NfsShare("nas1", other, List.of("/mnt/tank/k8s/pvc-x"), others, true));
      InventoryBuilder inventory = leftover();
      NfsShare.toldApart(shares).forEach(share -> inventory.onNas(nas -> share));

      assertThat(judged(inventory).said()).containsExactly("PK102? " + ORPHAN);
      assertThat(judged(inventory).gap(ORPHAN).reason())
          .startsWith(
              "no driver made nas1/nfs-shares/mnt/tank/k8s/pvc-x" + (other == 42 ? "#42" : ""));
    }
  }

  @Test
  void newestSnapshotOfWhatIsReplicatedMayBeTheBaseOfTheNextRun() {
    InventoryBuilder inventory =
        leftoverSnapshot().onNas(OtherUsers.replication("PUSH", "tank/k8s", false));

    assertThat(judged(inventory).said()).containsExactly("PK202? " + SNAPSHOT);
    assertThat(judged(inventory).gap(SNAPSHOT).reason()).contains("its next run may start from it");
    inventory.snapshot(
        aSnapshot("tank/k8s/pvc-a@auto-2026-02-01_00-00")
            .created(Instant.parse("2026-02-01T00:00:00Z")));
    assertThat(judged(inventory).said()).containsExactly("PK202 " + SNAPSHOT);
  }

  @Test
  void olderSnapshotsAndThoseOfOtherDatasetsLeaveItTheNewest() {
    InventoryBuilder inventory =
        leftoverSnapshot()
            .onNas(OtherUsers.replication("PUSH", "tank/k8s", false))
            .snapshot(
                aSnapshot("tank/k8s/pvc-a@auto-2025-01-01_00-00")
                    .created(Instant.parse("2025-01-01T00:00:00Z")))
            .dataset(aDataset("tank/media"))
            .snapshot(
                aSnapshot("tank/media@auto-2026-02-01_00-00")
                    .created(Instant.parse("2026-02-01T00:00:00Z")));

    assertThat(judged(inventory).said()).containsExactly("PK202? " + SNAPSHOT);
  }

  private static InventoryBuilder leftoverSnapshot() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"));
  }

  @Test
  void replicationThatCouldNotBeReadWithholdsTheSnapshot() {
    assertThat(
            judged(
                    leftoverSnapshot()
                        .read("nas1", ObjectKind.REPLICATION_TASK, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly("PK202? " + SNAPSHOT);
  }
}
