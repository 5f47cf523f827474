package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.ContentBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which snapshots and contents are left over, and which are in order. */
class SnapshotRulesTest {

  private static VolumeBuilder at(String name) {
    return aVolume(name).nfs("10.0.0.5", "/mnt/tank/k8s/" + name);
  }

  @Test
  void snapshotsNoDriverMadeOrThatGoAlreadyAreNotJudged() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@auto-2026-01-01_00-00"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@velero-1"))
                        .snapshot(
                            aSnapshot("tank/k8s/pvc-a@snapshot-1")
                                .marked("pvc-a")
                                .destroyPending()))
                .said())
        .isEmpty();
  }

  @Test
  void snapshotOfADatasetThatIsNobodysWeKnowIsUndecided() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
                        .onNas(
                            Objects.nfsShare(
                                "/mnt/tank/k8s/pvc-x", "democratic-csi (stranger): tank/k8s/pvc-x"))
                        .snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-1").marked("pvc-x")))
                .said())
        .containsExactly(
            "PK110 nas1/datasets/tank/k8s/pvc-x",
            "PK202? nas1/snapshots/tank/k8s/pvc-x@snapshot-1");
  }

  @Test
  void heldSnapshotSaysSo() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a").held()))
                .candidate("nas1/snapshots/tank/k8s/pvc-a@snapshot-1")
                .evidence())
        .contains("blocked by a hold");
  }

  @Test
  void snapshotObjectProtectsByItsUidBeforeItsContentIsThere() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-77").marked("pvc-a"))
                        .inCluster(Objects.volumeSnapshot("new", "77")))
                .said())
        .isEmpty();
  }

  @Test
  void contentThatNamesASnapshotWeCannotPlaceProtectsItByName() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                        .content(aContent("c1").driver("other").handle("elsewhere@snapshot-1"))
                        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1")))
                .verdictsSaid())
        .doesNotContain("PK202 nas1/snapshots/tank/k8s/pvc-a@snapshot-1");
  }

  @Test
  void detachedSnapshotOnAnotherNasThanItsVolumeIsNoLeftover() {
    InventoryBuilder estate =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .nas("nas2")
            .pool("bulk")
            .dataset(
                aDataset("bulk/copy/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"));

    assertThat(judged(estate).said())
        .containsExactly("PK207? nas2/datasets/bulk/copy/pvc-a/snapshot-1");
  }

  @Test
  void youngContentIsNotMissedByItsSnapshotObject() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                        .content(
                            aContent("c1")
                                .handle("pvc-a@snapshot-1")
                                .created(NIGHT.minusSeconds(60))))
                .said())
        .isEmpty();
  }

  private static final String GENERATED = "snapshot-0f3c2d1e-4b5a-4678-9abc-def012345678";

  private static InventoryBuilder ofTrueNasCsi() {
    return anInventory()
        .volume(aVolume("pvc-a").trueNasCsi("tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a"));
  }

  @Test
  void snapshotOfTrueNasCsiIsKnownByItsNameOnAVolumeInUse() {
    assertThat(
            judged(
                    ofTrueNasCsi()
                        .parent("tank/media")
                        .snapshot(aSnapshot("tank/k8s/pvc-a@" + GENERATED))
                        .snapshot(aSnapshot("tank/k8s/pvc-a@by-hand"))
                        .snapshot(aSnapshot("tank/media@" + GENERATED)))
                .said())
        .containsExactly("PK202 nas1/snapshots/tank/k8s/pvc-a@" + GENERATED);
  }

  @Test
  void snapshotThatInheritsMarksIsNotKnownByItsName() {
    assertThat(
            judged(
                    ofTrueNasCsi()
                        .snapshot(
                            aSnapshot("tank/k8s/pvc-a@" + GENERATED)
                                .property(
                                    "democratic-csi:csi_volume_name",
                                    "pvc-a",
                                    PropertySource.INHERITED)))
                .said())
        .isEmpty();
  }

  private static InventoryBuilder withContent(ContentBuilder content) {
    return anInventory()
        .volume(at("pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
        .content(content.handle("pvc-a@snapshot-1"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "another-uid"));
  }

  @Test
  void snapshotObjectMadeAnewIsAnother() {
    assertThat(judged(withContent(aContent("c1"))).said())
        .containsExactly("PK203 prod-a/volumesnapshotcontents/c1");
    assertThat(judged(withContent(aContent("c1").unbound())).said()).isEmpty();
  }

  private static List<String> saidOf(ContentBuilder content, InventoryBuilder inventory) {
    return judged(
            inventory
                .content(content)
                .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1")))
        .verdictsSaid();
  }

  private static InventoryBuilder oneVolume() {
    return anInventory().volume(at("pvc-a")).dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  @Test
  void snapshotMayBeInAPoolThatIsNotImported() {
    ContentBuilder ofAnyPool = aContent("c1").handle("pvc-gone@snapshot-1");
    ContentBuilder inTank = aContent("c1").handle("pvc-a@snapshot-1");

    assertThat(saidOf(ofAnyPool, oneVolume()))
        .containsExactly("PK201 prod-a/volumesnapshotcontents/c1");
    assertThat(saidOf(ofAnyPool, oneVolume().pool("cold", "OFFLINE")))
        .containsExactly("PK201? prod-a/volumesnapshotcontents/c1");
    assertThat(saidOf(inTank, oneVolume().pool("cold", "OFFLINE")))
        .containsExactly("PK201 prod-a/volumesnapshotcontents/c1");
  }

  @Test
  void snapshotOfAVolumeNobodyCanPlaceIsUndecided() {
    assertThat(
            saidOf(
                aContent("c1").handle("pvc-z@snapshot-1").of("pvc-z"),
                oneVolume()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-z").nfs("10.0.0.99", "/mnt/tank/k8s/pvc-z"))))
        .containsExactly(
            "PK101? prod-a/persistentvolumes/pvc-z", "PK201? prod-a/volumesnapshotcontents/c1");
  }

  @Test
  void snapshotOfALostVolumeNeedsTheSharesThatWouldLeadToIt() {
    InventoryBuilder lost = oneVolume().address("10.0.0.5").volume(at("pvc-lost"));
    ContentBuilder content = aContent("c1").handle("pvc-lost@snapshot-1").of("pvc-lost");

    assertThat(saidOf(content, lost.read("nas1", ObjectKind.NFS_SHARE, CaptureStatus.PARTIAL)))
        .containsExactly(
            "PK101? prod-a/persistentvolumes/pvc-lost", "PK201? prod-a/volumesnapshotcontents/c1");
  }

  @Test
  void contentOnItsWayOutHasNotLostItsSnapshot() {
    assertThat(saidOf(aContent("c1").handle("pvc-a@snapshot-1").beingDeleted(), oneVolume()))
        .isEmpty();
  }
}
