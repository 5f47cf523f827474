package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What KubeVirt, CDI, VolSync and Velero need without a pod. */
class AddOnsTest {

  private static final String CLAIM = "prod-a/persistentvolumeclaims/media/data";
  private static final String SNAPSHOT = "nas1/snapshots/tank/k8s/pvc-a@snapshot-1";

  private static InventoryBuilder unusedClaim() {
    return anInventory()
        .inCluster(Objects.pod("dns", "Running", "node-1"))
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .inCluster(Objects.boundClaim("data", "pvc-a"));
  }

  private static InventoryBuilder leftoverSnapshot() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"));
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).verdictsSaid();
  }

  @Test
  void claimThatAnAddOnNeedsIsUsed() {
    for (ObjectKind kind : AddOnObject.KINDS) {
      assertThat(said(unusedClaim().inCluster(OtherUsers.addOn(kind, "media/data"))))
          .as(kind.plural())
          .isEmpty();
      assertThat(said(unusedClaim().inCluster(OtherUsers.addOn(kind, "other/data"))))
          .as(kind.plural())
          .containsExactly("PK105 " + CLAIM);
    }
  }

  @Test
  void addOnsOfAnotherClusterUseNothingHere() {
    assertThat(
            said(
                unusedClaim()
                    .cluster("prod-b")
                    .inCluster(OtherUsers.addOn(ObjectKind.DATA_SOURCE, "media/data"))))
        .containsExactly("PK105 " + CLAIM);
  }

  @Test
  void addOnThatMayNotBeListedWithholdsTheVerdict() {
    for (ObjectKind kind : AddOnObject.KINDS) {
      assertThat(said(unusedClaim().read("prod-a", kind, CaptureStatus.FAILED)))
          .as(kind.plural())
          .containsExactly("PK105? " + CLAIM);
      assertThat(said(unusedClaim().read("prod-a", kind, CaptureStatus.NOT_READ)))
          .as(kind.plural())
          .containsExactly("PK105 " + CLAIM);
    }
  }

  private static InventoryBuilder pendingClaim() {
    return anInventory()
        .inCluster(Objects.storageClass("standard", "Immediate"))
        .inCluster(Objects.claim("data", "1", "Pending"));
  }

  @Test
  void claimThatARestoreStillFillsIsNotStuck() {
    assertThat(said(pendingClaim())).containsExactly("PK104 " + CLAIM);
    assertThat(
            said(
                pendingClaim().inCluster(OtherUsers.addOn(ObjectKind.DATA_DOWNLOAD, "media/data"))))
        .isEmpty();
    assertThat(
            said(pendingClaim().inCluster(OtherUsers.addOn(ObjectKind.DATA_VOLUME, "media/data"))))
        .containsExactly("PK104 " + CLAIM);
  }

  @Test
  void snapshotMadeWhileABackupRanMayBeThatBackups() {
    InventoryBuilder inventory = leftoverSnapshot().inCluster(OtherUsers.backup(LONG_AGO));

    assertThat(said(inventory)).containsExactly("PK202? " + SNAPSHOT);
    assertThat(judged(inventory).gap(SNAPSHOT).reason())
        .isEqualTo(
            "it was made while prod-a/backups.velero.io/velero/nightly-1 ran, which may keep it"
                + " for a restore");
  }

  @Test
  void datasetOfASnapshotThatABackupMayKeepIsLeftAlone() {
    InventoryBuilder inventory =
        leftoverSnapshot()
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
            .snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-2").marked("pvc-x"))
            .inCluster(OtherUsers.backup(LONG_AGO));

    assertThat(said(inventory))
        .containsExactly(
            "PK102? nas1/datasets/tank/k8s/pvc-x",
            "PK202? " + SNAPSHOT,
            "PK202? nas1/snapshots/tank/k8s/pvc-x@snapshot-2");
    assertThat(judged(inventory).gap("nas1/datasets/tank/k8s/pvc-x").reason())
        .startsWith("of its snapshot @snapshot-2: it was made while prod-a/backups.velero.io");
  }

  @Test
  void backupOfAnyClusterMayKeepIt() {
    assertThat(
            said(
                leftoverSnapshot()
                    .cluster("prod-b")
                    .inCluster(OtherUsers.backup(LONG_AGO.minusSeconds(30)))))
        .containsExactly("PK202? " + SNAPSHOT);
  }

  @Test
  void backupOfAnotherTimeKeepsNothing() {
    assertThat(
            said(
                leftoverSnapshot()
                    .inCluster(OtherUsers.backup(LONG_AGO.plus(Duration.ofHours(1))))))
        .containsExactly("PK202 " + SNAPSHOT);
    assertThat(
            said(
                leftoverSnapshot()
                    .inCluster(OtherUsers.backup(LONG_AGO.minus(Duration.ofHours(1))))))
        .containsExactly("PK202 " + SNAPSHOT);
  }

  @ParameterizedTest
  @CsvSource({"600, true", "601, false", "-660, true", "-661, false"})
  void clocksMayBeTenMinutesApart(long startedAfterTheSnapshot, boolean kept) {
    assertThat(
            said(
                leftoverSnapshot()
                    .inCluster(OtherUsers.backup(LONG_AGO.plusSeconds(startedAfterTheSnapshot)))))
        .containsExactly((kept ? "PK202? " : "PK202 ") + SNAPSHOT);
  }

  @Test
  void backupThatMovedItsDataKeepsNoSnapshotOnceItHasEnded() {
    assertThat(
            said(
                leftoverSnapshot()
                    .inCluster(
                        OtherUsers.backup(LONG_AGO, Optional.of(LONG_AGO.plusSeconds(60)), false))))
        .containsExactly("PK202 " + SNAPSHOT);
    assertThat(
            said(
                leftoverSnapshot().inCluster(OtherUsers.backup(LONG_AGO, Optional.empty(), false))))
        .containsExactly("PK202? " + SNAPSHOT);
  }

  @Test
  void contentWhoseSnapshotVeleroRemovedIsNotCalledLeftOver() {
    InventoryBuilder inventory =
        leftoverSnapshot().content(aContent("c1").handle("pvc-a@snapshot-1"));
    assertThat(said(inventory)).containsExactly("PK203 prod-a/volumesnapshotcontents/c1");

    assertThat(said(inventory.inCluster(OtherUsers.backup(LONG_AGO))))
        .containsExactly("PK203? prod-a/volumesnapshotcontents/c1");
  }

  @Test
  void detachedCopyMadeWhileABackupRanMayBeThatBackups() {
    InventoryBuilder inventory =
        leftoverSnapshot()
            .content(aContent("c1").handle("pvc-a@snapshot-1"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
            .dataset(aDataset("tank/copies"))
            .dataset(aDataset("tank/copies/pvc-a"))
            .dataset(aDataset("tank/copies/pvc-a/copy-1").detachedSnapshot("copy-1", "pvc-a"));
    assertThat(said(inventory)).containsExactly("PK207 nas1/datasets/tank/copies/pvc-a/copy-1");

    assertThat(said(inventory.inCluster(OtherUsers.backup(LONG_AGO))))
        .containsExactly("PK207? nas1/datasets/tank/copies/pvc-a/copy-1");
  }

  @Test
  void backupsThatMayNotBeListedWithholdWhatTheyMayKeep() {
    assertThat(
            said(leftoverSnapshot().read("prod-a", ObjectKind.VELERO_BACKUP, CaptureStatus.FAILED)))
        .containsExactly("PK202? " + SNAPSHOT);
    assertThat(
            said(
                leftoverSnapshot()
                    .content(aContent("c1").handle("pvc-a@snapshot-1"))
                    .read("prod-a", ObjectKind.VELERO_BACKUP, CaptureStatus.FAILED)))
        .containsExactly("PK203? prod-a/volumesnapshotcontents/c1");
  }
}
