package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** No byte is promised twice, and none that something else still holds. */
class ReclaimableSpaceTest {

  private static InventoryBuilder oneAlive() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static InventoryBuilder released() {
    return oneAlive()
        .volume(aVolume("pvc-r").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-r").phase("Released").retain())
        .dataset(aDataset("tank/k8s/pvc-r").marked("pvc-r").used(500));
  }

  @Test
  void releasedVolumeFreesItsDataset() {
    assertThat(judged(released()).reclaimableBytes()).isEqualTo(500);
  }

  @Test
  void releasedVolumeWithAHoldFreesNothingThatIsKnown() {
    JudgedNight night = judged(released().snapshot(aSnapshot("tank/k8s/pvc-r@keep-me").held()));

    assertThat(night.candidate("prod-a/persistentvolumes/pvc-r").reclaimableBytes()).isEmpty();
  }

  @Test
  void snapshotsOfAnOrphanAreCountedWithIt() {
    JudgedNight night =
        judged(
            oneAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").used(500))
                .snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-1").marked("pvc-x")));

    assertThat(night.said())
        .containsExactly(
            "PK102 nas1/datasets/tank/k8s/pvc-x", "PK202 nas1/snapshots/tank/k8s/pvc-x@snapshot-1");
    assertThat(night.reclaimableBytes()).isEqualTo(500);
  }

  @Test
  void snapshotsOfAReleasedVolumeAreCountedWithIt() {
    JudgedNight night =
        judged(
            released()
                .snapshot(aSnapshot("tank/k8s/pvc-r@snapshot-1").marked("pvc-r"))
                .snapshot(aSnapshot("tank/k8s/pvc-r@snapshot-2").marked("pvc-r"))
                .content(aContent("c2").handle("pvc-r@snapshot-2").of("pvc-r")));

    assertThat(night.said())
        .containsExactly(
            "PK103 prod-a/persistentvolumes/pvc-r",
            "PK202 nas1/snapshots/tank/k8s/pvc-r@snapshot-1",
            "PK203 prod-a/volumesnapshotcontents/c2");
    assertThat(night.reclaimableBytes()).isEqualTo(500);
    assertThat(night.candidate("prod-a/volumesnapshotcontents/c2").reclaimableBytes()).hasValue(0);
  }

  @Test
  void snapshotOfAReleasedVolumeWhoseDataStaysIsCountedItself() {
    JudgedNight night =
        judged(
            released()
                .volume(aVolume("again").handle("pvc-r").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-r"))
                .snapshot(aSnapshot("tank/k8s/pvc-r@snapshot-1").marked("pvc-r")));

    assertThat(night.candidate("nas1/snapshots/tank/k8s/pvc-r@snapshot-1").reclaimableBytes())
        .hasValue(10);
  }

  @Test
  void orphanInsideAnOrphanIsCountedOnce() {
    JudgedNight night =
        judged(
            oneAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").used(500))
                .dataset(
                    aDataset("tank/k8s/pvc-x/pvc-1f0c8c2e-0f55-4e0f-9c9b-2f5f3f9d1a10")
                        .used(200)
                        .marked("pvc-y")));

    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").reclaimableBytes()).hasValue(300);
    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").evidence())
        .contains("1 dataset lies inside it, not counted here");
  }

  @Test
  void childrenOfUnknownSizeMakeTheSpaceUnknown() {
    JudgedNight night =
        judged(
            oneAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").used(500))
                .dataset(aDataset("tank/k8s/pvc-x/sub").usedUnknown()));

    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").reclaimableBytes()).isEmpty();
  }

  @Test
  void whatACloneSharesIsNotPromised() {
    JudgedNight night =
        judged(
            oneAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").used(500))
                .dataset(
                    aDataset("tank/k8s/pvc-clone").marked("pvc-clone").cloneOf("tank/k8s/pvc-x@s"))
                .volume(aVolume("pvc-clone").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-clone")));

    assertThat(night.said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");
    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").reclaimableBytes()).isEmpty();
    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").evidence())
        .contains(
            "its snapshot @s is the origin of tank/k8s/pvc-clone"
                + " (prod-a/persistentvolumes/pvc-clone, claim media/claim-of-pvc-clone): space"
                + " shared with a clone is not freed");
  }

  @Test
  void releasedVolumeWhoseDataAnotherVolumeUsesFreesNothingAndSaysSo() {
    JudgedNight night =
        judged(
            released()
                .volume(aVolume("again").handle("pvc-r").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-r")));

    assertThat(night.said()).containsExactly("PK103 prod-a/persistentvolumes/pvc-r");
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-r").reclaimableBytes()).hasValue(0);
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-r").evidence())
        .contains(
            "prod-a/persistentvolumes/again uses the same dataset: deleting the data of this"
                + " volume would destroy that one's");
  }

  @Test
  void releasedVolumeWithACloneSaysWhatStandsOnIt() {
    JudgedNight night =
        judged(
            released()
                .dataset(
                    aDataset("tank/k8s/pvc-clone").marked("pvc-clone").cloneOf("tank/k8s/pvc-r@s"))
                .volume(aVolume("pvc-clone").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-clone")));

    assertThat(night.candidate("prod-a/persistentvolumes/pvc-r").reclaimableBytes()).isEmpty();
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-r").evidence())
        .anyMatch(text -> text.contains("tank/k8s/pvc-clone"));
  }

  @Test
  void temporarySnapshotIsCountedWithItsDatasetIfThatGoes() {
    JudgedNight night =
        judged(
            released()
                .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-x-1"))
                .snapshot(aSnapshot("tank/k8s/pvc-r@csi-clone-x-1")));

    assertThat(night.candidate("nas1/snapshots/tank/k8s/pvc-a@csi-clone-x-1").reclaimableBytes())
        .hasValue(10);
    assertThat(night.candidate("nas1/snapshots/tank/k8s/pvc-r@csi-clone-x-1").reclaimableBytes())
        .hasValue(0);
  }

  @Test
  void leftContentTellsWhenItsClassSaysOtherwise() {
    JudgedNight night =
        judged(
            oneAlive()
                .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                .content(aContent("c1").handle("pvc-a@snapshot-1").snapshotClass("daily"))
                .inCluster(
                    c -> new VolumeSnapshotClass(c, "daily", "org.democratic-csi.nfs", "Delete")));

    assertThat(night.candidate("prod-a/volumesnapshotcontents/c1").evidence())
        .contains("deletionPolicy Retain", "its class daily says Delete");
  }

  @Test
  void snapshotOfTwoLeftContentsIsCountedOnce() {
    JudgedNight night =
        judged(
            oneAlive()
                .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                .content(aContent("c1").handle("pvc-a@snapshot-1"))
                .content(aContent("c2").handle("pvc-a@snapshot-1")));

    assertThat(night.said())
        .containsExactly(
            "PK203 prod-a/volumesnapshotcontents/c1", "PK203 prod-a/volumesnapshotcontents/c2");
    assertThat(night.judgements().candidates())
        .allMatch(candidate -> candidate.reclaimableBytes().equals(OptionalLong.of(0)));
  }

  @Test
  void leftContentFreesTheSnapshotItKeeps() {
    JudgedNight night =
        judged(
            oneAlive()
                .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                .content(aContent("c1").handle("pvc-a@snapshot-1")));

    assertThat(night.candidate("prod-a/volumesnapshotcontents/c1").reclaimableBytes()).hasValue(10);
  }

  @Test
  void leftContentWhoseSnapshotHasACloneFreesNothingThatIsKnown() {
    JudgedNight night =
        judged(
            oneAlive()
                .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                .content(aContent("c1").handle("pvc-a@snapshot-1"))
                .dataset(
                    aDataset("tank/k8s/pvc-b").marked("pvc-b").cloneOf("tank/k8s/pvc-a@snapshot-1"))
                .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b")));

    assertThat(night.candidate("prod-a/volumesnapshotcontents/c1").reclaimableBytes()).isEmpty();
  }

  private static OptionalLong bytesOfLeftSnapshot(InventoryBuilder inventory) {
    return judged(inventory)
        .candidate("nas1/snapshots/tank/k8s/pvc-a@snapshot-1")
        .reclaimableBytes();
  }

  @Test
  void leftSnapshotFreesItsOwnSpaceUnlessAHoldOrACloneKeepsIt() {
    assertThat(
            bytesOfLeftSnapshot(
                oneAlive().snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))))
        .hasValue(10);
    assertThat(
            bytesOfLeftSnapshot(
                oneAlive().snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a").held())))
        .isEmpty();
    assertThat(
            bytesOfLeftSnapshot(
                oneAlive()
                    .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
                    .dataset(
                        aDataset("tank/k8s/pvc-b")
                            .marked("pvc-b")
                            .cloneOf("tank/k8s/pvc-a@snapshot-1"))
                    .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))))
        .isEmpty();
  }
}
