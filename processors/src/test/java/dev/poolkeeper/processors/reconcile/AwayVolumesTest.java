package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot is not lost while it cannot be said where its volume is. */
class AwayVolumesTest {

  private static final String CONTENT = "prod-a/volumesnapshotcontents/c1";

  private static InventoryBuilder withContent(String handle) {
    return anInventory()
        .address("10.0.0.5")
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
        .content(aContent("c1").handle(handle));
  }

  private static InventoryBuilder onAnExportedPool(InventoryBuilder estate) {
    return estate.volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/cold/k8s/pvc-x"));
  }

  @Test
  void snapshotOfAVolumeOnAnExportedPoolIsNotLost() {
    JudgedNight night = judged(onAnExportedPool(withContent("pvc-x@snapshot-1")));

    assertThat(night.said())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-x", "PK201? " + CONTENT);
    assertThat(night.gap(CONTENT).reason())
        .isEqualTo("of its volume, pool cold is not imported on nas1");
  }

  @Test
  void snapshotWithoutAVolumeIsNotLostWhileOthersOfItsDriverAreAway() {
    assertThat(judged(onAnExportedPool(withContent("pvc-deleted@snapshot-1"))).said())
        .contains("PK201? " + CONTENT);
    assertThat(judged(onAnExportedPool(withContent("pvc-deleted/snapshot-1"))).said())
        .contains("PK201? " + CONTENT);
  }

  @Test
  void snapshotWithoutAVolumeIsLostWhenEveryOtherVolumeIsFound() {
    assertThat(judged(withContent("pvc-deleted@snapshot-1")).said())
        .containsExactly("PK201 " + CONTENT);
    assertThat(judged(withContent("pvc-deleted/snapshot-1")).said())
        .containsExactly("PK201 " + CONTENT);
  }

  @Test
  void snapshotWhoseHandleNamesAPoolThatIsNotThereIsNotLost() {
    assertThat(judged(withContent("cold/pvc-t@snapshot-1")).said())
        .containsExactly("PK201? " + CONTENT);
    assertThat(judged(withContent("tank/pvc-t@snapshot-1")).said())
        .containsExactly("PK201 " + CONTENT);
  }

