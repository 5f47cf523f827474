package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.ContentBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which ZFS snapshot, or detached copy, a VolumeSnapshotContent means. */
class SnapshotMatcherTest {

  private static final String CONTENT = "prod-a/volumesnapshotcontents/c1";

  private static InventoryBuilder oneAlive() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static InventoryBuilder with(ContentBuilder content) {
    return oneAlive()
        .content(content)
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"));
  }

  private static List<String> contentLinks(InventoryBuilder inventory) {
    return judged(inventory).links().stream().filter(l -> l.startsWith(CONTENT)).toList();
  }

  @Test
  void handleOfDemocraticCsiIsASnapshotOfItsVolumesDataset() {
    assertThat(
            contentLinks(
                with(aContent("c1").handle("pvc-a@snapshot-1"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))))
        .containsExactly(CONTENT + " CONFIRMED nas1/snapshots/tank/k8s/pvc-a@snapshot-1");
  }

  @Test
  void handleOfTrueNasCsiIsAFullSnapshotId() {
    assertThat(
            contentLinks(
                with(aContent("c1").driver("csi.truenas.io").handle("tank/pvc-t@snapshot-1"))
                    .dataset(aDataset("tank/pvc-t"))
                    .snapshot(aSnapshot("tank/pvc-t@snapshot-1"))))
        .containsExactly(CONTENT + " CONFIRMED nas1/snapshots/tank/pvc-t@snapshot-1");
  }

  @Test
  void snapshotOfADeletedVolumeIsFoundUnderTheKnownParent() {
    assertThat(
            contentLinks(
                with(aContent("c1").handle("pvc-old@snapshot-1").of("pvc-old"))
                    .dataset(aDataset("tank/k8s/pvc-old").marked("pvc-old"))
                    .snapshot(aSnapshot("tank/k8s/pvc-old@snapshot-1"))))
        .containsExactly(CONTENT + " CONFIRMED nas1/snapshots/tank/k8s/pvc-old@snapshot-1");
  }

  @Test
  void snapshotThatMovedWithAPromotedCloneIsFoundByItsMark() {
    assertThat(
            contentLinks(
                with(aContent("c1").handle("pvc-a@snapshot-1"))
                    .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
                    .snapshot(aSnapshot("tank/k8s/pvc-b@snapshot-1").marked("pvc-a"))))
        .containsExactly(CONTENT + " CONFIRMED nas1/snapshots/tank/k8s/pvc-b@snapshot-1");
  }

  @Test
  void missingSnapshotIsALoss() {
    assertThat(judged(with(aContent("c1").handle("pvc-a@snapshot-1"))).said())
        .containsExactly("PK201 " + CONTENT);
  }

