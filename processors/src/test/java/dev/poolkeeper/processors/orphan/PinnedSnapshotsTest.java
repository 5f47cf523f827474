package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.SnapshotBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 204 to 207: snapshots that are not ready, pinned, temporary, or copies of their own. */
class PinnedSnapshotsTest {

  private static InventoryBuilder estate() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static InventoryBuilder withClone(SnapshotBuilder snapshot, String id) {
    return estate()
        .snapshot(snapshot)
        .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))
        .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b").cloneOf(id));
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  // 204

  @Test
  void snapshotThatAsksForItIsLeftAlone() {
    assertThat(
            judged(
                    unready(estate())
                        .inCluster(
                            Objects.unready(
                                "s", LONG_AGO, "data", Optional.empty(), Optional.of("keep"))))
                .candidate("prod-a/volumesnapshots/media/s")
                .exemption())
        .contains("keep");
  }

  @Test
  void snapshotWhoseContentAsksForItIsLeftAlone() {
    assertThat(
            judged(
                    unready(estate())
                        .inCluster(Objects.unready("s", LONG_AGO, "data", Optional.of("c1")))
                        .content(aContent("c1").failing("x").keep("keep")))
                .candidate("prod-a/volumesnapshots/media/s")
                .exemption())
        .contains("keep");
  }

  private static InventoryBuilder unready(InventoryBuilder inventory) {
    return inventory
        .inCluster(Objects.boundClaim("data", "pvc-a"))
        .inCluster(Objects.pod("p", "Running", "", "data"));
  }

  @Test
  void snapshotThatIsNotReadyAfterADaySaysWhatItsDriverSaid() {
    InventoryBuilder inventory =
        unready(estate())
            .inCluster(Objects.unready("s", LONG_AGO, "data", Optional.of("c1")))
            .content(aContent("c1").failing("x"));

    assertThat(judged(inventory).verdictsSaid()).contains("PK204 prod-a/volumesnapshots/media/s");
    assertThat(judged(inventory).candidate("prod-a/volumesnapshots/media/s").evidence())
        .contains("content c1, without a handle", "last error: dataset is busy");
  }

  @Test
  void snapshotWithoutContentIsJudgedByItsClaim() {
    assertThat(
            said(
                unready(estate())
                    .inCluster(Objects.unready("s", LONG_AGO, "data", Optional.empty()))))
        .containsExactly("PK204 prod-a/volumesnapshots/media/s");
  }

  @Test
  void youngSnapshotMayStillBecomeReady() {
    assertThat(
            said(
                unready(estate())
                    .inCluster(
                        Objects.unready("s", NIGHT.minusSeconds(3600), "data", Optional.empty()))))
        .isEmpty();
  }

  @Test
  void snapshotOfAnotherStorageIsNotOurs() {
    assertThat(
            said(
                anInventory()
                    .volume(aVolume("ebs").driver("ebs"))
                    .inCluster(Objects.boundClaim("data", "ebs"))
                    .inCluster(Objects.unready("s", LONG_AGO, "data", Optional.empty()))
                    .inCluster(Objects.unready("t", LONG_AGO, "unheard-of", Optional.empty()))))
        .isEmpty();
  }

  // 205

  @Test
  void destroyedSnapshotThatACloneNeedsNamesCloneAndClaim() {
    InventoryBuilder inventory =
        withClone(
            aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a").destroyPending(),
            "tank/k8s/pvc-a@snapshot-1");
    String subject = "nas1/snapshots/tank/k8s/pvc-a@snapshot-1";

    assertThat(said(inventory)).containsExactly("PK205 " + subject);
    assertThat(judged(inventory).candidate(subject).reclaimableBytes()).isEmpty();
    assertThat(judged(inventory).candidate(subject).evidence())
        .contains(
            "tank/k8s/pvc-b is a clone of it"
                + " (prod-a/persistentvolumes/pvc-b, claim media/claim-of-pvc-b)");
  }

  @Test
  void cloneOfALivingSnapshotIsInOrder() {
    assertThat(said(withClone(aSnapshot("tank/k8s/pvc-a@weekly"), "tank/k8s/pvc-a@weekly")))
        .isEmpty();
  }

  @Test
  void temporarySnapshotOfALivingCloneIsInOrder() {
    String id = "tank/k8s/pvc-a@volume-source-for-volume-pvc-b";
    assertThat(said(withClone(aSnapshot(id), id))).isEmpty();
    assertThat(said(withClone(aSnapshot(id).destroyPending(), id))).isEmpty();
  }

  // 206

  @ParameterizedTest
  @ValueSource(
      strings = {
        "volume-source-for-volume-pvc-gone",
        "volume-source-for-snapshot-snapshot-9",
        "csi-clone-tank-k8s-pvc-gone-1700000000"
      })
  void temporarySnapshotWithoutWhatItWasForIsLeft(String name) {
    assertThat(said(estate().snapshot(aSnapshot("tank/k8s/pvc-a@" + name))))
        .containsExactly("PK206 nas1/snapshots/tank/k8s/pvc-a@" + name);
  }

  @Test
  void temporarySnapshotOfTodayMayBeInUse() {
    assertThat(
            said(
                estate()
                    .snapshot(
                        aSnapshot("tank/k8s/pvc-a@volume-source-for-volume-pvc-b")
                            .created(NIGHT.minusSeconds(3600)))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 24, 0, true", "1, 24, 1, false", "30, 30, 0, true", "30, 30, 1, false"})
  void temporarySnapshotIsAllowedADayOrTheGraceWhateverIsLonger(
      long graceHours, long ageHours, long lessSeconds, boolean left) {
    InventoryBuilder inventory =
        estate()
            .snapshot(
                aSnapshot("tank/k8s/pvc-a@csi-clone-x-1")
                    .created(
                        NIGHT
                            .minus(Duration.ofHours(ageHours))
                            .plus(Duration.ofSeconds(lessSeconds))));
    OrphanPolicy policy = new OrphanPolicy(Duration.ofHours(graceHours), Set.of());

    assertThat(judged(inventory, Map.of(), History.none(), policy).said())
        .isEqualTo(left ? List.of("PK206 nas1/snapshots/tank/k8s/pvc-a@csi-clone-x-1") : List.of());
  }

  @Test
  void copyThatAClusterStillWaitsForIsUnderWay() {
    assertThat(
            said(
                estate()
                    .snapshot(aSnapshot("tank/k8s/pvc-a@volume-source-for-volume-pvc-77"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@volume-source-for-snapshot-snapshot-88"))
                    .inCluster(Objects.storageClass("standard", "WaitForFirstConsumer"))
                    .inCluster(Objects.claim("new", "77", "Pending"))
                    .inCluster(Objects.volumeSnapshot("new", "88"))))
        .isEmpty();
  }

  @Test
  void heldTemporarySnapshotIsLeftAlone() {
    assertThat(
            said(estate().snapshot(aSnapshot("tank/k8s/pvc-a@volume-source-for-volume-x").held())))
        .isEmpty();
  }

  @Test
  void temporarySnapshotOfADatasetNobodyUsesIsNotJudged() {
    assertThat(
            said(
                estate()
                    .parent("tank/theirs")
                    .dataset(aDataset("tank/theirs/disk"))
                    .snapshot(aSnapshot("tank/theirs/disk@csi-clone-x-1"))))
        .isEmpty();
  }

  @Test
  void temporarySnapshotIsUndecidedWhileAClusterWasNotReadWhole() {
    assertThat(
            judged(
                    estate()
                        .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-x-1"))
                        .read("prod-a", ObjectKind.VOLUME_SNAPSHOT_CONTENT, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly("PK206? nas1/snapshots/tank/k8s/pvc-a@csi-clone-x-1");
  }

  @Test
  void temporarySnapshotIsUndecidedWhileReplicationsWereNotReadWhole() {
    assertThat(
            judged(
                    estate()
                        .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-x-1"))
                        .read("nas1", ObjectKind.REPLICATION_TASK, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly("PK206? nas1/snapshots/tank/k8s/pvc-a@csi-clone-x-1");
  }

  // 207

  private static final String ORPHAN = "nas1/datasets/tank/snaps/pvc-a/snapshot-2";

  private static InventoryBuilder detached() {
    return estate()
        .parent("tank/snaps")
        .parent("tank/snaps/pvc-a")
        .dataset(aDataset("tank/snaps/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"))
        .content(aContent("c1").handle("pvc-a/snapshot-1"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
        .dataset(aDataset("tank/snaps/pvc-a/snapshot-2").detachedSnapshot("snapshot-2", "pvc-a"));
  }

  @Test
  void detachedSnapshotWithoutContentIsAnOrphan() {
    assertThat(said(detached())).containsExactly("PK207 " + ORPHAN);
    assertThat(judged(detached()).candidate(ORPHAN).reclaimableBytes()).hasValue(100);
  }

  @Test
  void lockedDetachedSnapshotIsUndecidedAndAYoungOneIsLeftAlone() {
    assertThat(said(withCopy(copyOfA().locked()))).containsExactly("PK207? " + ORPHAN);
    assertThat(said(withCopy(copyOfA().created(NIGHT.minusSeconds(3600))))).isEmpty();
    assertThat(said(withCopy(copyOfA()))).containsExactly("PK207 " + ORPHAN);
  }

  private static DatasetBuilder copyOfA() {
    return aDataset("tank/snaps/pvc-a/snapshot-2").detachedSnapshot("snapshot-2", "pvc-a");
  }

  private static InventoryBuilder withCopy(DatasetBuilder copy) {
    return estate().parent("tank/snaps").parent("tank/snaps/pvc-a").dataset(copy);
  }

  @Test
  void detachedSnapshotOfAGoneVolumeIsOursWhereContentsLead() {
    InventoryBuilder inventory =
        detached()
            .parent("tank/snaps/pvc-z")
            .dataset(
                aDataset("tank/snaps/pvc-z/snapshot-3").detachedSnapshot("snapshot-3", "pvc-z"));

    assertThat(said(inventory))
        .containsExactly("PK207 " + ORPHAN, "PK207 nas1/datasets/tank/snaps/pvc-z/snapshot-3");
  }

  @Test
  void datasetThatOnlyBearsTheNameOfAVolumeElsewhereMakesNoCopyOurs() {
    InventoryBuilder inventory =
        estate()
            .volume(
                aVolume("pvc-z")
                    .nfs("10.9.9.9", "/mnt/tank/k8s/pvc-z")
                    .with("provisioner_driver", "zfs-generic-nfs"))
            .dataset(aDataset("tank/theirs/pvc-z"))
            .dataset(
                aDataset("tank/copies/pvc-z/snapshot-2").detachedSnapshot("snapshot-2", "pvc-z"));

    assertThat(said(inventory))
        .containsExactly("PK207? nas1/datasets/tank/copies/pvc-z/snapshot-2");
  }

  @Test
  void volumeRestoredFromADetachedSnapshotLeavesItsSpaceUnknown() {
    InventoryBuilder inventory =
        detached()
            .snapshot(aSnapshot("tank/snaps/pvc-a/snapshot-2@volume-source-for-volume-pvc-r"))
            .volume(aVolume("pvc-r").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-r"))
            .dataset(
                aDataset("tank/k8s/pvc-r")
                    .marked("pvc-r")
                    .cloneOf("tank/snaps/pvc-a/snapshot-2@volume-source-for-volume-pvc-r"));

    assertThat(said(inventory)).containsExactly("PK207 " + ORPHAN);
    assertThat(judged(inventory).candidate(ORPHAN).reclaimableBytes()).isEmpty();
  }

  @Test
  void snapshotObjectThatStillWaitsForItsContentProtects() {
    assertThat(said(detached().inCluster(Objects.volumeSnapshot("new", "2")))).isEmpty();
  }

  @Test
  void detachedSnapshotOfSomebodyElseIsUndecided() {
    assertThat(
            said(
                estate()
                    .parent("tank/theirs")
                    .parent("tank/theirs/pvc-z")
                    .dataset(
                        aDataset("tank/theirs/pvc-z/snapshot-2")
                            .detachedSnapshot("snapshot-2", "pvc-z"))))
        .containsExactly("PK207? nas1/datasets/tank/theirs/pvc-z/snapshot-2");
  }

  @Test
  void replicaOfADetachedSnapshotIsACopy() {
    assertThat(
            said(
                detached()
                    .onNas(Objects.localCopy("tank/snaps", "tank/copies"))
                    .parent("tank/copies")
                    .parent("tank/copies/pvc-a")
                    .dataset(
                        aDataset("tank/copies/pvc-a/snapshot-3")
                            .property(
                                "democratic-csi:csi_snapshot_name",
                                "snapshot-3",
                                PropertySource.RECEIVED)
                            .property(
                                "democratic-csi:csi_snapshot_source_volume_id",
                                "pvc-a",
                                PropertySource.RECEIVED))))
        .containsExactly("PK207 " + ORPHAN);
  }

  @Test
  void keepOnADetachedSnapshotExemptsIt() {
    assertThat(
            judged(
                    estate()
                        .parent("tank/snaps")
                        .dataset(
                            aDataset("tank/snaps/pvc-a/snapshot-2")
                                .detachedSnapshot("snapshot-2", "pvc-a")
                                .property("poolkeeper:keep", "yes")))
                .candidate(ORPHAN)
                .exemption())
        .contains("poolkeeper:keep=yes");
  }

  @Test
  void detachedSnapshotIsUndecidedWhileAClusterWasNotReadWhole() {
    assertThat(
            judged(
                    detached()
                        .read("prod-a", ObjectKind.PERSISTENT_VOLUME_CLAIM, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .contains("PK207? " + ORPHAN);
  }

  @Test
  void detachedSnapshotIsUndecidedWhileWhatMayUseItWasNotReadWhole() {
    for (ObjectKind kind : List.of(ObjectKind.APP, ObjectKind.NFS_SHARE, ObjectKind.VM_DEVICE)) {
      assertThat(judged(detached().read("nas1", kind, CaptureStatus.PARTIAL)).verdictsSaid())
          .as(kind.plural())
          .containsExactly("PK207? " + ORPHAN);
    }
  }
}