  @Test
  void snapshotOfALostVolumeIsLostWithIt() {
    assertThat(
            judged(
                    withContent("pvc-gone@snapshot-1")
                        .volume(aVolume("pvc-gone").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-gone")))
                .said())
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-gone", "PK201 " + CONTENT);
  }

  /** A copy on the system that was read stands where the volume of the other one is. */
  @Test
  void addressThatWasOnlyLearntLeavesEverySystemInQuestion() {
    InventoryBuilder estate =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .volume(aVolume("pvc-b").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-b"))
            .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
            .volume(aVolume("pvc-x").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-x"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
            .content(aContent("c1").handle("pvc-a@snapshot-1"))
            .nas("nas2")
            .pool("tank");
    assertThat(judged(estate).said())
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-x", "PK201 " + CONTENT);

    assertThat(judged(estate.failed("nas2")).verdictsSaid())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-x", "PK201? " + CONTENT);
  }

  /** A task tells where it pushes to by an address that is not read, so it may mean either. */
  @Test
  void volumeBelowATargetThatMayBeOnAnotherNasIsNotLost() {
    InventoryBuilder estate =
        anInventory()
            .address("10.0.0.5")
            .volume(
                aVolume("pvc-a")
                    .iscsi("10.0.0.5", "iqn.other:pvc-a")
                    .with("provisioner_driver", "zfs-generic-iscsi"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .nas("nas2")
            .pool("tank")
            .onNas(Objects.push("tank", "tank"));
    assertThat(judged(estate).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-a");

    assertThat(judged(estate.nas("nas3").pool("tank")).said())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-a");
  }

  /** Only its extent would say that the zvol is on a pool that is away. */
  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {"ISCSI_TARGET", "ISCSI_EXTENT", "ISCSI_TARGET_EXTENT"})
  void snapshotOfABlockVolumeNeedsTheListsOfItsProtocol(ObjectKind kind) {
    InventoryBuilder estate =
        anInventory()
            .address("10.0.0.5")
            .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:csi-pvc-a"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .volume(aVolume("pvc-x").iscsi("10.0.0.5", "iqn:csi-pvc-x"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
            .content(aContent("c1").driver("org.democratic-csi.iscsi").handle("pvc-x@snapshot-1"));
    assertThat(judged(estate).said())
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-x", "PK201 " + CONTENT);

    assertThat(judged(estate.read("nas1", kind, CaptureStatus.PARTIAL)).verdictsSaid())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-x", "PK201? " + CONTENT);
  }

  @Test
  void whatHoldsAVolumesDetachedSnapshotsIsNotTheVolume() {
    InventoryBuilder estate =
        anInventory()
            .address("10.0.0.5")
            .volume(
                aVolume("pvc-a")
                    .iscsi("10.0.0.5", "iqn.other:pvc-a")
                    .with("provisioner_driver", "zfs-generic-iscsi"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .parent("tank/snaps")
            .parent("tank/snaps/pvc-a")
            .dataset(aZvol("tank/snaps/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
            .content(aContent("c1").driver("org.democratic-csi.iscsi").handle("pvc-a/snapshot-1"));

    assertThat(judged(estate).links())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-a PROBABLE nas1/datasets/tank/k8s/pvc-a",
            CONTENT + " CONFIRMED nas1/datasets/tank/snaps/pvc-a/snapshot-1");
  }

  /** A content of a snapshot protects the dataset, so contents must be known. */
  @ParameterizedTest
  @EnumSource(
      value = CaptureStatus.class,
      names = {"PARTIAL", "FAILED", "NOT_READ"})
  void leftoverWithCsiSnapshotsNeedsTheContents(CaptureStatus status) {
    String leftover = "nas1/datasets/tank/k8s/pvc-x";
    InventoryBuilder estate =
        withContent("pvc-x@snapshot-1")
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
            .snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-1").marked("pvc-x"));
    assertThat(judged(estate).said()).isEmpty();

    assertThat(
            judged(estate.emptied("prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, status))
                .verdictsSaid())
        .contains("PK102? " + leftover)
        .doesNotContain("PK102 " + leftover);
  }

  /** The driver's own parents are not known, those of another driver beside it are. */
  @Test
  void snapshotThatAContentNamesProtectsItsDatasetWhereverThatIs() {
    InventoryBuilder estate =
        withContent("pvc-x@snapshot-11111111-2222-3333-4444-555555555555")
            .content(
                aContent("c2")
                    .driver("org.other")
                    .handle("pvc-y@snapshot-99999999-2222-3333-4444-555555555555"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c2", "uid-of-c2"))
            .dataset(aDataset("tank/k8s/pvc-y").marked("pvc-y"))
            .snapshot(aSnapshot("tank/k8s/pvc-y@snapshot-99999999-2222-3333-4444-555555555555"));

    assertThat(judged(estate).verdictsSaid()).doesNotContain("PK102 nas1/datasets/tank/k8s/pvc-y");
  }

  /** As tns.csi.io leaves them: no mark of their own, and those of their dataset inherited. */
  @Test
  void leftoverWithSnapshotsNamedByADriverNeedsTheContents() {
    String name = "pvc-11111111-2222-3333-4444-555555555555";
    InventoryBuilder estate =
        withContent("pvc-a@snapshot-1")
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
            .dataset(aDataset("tank/k8s/" + name))
            .snapshot(
                aSnapshot("tank/k8s/" + name + "@snapshot-99999999-2222-3333-4444-555555555555")
                    .property("tns-csi:managed_by", "tns-csi", PropertySource.INHERITED));
    assertThat(judged(estate).said()).containsExactly("PK102 nas1/datasets/tank/k8s/" + name);

    assertThat(
            judged(
                    estate.emptied(
                        "prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, CaptureStatus.FAILED))
                .verdictsSaid())
        .contains("PK102? nas1/datasets/tank/k8s/" + name);
  }

  /** A copy of it may have been sent here, and nothing but the sender's task would show it. */
  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {"NAS_SYSTEM", "REPLICATION_TASK"})
  void leftoverIsNotBelievedWhileAnotherNasThatMaySendCopiesIsUnread(ObjectKind kind) {
    InventoryBuilder estate =
        withContent("pvc-a@snapshot-1")
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
            .nas("nas2")
            .pool("tank");
    assertThat(judged(estate).said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");

    assertThat(judged(estate.read("nas2", kind, CaptureStatus.FAILED)).verdictsSaid())
        .containsExactly("PK102? nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void leftoverWithoutCsiSnapshotsIsJudgedWithoutContents() {
    assertThat(
            judged(
                    withContent("pvc-a@snapshot-1")
                        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
                        .snapshot(aSnapshot("tank/k8s/pvc-x@auto-2026-01-01_00-00"))
                        .emptied(
                            "prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, CaptureStatus.NOT_READ))
                .verdictsSaid())
        .contains("PK102 nas1/datasets/tank/k8s/pvc-x");
  }

  /** A copy that only its task shows for one fits the volume as well as the volume itself. */
  @Test
  void severalMatchesAreNotBelievedWithoutTheReplicationTasks() {
    InventoryBuilder estate =
        anInventory()
            .address("10.0.0.5")
            .volume(
                aVolume("pvc-a")
                    .iscsi("10.0.0.5", "iqn.other:pvc-a")
                    .with("provisioner_driver", "zfs-generic-iscsi"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .parent("tank/copies")
            .dataset(aZvol("tank/copies/pvc-a").marked("pvc-a"))
            .onNas(Objects.localCopy("tank/k8s", "tank/copies"));
    assertThat(judged(estate).said()).isEmpty();

    assertThat(
            judged(estate.emptied("nas1", ObjectKind.REPLICATION_TASK, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly("PK111? prod-a/persistentvolumes/pvc-a");
  }
}