  @Test
  void snapshotOfAReplicaDoesNotHideALoss() {
    InventoryBuilder inventory =
        with(aContent("c1").handle("pvc-a@snapshot-1")).onNas(Objects.push("tank/k8s", "tank/k8s"));
    inventory
        .nas("nas2")
        .pool("tank")
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a", PropertySource.RECEIVED))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"));

    assertThat(judged(inventory).said()).containsExactly("PK201 " + CONTENT);
  }

  @Test
  void snapshotOfATrueNasCsiReplicaDoesNotHideALoss() {
    InventoryBuilder inventory =
        with(aContent("c1").driver("csi.truenas.io").handle("tank/pvc-t@snapshot-1"))
            .dataset(aDataset("tank/pvc-t"))
            .onNas(Objects.push("tank", "tank"));
    inventory
        .nas("nas2")
        .pool("tank")
        .dataset(aDataset("tank/pvc-t"))
        .snapshot(aSnapshot("tank/pvc-t@snapshot-1"));

    assertThat(judged(inventory).said()).containsExactly("PK201 " + CONTENT);
  }

  @Test
  void pendingContentIsNotJudged() {
    assertThat(judged(with(aContent("c1"))).said()).isEmpty();
  }

  @Test
  void contentBeingDeletedIsNotJudged() {
    assertThat(judged(with(aContent("c1").handle("pvc-a@gone").beingDeleted())).said()).isEmpty();
  }

  @Test
  void fileLevelAndForeignHandlesAreNotJudged() {
    List<String> handles =
        List.of(
            "snapshot_driver=restic&snapshot_id=abc",
            "/lun/7a1b/9c2d",
            "0001-0009-rook-ceph-0000000000000001-aaaa");
    for (String handle : handles) {
      assertThat(judged(with(aContent("c1").handle(handle))).said()).as(handle).isEmpty();
    }
  }

  @Test
  void detachedSnapshotIsADataset() {
    assertThat(
            contentLinks(
                with(aContent("c1").handle("pvc-a/snapshot-1"))
                    .parent("tank/k8s-snaps/pvc-a")
                    .dataset(
                        aDataset("tank/k8s-snaps/pvc-a/snapshot-1")
                            .detachedSnapshot("snapshot-1", "pvc-a"))))
        .containsExactly(CONTENT + " CONFIRMED nas1/datasets/tank/k8s-snaps/pvc-a/snapshot-1");
  }

  @Test
  void detachedSnapshotThatWasReceivedFromItsVolumeIsNotAReplica() {
    assertThat(
            judged(
                    with(aContent("c1").handle("pvc-a/snapshot-1"))
                        .dataset(
                            aDataset("tank/k8s-snaps/pvc-a/snapshot-1")
                                .property(
                                    "democratic-csi:csi_volume_name",
                                    "pvc-a",
                                    PropertySource.RECEIVED)
                                .detachedSnapshot("snapshot-1", "pvc-a")))
                .said())
        .isEmpty();
  }

  @Test
  void detachedSnapshotOnAnotherNasThanItsVolumeIsACopy() {
    InventoryBuilder estate =
        with(aContent("c1").handle("pvc-a/snapshot-1"))
            .parent("tank/snaps")
            .dataset(
                aDataset("tank/snaps/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"))
            .nas("nas2")
            .pool("bulk")
            .dataset(
                aDataset("bulk/copy/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"));

    assertThat(contentLinks(estate))
        .containsExactly(CONTENT + " CONFIRMED nas1/datasets/tank/snaps/pvc-a/snapshot-1");
  }

  @Test
  void copyOnAnotherNasDoesNotHideTheLossOfADetachedSnapshot() {
    InventoryBuilder estate =
        with(aContent("c1").handle("pvc-a/snapshot-1"))
            .nas("nas2")
            .pool("bulk")
            .dataset(
                aDataset("bulk/copy/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"));

    assertThat(judged(estate).said()).containsExactly("PK201 " + CONTENT);
  }

  @Test
  void snapshotOfAVolumeThatCannotBeLookedForIsUndecidedToo() {
    InventoryBuilder estate =
        with(aContent("c1").handle("pvc-far@snapshot-1").of("pvc-far"))
            .volume(aVolume("pvc-far").nfs("10.9.9.9", "/mnt/tank/k8s/pvc-far"));

    assertThat(judged(estate).said())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-far", "PK201? " + CONTENT);
    assertThat(judged(estate).gap(CONTENT).reason())
        .isEqualTo("of its volume, no registered NAS is known by address 10.9.9.9");
  }

  @Test
  void missingDetachedSnapshotIsALoss() {
    assertThat(judged(with(aContent("c1").handle("pvc-a/snapshot-1"))).said())
        .containsExactly("PK201 " + CONTENT);
  }

  @Test
  void nameThatOnlyEndsAlikeIsNotTheDetachedSnapshot() {
    assertThat(
            judged(
                    with(aContent("c1").handle("pvc-a/snapshot-1"))
                        .dataset(aDataset("tank/snaps/other-pvc-a/snapshot-1")))
                .said())
        .containsExactly("PK201 " + CONTENT);
  }

  @Test
  void handlesOfTnsCsiAreReadWithTheirPrefix() {
    assertThat(
            contentLinks(
                with(aContent("c1").handle("nfs:pvc-a@snapshot-1"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1"))))
        .hasSize(1);
    assertThat(judged(with(aContent("c1").handle("detached:nfs:pvc-a@snapshot-1"))).said())
        .containsExactly("PK201? " + CONTENT);
  }

  @Test
  void contentOfADriverNobodyUsesIsUndecided() {
    assertThat(
            judged(with(aContent("c1").driver("another.driver").handle("pvc-z@snapshot-1"))).said())
        .containsExactly("PK201? " + CONTENT);
  }

  @Test
  void contentOfADriverThatIsNotOnATrueNasIsNotJudged() {
    assertThat(
            judged(
                    with(aContent("c1").driver("rbd").handle("pvc-z@snapshot-1"))
                        .volume(aVolume("ceph").driver("rbd")))
                .said())
        .isEmpty();
  }
}
