package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.RememberedNights.aLedger;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stood in prod-b until three days ago, when it was taken out of the configuration. */
class FormerClustersTest {

  private static final String DRIVER = "org.democratic-csi.nfs";
  private static final String X = "nas1/datasets/tank/k8s/pvc-x";
  private static final String PV_X = "prod-b/persistentvolumes/pvc-x";
  private static final String GONE = "pvc-11111111-2222-3333-4444-555555555555";
  private static final String INSTANCE =
      "democratic-csi:volume_context_provisioner_driver_instance_id";

  private static InventoryBuilder with(DatasetBuilder dataset) {
    return anInventory()
        .volume(
            aVolume("pvc-a")
                .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a")
                .with("provisioner_driver_instance_id", "ours"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(dataset);
  }

  private static DatasetBuilder markedX() {
    return aDataset("tank/k8s/pvc-x").marked("pvc-x");
  }

  private static History onceOn(String subject, String backend) {
    return aLedger().formerly(subject, 3, DRIVER, "uid-b", backend);
  }

  private static JudgedNight judged(InventoryBuilder inventory, History history, String... gone) {
    return JudgedNight.judged(
        inventory, Map.of(), history, new OrphanPolicy(Duration.ofHours(24), Set.of(gone)));
  }

  private static List<String> said(InventoryBuilder inventory, History history) {
    return judged(inventory, history).said();
  }

  @Test
  void volumeOfAFormerClusterIsNamedAndStaysProtected() {
    JudgedNight night = judged(with(markedX()), onceOn(PV_X, X));

    assertThat(night.said()).containsExactly("PK110 " + X);
    assertThat(night.candidate(X).evidence())
        .first()
        .isEqualTo(PV_X + " stood on it until 2026-02-08; prod-b is no longer registered");
  }

  @Test
  void clusterThatIsRegisteredTellsTonightWhatItHas() {
    assertThat(said(with(markedX()).cluster("prod-b"), onceOn(PV_X, X)))
        .containsExactly("PK102 " + X);
  }

  @Test
  void clusterUnderAnotherNameIsKnownByItsKubeSystem() {
    assertThat(
            said(
                with(markedX())
                    .add(new Namespace("prod-a", "kube-system", "uid-b", Optional.of(LONG_AGO))),
                onceOn(PV_X, X)))
        .containsExactly("PK102 " + X);
    assertThat(
            said(
                with(markedX())
                    .add(new Namespace("prod-a", "kube-system", "uid-a", Optional.of(LONG_AGO))),
                onceOn(PV_X, X)))
        .containsExactly("PK110 " + X);
  }

  @Test
  void otherNamespacesAreNoClustersIdentity() {
    assertThat(
            said(
                with(markedX())
                    .add(new Namespace("prod-a", "media", "uid-b", Optional.of(LONG_AGO))),
                onceOn(PV_X, X)))
        .containsExactly("PK110 " + X);
  }

  @Test
  void leftoverOfAClusterThatIsGoneForGoodIsALeftover() {
    JudgedNight night = judged(with(markedX()), onceOn(PV_X, X), "prod-b");

    assertThat(night.said()).containsExactly("PK102 " + X);
    assertThat(night.candidate(X).cause().orElseThrow())
        .hasToString(
            "ProbableCause[cause=CLUSTER_GONE, evidence="
                + PV_X
                + " stood on it until 2026-02-08, and orphans.gone-clusters names prod-b]");
  }

  @Test
  void marksOfAClusterThatIsGoneForGoodDoNotProtectWhatTheLedgerSawInIt() {
    DatasetBuilder theirs = markedX().property(INSTANCE, "theirs");

    assertThat(judged(with(theirs), onceOn(PV_X, X), "prod-b").said())
        .containsExactly("PK102 " + X);
    assertThat(
            judged(
                    with(theirs),
                    onceOn("prod-b/persistentvolumes/pvc-z", "nas1/datasets/tank/k8s/pvc-z"),
                    "prod-b")
                .said())
        .containsExactly("PK110 " + X);
  }

  @Test
  void ownParentOfAClusterThatIsGoneForGoodIsJudgedWhereTheLedgerSawIt() {
    InventoryBuilder apart = with(aDataset("tank/b/pvc-x").marked("pvc-x")).parent("tank/b");
    History history = onceOn(PV_X, "nas1/datasets/tank/b/pvc-x");

    assertThat(said(apart, History.none())).containsExactly("PK102? nas1/datasets/tank/b/pvc-x");
    assertThat(said(apart, history)).containsExactly("PK110 nas1/datasets/tank/b/pvc-x");
    assertThat(judged(apart, history, "prod-b").said())
        .containsExactly("PK102 nas1/datasets/tank/b/pvc-x");
  }

  @Test
  void itIsUndecidedWhileARegisteredClusterWasNotReadWhole() {
    assertThat(
            judged(
                    with(markedX()).read("prod-a", ObjectKind.STORAGE_CLASS, CaptureStatus.PARTIAL),
                    onceOn(PV_X, X))
                .verdictsSaid())
        .containsExactly("PK102? " + X, "PK110? " + X);
  }

  @Test
  void datasetWhoseSnapshotAFormerContentNeedsIsProtected() {
    History history =
        onceOn("prod-b/volumesnapshotcontents/c", "nas1/snapshots/tank/k8s/pvc-x@snapshot-1");
    InventoryBuilder night =
        with(markedX()).snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-1").marked("pvc-x"));

    assertThat(said(night, history))
        .containsExactly("PK110 " + X, "PK202? nas1/snapshots/tank/k8s/pvc-x@snapshot-1");
    assertThat(judged(night, history).candidate(X).evidence())
        .first()
        .isEqualTo(
            "prod-b/volumesnapshotcontents/c stood on tank/k8s/pvc-x@snapshot-1 until 2026-02-08;"
                + " prod-b is no longer registered");
  }

  @Test
  void snapshotsOfAMigratedVolumeMayBeNeededInItsOldCluster() {
    History history = onceOn("prod-b/persistentvolumes/pvc-a", "nas1/datasets/tank/k8s/pvc-a");
    InventoryBuilder night =
        with(markedX().created(LONG_AGO))
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"));

    assertThat(said(night, history))
        .containsExactly("PK102 " + X, "PK202? nas1/snapshots/tank/k8s/pvc-a@snapshot-1");
  }

  @Test
  void temporarySnapshotOfAMigratedVolumeMayBeNeededInItsOldCluster() {
    String snapshot = "nas1/snapshots/tank/k8s/pvc-a@csi-clone-x-1";
    InventoryBuilder night =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-x-1"));

    assertThat(said(night, History.none())).containsExactly("PK206 " + snapshot);
    assertThat(
            said(night, onceOn("prod-b/persistentvolumes/pvc-a", "nas1/datasets/tank/k8s/pvc-a")))
        .containsExactly("PK206? " + snapshot);
  }

  @Test
  void detachedSnapshotOfAFormerContentIsUndecided() {
    String copy = "nas1/datasets/tank/snaps/pvc-a/snapshot-1";
    InventoryBuilder night =
        with(markedX())
            .dataset(
                aDataset("tank/snaps/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"));

    assertThat(said(night, History.none())).containsExactly("PK102 " + X, "PK207 " + copy);
    assertThat(said(night, onceOn("prod-b/volumesnapshotcontents/c", copy)))
        .containsExactly("PK102 " + X, "PK207? " + copy);
  }

  @Test
  void detachedSnapshotMadeSinceAmongThoseOfAFormerClusterIsUndecided() {
    InventoryBuilder night =
        with(markedX())
            .dataset(
                aDataset("tank/snaps/pvc-a/snapshot-2")
                    .detachedSnapshot("snapshot-2", "pvc-a")
                    .created(NIGHT.minus(Duration.ofDays(2))));

    assertThat(
            said(
                night,
                onceOn(
                    "prod-b/volumesnapshotcontents/c",
                    "nas1/datasets/tank/snaps/pvc-b/snapshot-1")))
        .containsExactly("PK102 " + X, "PK207? nas1/datasets/tank/snaps/pvc-a/snapshot-2");
  }

  private static InventoryBuilder served() {
    return with(markedX())
        .onNas(
            Objects.nfsShare(
                "/mnt/tank/k8s/" + GONE, "democratic-csi (" + DRIVER + "): tank/k8s/" + GONE))
        .onNas(Objects.extent(1, GONE, "tank/k8s/" + GONE));
  }

  @Test
  void sharesAndExtentsOfAFormerVolumeAreUndecided() {
    String share = "nas1/nfs-shares/mnt/tank/k8s/" + GONE;
    String extent = "nas1/iscsi-extents/" + GONE;
    History history = onceOn("prod-b/persistentvolumes/" + GONE, "nas1/datasets/tank/k8s/" + GONE);

    assertThat(said(served(), History.none()))
        .containsExactly("PK102 " + X, "PK106 " + share, "PK107 " + extent);
    assertThat(said(served(), history))
        .containsExactly("PK102 " + X, "PK106? " + share, "PK107? " + extent);
    assertThat(judged(served(), history).gap(share).reason())
        .isEqualTo(
            "prod-b/persistentvolumes/%s was its volume until 2026-02-08; prod-b is no longer registered"
                .formatted(GONE));
  }

  @Test
  void sharesOfAnotherVolumeOrOnAnotherNasAreNotInDoubt() {
    for (String backend :
        List.of("nas1/datasets/tank/k8s/pvc-b", "nas2/datasets/tank/k8s/" + GONE)) {
      assertThat(said(served(), onceOn("prod-b/persistentvolumes/pvc-b", backend)))
          .as(backend)
          .contains("PK106 nas1/nfs-shares/mnt/tank/k8s/" + GONE)
          .contains("PK107 nas1/iscsi-extents/" + GONE);
    }
  }

  @Test
  void datasetAroundAFormerVolumeIsProtected() {
    assertThat(
            said(
                with(markedX()),
                onceOn("prod-b/persistentvolumes/pvc-b", X + "/nested/more/pvc-b")))
        .containsExactly("PK110 " + X);
  }

  @ParameterizedTest
  @CsvSource({"30, 3", "3, 30"})
  void lastNightOfAFormerClusterCountsWhateverElseWentBefore(int oneDaysAgo, int otherDaysAgo) {
    History history =
        aLedger()
            .formerly(
                "prod-b/persistentvolumes/pvc-b",
                oneDaysAgo,
                DRIVER,
                "uid-b",
                "nas1/datasets/tank/k8s/pvc-b")
            .formerly(
                "prod-b/persistentvolumes/pvc-c",
                otherDaysAgo,
                DRIVER,
                "uid-b",
                "nas1/datasets/tank/k8s/pvc-c");

    assertThat(said(with(markedX().created(NIGHT.minus(Duration.ofDays(10)))), history))
        .containsExactly("PK102 " + X);
    assertThat(said(with(markedX().created(NIGHT.minus(Duration.ofDays(2)))), history))
        .containsExactly("PK102? " + X);
  }

  private static List<String> beside(Instant createdAt, String driver) {
    return said(
        with(markedX().created(createdAt))
            .onNas(
                Objects.nfsShare(
                    "/mnt/tank/k8s/pvc-x", "democratic-csi (" + DRIVER + "): tank/k8s/pvc-x")),
        aLedger()
            .formerly(
                "prod-b/persistentvolumes/pvc-b",
                3,
                driver,
                "uid-b",
                "nas1/datasets/tank/k8s/pvc-b"));
  }

  @Test
  void volumeMadeWhereAFormerClusterKeptItsOwnMayBeItsIfItIsNewer() {
    assertThat(beside(NIGHT.minus(Duration.ofDays(2)), DRIVER)).containsExactly("PK102? " + X);
    assertThat(beside(NIGHT.minus(Duration.ofDays(5)), DRIVER)).containsExactly("PK102 " + X);
    assertThat(beside(NIGHT.minus(Duration.ofDays(2)), "org.democratic-csi.iscsi"))
        .containsExactly("PK102 " + X);
  }

  @Test
  void instanceOfARegisteredClusterIsItsOwn() {
    assertThat(
            said(
                with(markedX().created(NIGHT.minus(Duration.ofDays(2))).property(INSTANCE, "ours")),
                onceOn("prod-b/persistentvolumes/pvc-b", "nas1/datasets/tank/k8s/pvc-b")))
        .containsExactly("PK102 " + X);
  }
}
