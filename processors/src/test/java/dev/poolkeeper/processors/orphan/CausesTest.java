package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.RememberedNights.aLedger;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cause is named for a leftover, on what, and when none is. */
class CausesTest {

  private static final String X = "nas1/datasets/tank/k8s/pvc-x";
  private static final String PV_X = "prod-a/persistentvolumes/pvc-x";
  private static final String PV_A = "prod-a/persistentvolumes/pvc-a";
  private static final String SNAPSHOT_UID = "0f3c2d1e-4b5a-4678-9abc-def012345678";
  private static final String SNAPSHOT_X = "nas1/snapshots/tank/k8s/pvc-a@snapshot-" + SNAPSHOT_UID;
  private static final String CONTENT_X =
      "prod-a/volumesnapshotcontents/snapcontent-" + SNAPSHOT_UID;

  /** A volume in order, and the dataset of one that is gone. */
  private static InventoryBuilder leftover(DatasetBuilder dataset) {
    return withVolume(aVolume("pvc-a")).dataset(dataset);
  }

  private static InventoryBuilder withVolume(VolumeBuilder volume) {
    return anInventory()
        .volume(volume.nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static DatasetBuilder markedX() {
    return aDataset("tank/k8s/pvc-x").marked("pvc-x");
  }

  private static String cause(InventoryBuilder inventory, String subject) {
    return cause(inventory, subject, History.none());
  }

  private static String cause(InventoryBuilder inventory, String subject, History history) {
    Optional<ProbableCause> cause = judged(inventory, Map.of(), history).candidate(subject).cause();
    return cause.map(c -> c.cause().word() + ": " + c.evidence()).orElse("unknown");
  }

  @Test
  void leftoverOfWhichNothingIsKnownHasNoCause() {
    assertThat(cause(leftover(markedX()), X)).isEqualTo("unknown");
  }

  @Test
  void volumeThatWasNeverFinishedWasACrash() {
    assertThat(
            cause(
                leftover(
                    aDataset("tank/k8s/pvc-x").property("democratic-csi:csi_volume_name", "pvc-x")),
                X))
        .isEqualTo(
            "provisioning-crashed: democratic-csi writes provision_success last, and it is not set");
  }

  @Test
  void volumeThatTheLedgerSawWasFinishedWhateverIsWritten() {
    assertThat(
            cause(
                leftover(
                    aDataset("tank/k8s/pvc-x").property("democratic-csi:csi_volume_name", "pvc-x")),
                X,
                aLedger().gone(PV_X, 3).with("Released", "Retain").on(X)))
        .startsWith("retain-policy: ");
  }

  @Test
  void volumeSeenWithRetainWasKeptByIt() {
    assertThat(
            cause(leftover(markedX()), X, aLedger().gone(PV_X, 3).with("Released", "Retain").on(X)))
        .isEqualTo(
            "retain-policy: %s had reclaim policy Retain, phase Released, and was last there on"
                    .formatted(PV_X)
                + " 2026-02-07");
  }

  @ParameterizedTest
  @CsvSource({"5, 3, unknown", "3, 5, retain-policy"})
  void latestOfTheVolumesThatStoodOnItTells(int retained, int deleted, String word) {
    String other = "prod-b/persistentvolumes/pvc-x";
    assertThat(
            cause(
                leftover(markedX()).cluster("prod-b"),
                X,
                aLedger()
                    .gone(PV_X, retained)
                    .with("Released", "Retain")
                    .on(X)
                    .gone(other, deleted)
                    .with("Released", "Delete")
                    .on(X)))
        .startsWith(word);
  }

  @Test
  void volumeOfThatNameOnAnotherDatasetTellsNothing() {
    assertThat(
            cause(
                leftover(markedX()),
                X,
                aLedger()
                    .gone(PV_X, 3)
                    .with("Released", "Retain")
                    .on("nas1/datasets/tank/old/pvc-x")))
        .isEqualTo("unknown");
  }

  @Test
  void volumeWithPolicyDeleteThatWentTellsNothingByItself() {
    assertThat(
            cause(leftover(markedX()), X, aLedger().gone(PV_X, 3).with("Released", "Delete").on(X)))
        .isEqualTo("unknown");
  }

  @Test
  void volumeDeletedWhileBoundWentFirst() {
    assertThat(
            cause(
                leftover(markedX()),
                X,
                aLedger().gone(PV_X, 3).with("Bound", "Delete").withDeletionAsked().on(X)))
        .isEqualTo(
            "pv-deleted-first: on 2026-02-07 the deletion of %s was asked for while it was bound"
                .formatted(PV_X));
  }

  @Test
  void claimThatStayedLongerSaysThatTheVolumeWentFirst() {
    assertThat(
            cause(
                leftover(markedX()),
                X,
                aLedger()
                    .gone("prod-a/persistentvolumeclaims/shop/data", 2)
                    .withUid("u-1")
                    .gone(PV_X, 3)
                    .with("Bound", "Delete")
                    .withClaim("shop/data", "u-1")
                    .on(X)))
        .isEqualTo(
            "pv-deleted-first: %s was gone on 2026-02-08, its claim".formatted(PV_X)
                + " prod-a/persistentvolumeclaims/shop/data was still there on 2026-02-08");
  }

  @ParameterizedTest
  @CsvSource({"2, u-2", "3, u-1", "4, u-1"})
  void claimMadeAnewOrGoneNoLaterTellsNothing(int claimMissed, String claimUid) {
    assertThat(
            cause(
                leftover(markedX()),
                X,
                aLedger()
                    .gone("prod-a/persistentvolumeclaims/shop/data", claimMissed)
                    .withUid(claimUid)
                    .gone(PV_X, 3)
                    .with("Bound", "Delete")
                    .withClaim("shop/data", "u-1")
                    .on(X)))
        .isEqualTo("unknown");
  }

  private static InventoryBuilder withClone() {
    return leftover(markedX())
        .snapshot(aSnapshot("tank/k8s/pvc-x@volume-source-for-volume-pvc-c"))
        .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c"))
        .dataset(
            aDataset("tank/k8s/pvc-c")
                .marked("pvc-c")
                .cloneOf("tank/k8s/pvc-x@volume-source-for-volume-pvc-c"));
  }

  @Test
  void cloneOfItBlocksIt() {
    assertThat(cause(withClone(), X))
        .isEqualTo(
            "blocked-by-clone: tank/k8s/pvc-c was cloned from its snapshot"
                + " @volume-source-for-volume-pvc-c");
  }

  @Test
  void volumeThatWasKeptWasNotBlocked() {
    assertThat(cause(withClone(), X, aLedger().gone(PV_X, 3).with("Released", "Retain").on(X)))
        .startsWith("retain-policy: ");
  }

  @Test
  void periodicSnapshotsBlockWhatWasStuckAndNothingElse() {
    InventoryBuilder inventory =
        leftover(markedX())
            .snapshot(aSnapshot("tank/k8s/pvc-x@auto-2026-02-01"))
            .snapshot(aSnapshot("tank/k8s/pvc-x@auto-2026-02-02"));

    assertThat(cause(inventory, X)).isEqualTo("unknown");
    assertThat(cause(inventory, X, aLedger().gone(PV_X, 3).with("Bound", "Delete").on(X)))
        .isEqualTo("unknown");
    assertThat(cause(inventory, X, aLedger().gone(PV_X, 3).with("Failed", "Delete").on(X)))
        .isEqualTo(
            "foreign-snapshot-blocks: its driver did not make snapshot @auto-2026-02-01 of it, and 1"
                + " more; %s was Failed until 2026-02-07".formatted(PV_X));
  }

  private static DatasetBuilder shared() {
    return markedX()
        .property("democratic-csi:volume_context_provisioner_driver", "freenas-nfs")
        .shareContext("{\"server\": \"10.0.0.5\", \"share\": \"/mnt/tank/k8s/pvc-x\"}");
  }

  @Test
  void shareThatTheDriverTookAwayShowsADestroyThatFailed() {
    assertThat(cause(leftover(shared()), X))
        .startsWith("destroy-failed-silently: it was shared, and the driver has removed the share");
    assertThat(cause(leftover(shared().property("democratic-csi:freenas_nfs_share_id", "12")), X))
        .isEqualTo("unknown");
    assertThat(
            cause(leftover(shared()).onNas(Objects.nfsShare("/mnt/tank/k8s/pvc-x", "by hand")), X))
        .isEqualTo("unknown");
  }

  @Test
  void notesThatItInheritsAreNotOfItsOwnShare() {
    assertThat(
            cause(
                leftover(
                    shared()
                        .property(
                            "democratic-csi:csi_share_volume_context",
                            "{\"server\": \"10.0.0.5\"}",
                            PropertySource.INHERITED)),
                X))
        .isEqualTo("unknown");
  }

  @Test
  void zvolThatAnExtentStillShowsWasNotHalfDestroyed() {
    DatasetBuilder zvol =
        aZvol("tank/k8s/pvc-x")
            .marked("pvc-x")
            .property("democratic-csi:volume_context_provisioner_driver", "freenas-iscsi")
            .shareContext("{\"portal\": \"10.0.0.5\", \"iqn\": \"iqn:pvc-x\"}");

    assertThat(cause(leftover(zvol), X)).startsWith("destroy-failed-silently: it was shared");
    assertThat(cause(leftover(zvol).onNas(Objects.extent(1, "pvc-x", "tank/k8s/pvc-x")), X))
        .isEqualTo("unknown");
  }

  @Test
  void whatIsOnTheDatasetAlsoTellsOfAVolumeThatTheLedgerSaw() {
    History ledger = aLedger().gone(PV_X, 3).with("Released", "Delete").on(X);

    assertThat(cause(withClone(), X, ledger)).startsWith("blocked-by-clone: ");
    assertThat(cause(leftover(shared()), X, ledger))
        .startsWith("destroy-failed-silently: it was shared");
  }

  @Test
  void driversThatKeepNoShareIdsShowNothingByTheirAbsence() {
    assertThat(
            cause(
                leftover(
                    shared()
                        .property(
                            "democratic-csi:volume_context_provisioner_driver", "zfs-generic-nfs")),
                X))
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({"26.0.0, destroy-failed-silently", "25.10.1, unknown"})
  void releaseThatAnswersSuccessToAFailedDestroyIsTheCause(String release, String word) {
    InventoryBuilder released =
        onRelease(release)
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .dataset(markedX());

    assertThat(cause(released, X, aLedger().gone(PV_X, 3).with("Released", "Delete").on(X)))
        .startsWith(word);
    assertThat(cause(released, X, aLedger().gone(PV_X, 3).with("Released", "Recycle").on(X)))
        .isEqualTo("unknown");
  }

  private static InventoryBuilder onRelease(String release) {
    return InventoryBuilder.anEstate()
        .add(new NasSystem("nas1", release, "host", Optional.empty(), Optional.empty()))
        .cluster("prod-a")
        .nas("nas1")
        .pool("tank")
        .parent("tank/k8s");
  }

  private static Namespace kubeSystem(String uid, Instant createdAt) {
    return new Namespace("prod-a", "kube-system", uid, Optional.of(createdAt));
  }

  @Test
  void clusterWithAnotherUidThanThenWasRebuilt() {
    assertThat(
            cause(
                leftover(markedX()).add(kubeSystem("new", LONG_AGO)),
                X,
                aLedger().gone(PV_X, 3).with("Released", "Retain").inCluster("old").on(X)))
        .isEqualTo(
            "cluster-rebuilt: %s was last there on 2026-02-07, when kube-system of prod-a had uid old;"
                    .formatted(PV_X)
                + " now it has new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", ""})
  void clusterThatIsTheSameOrDoesNotTellWasNotRebuilt(String uid) {
    assertThat(
            cause(
                leftover(markedX()).add(kubeSystem(uid, LONG_AGO)),
                X,
                aLedger().gone(PV_X, 3).with("Released", "Retain").inCluster("old").on(X)))
        .startsWith("retain-policy: ");
  }

  @Test
  void volumeOlderThanItsClusterIsOfAnEarlierOne() {
    assertThat(cause(leftover(markedX()).add(kubeSystem("u", NIGHT.minusSeconds(86_400))), X))
        .isEqualTo(
            "cluster-rebuilt: it was created %s, before prod-a (%s)"
                .formatted(LONG_AGO, NIGHT.minusSeconds(86_400)));
    assertThat(cause(leftover(markedX()).add(kubeSystem("u", LONG_AGO)), X)).isEqualTo("unknown");
  }

  @Test
  void lostVolumeWhoseDatasetTheLedgerSawWasDestroyedOutside() {
    InventoryBuilder lost =
        anInventory()
            .address("10.0.0.5")
            .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))
            .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"));
    String dataset = "nas1/datasets/tank/k8s/pvc-a";

    assertThat(cause(lost, PV_A)).isEqualTo("unknown");
    assertThat(cause(lost, PV_A, aLedger().there(PV_A).on(dataset).there(dataset)))
        .isEqualTo("unknown");
    assertThat(cause(lost, PV_A, aLedger().there(PV_A).on(dataset).gone(dataset, 2)))
        .isEqualTo(
            "deleted-outside: it stood on %s, which was there on 2026-02-08 and gone on 2026-02-09,"
                    .formatted(dataset)
                + " while the volume stayed");
  }

  @Test
  void releasedVolumeSaysByItsPolicyWhyItStays() {
    assertThat(cause(withVolume(aVolume("pvc-a").phase("Released").retain()), PV_A))
        .isEqualTo(
            "retain-policy: its reclaim policy is Retain, and its claim is gone: phase Released");
    assertThat(cause(withVolume(aVolume("pvc-a").phase("Released")), PV_A)).isEqualTo("unknown");
    assertThat(
            cause(
                withVolume(aVolume("pvc-a").phase("Failed"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@auto-1")),
                PV_A))
        .isEqualTo("foreign-snapshot-blocks: its driver did not make snapshot @auto-1 of it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"snapshot-" + SNAPSHOT_UID, "csi-clone-x-1", "volume-source-for-volume-y"})
  void snapshotsThatDriversMakeAreNotForeign(String name) {
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a").phase("Failed"))
            .snapshot(aSnapshot("tank/k8s/pvc-a@" + name).created(NIGHT.minusSeconds(60)));

    assertThat(cause(inventory, PV_A)).isEqualTo("unknown");
  }

  @Test
  void volumeThatIsBeingDeletedUnderItsClaimIsDeletedFirst() {
    assertThat(
            cause(
                withVolume(aVolume("pvc-a").dying(LONG_AGO, "kubernetes.io/pv-protection")), PV_A))
        .isEqualTo(
            "pv-deleted-first: its deletion was asked for while it is bound to claim"
                + " media/claim-of-pvc-a");
  }

  @Test
  void volumeThatCannotBeDeletedIsBlockedOnlyIfItsDataIsToGoToo() {
    VolumeBuilder dying =
        aVolume("pvc-a").phase("Available").dying(LONG_AGO, "kubernetes.io/pv-protection");

    assertThat(cause(withVolume(dying).snapshot(aSnapshot("tank/k8s/pvc-a@auto-1")), PV_A))
        .startsWith("foreign-snapshot-blocks: ");
    assertThat(cause(withVolume(dying.retain()).snapshot(aSnapshot("tank/k8s/pvc-a@auto-1")), PV_A))
        .isEqualTo("unknown");
  }

  private static InventoryBuilder leftoverSnapshot(String... own) {
    var snapshot = aSnapshot("tank/k8s/pvc-a@snapshot-" + SNAPSHOT_UID).marked("pvc-a");
    for (String key : own) {
      snapshot.property(key, "true", PropertySource.LOCAL);
    }
    return withVolume(aVolume("pvc-a")).snapshot(snapshot);
  }

  @Test
  void snapshotWithoutItsOwnSuccessWasACrash() {
    assertThat(cause(leftoverSnapshot(), SNAPSHOT_X)).startsWith("provisioning-crashed: ");
    assertThat(cause(leftoverSnapshot("democratic-csi:provision_success"), SNAPSHOT_X))
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "Retain, org.democratic-csi.nfs, retain-policy",
    "Delete, org.democratic-csi.nfs, unknown",
    "Delete, csi.truenas.io, destroy-failed-silently"
  })
  void contentThatTheLedgerSawTellsWhyItsSnapshotStays(String policy, String driver, String word) {
    assertThat(
            cause(
                leftoverSnapshot("democratic-csi:provision_success"),
                SNAPSHOT_X,
                aLedger().gone(CONTENT_X, 3).with("", policy).withDriver(driver).on(SNAPSHOT_X)))
        .startsWith(word);
  }

  private static InventoryBuilder leftoverBesideACloneOf(String snapshot) {
    return leftoverSnapshot("democratic-csi:provision_success")
        .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c"))
        .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c").cloneOf("tank/k8s/pvc-a@" + snapshot));
  }

  @Test
  void cloneOfTheVerySnapshotBlocksIt() {
    History ledger = aLedger().gone(CONTENT_X, 3).with("", "Delete").on(SNAPSHOT_X);

    assertThat(cause(leftoverBesideACloneOf("snapshot-" + SNAPSHOT_UID), SNAPSHOT_X, ledger))
        .isEqualTo("blocked-by-clone: tank/k8s/pvc-c was cloned from it");
    assertThat(cause(leftoverBesideACloneOf("daily"), SNAPSHOT_X, ledger)).isEqualTo("unknown");
  }

  private static InventoryBuilder dyingContent(String clonedFrom) {
    return withVolume(aVolume("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
        .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a").dying(LONG_AGO))
        .inCluster(Objects.dyingSnapshot("snapshot-object-of-c", "c", LONG_AGO))
        .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c"))
        .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c").cloneOf("tank/k8s/" + clonedFrom));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prod-a/volumesnapshotcontents/c",
        "prod-a/volumesnapshots/media/snapshot-object-of-c"
      })
  void cloneOfItsSnapshotKeepsAContentFromBeingDeleted(String subject) {
    assertThat(cause(dyingContent("pvc-a@snapshot-1"), subject))
        .isEqualTo("blocked-by-clone: tank/k8s/pvc-c was cloned from it");
    assertThat(cause(dyingContent("pvc-a@daily"), subject)).isEqualTo("unknown");
  }

  @Test
  void detachedSnapshotWhoseContentTheLedgerSawWithRetainWasKeptByIt() {
    String copy = "nas1/datasets/tank/snaps/pvc-a/snapshot-" + SNAPSHOT_UID;
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .dataset(
                aDataset("tank/snaps/pvc-a/snapshot-" + SNAPSHOT_UID)
                    .detachedSnapshot("snapshot-" + SNAPSHOT_UID, "pvc-a"));

    assertThat(cause(inventory, copy)).isEqualTo("unknown");
    assertThat(cause(inventory, copy, aLedger().gone(CONTENT_X, 3).with("", "Retain").on(copy)))
        .startsWith("retain-policy: ");
  }

  @Test
  void contentWithoutItsVolumeLostItsSnapshotWithThat() {
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .content(aContent("c").handle("pvc-gone@snapshot-1").of("pvc-gone"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"));

    assertThat(cause(inventory, "prod-a/volumesnapshotcontents/c"))
        .isEqualTo(
            "destroyed-with-volume: neither a PersistentVolume nor a dataset of volume pvc-gone is"
                + " there any more");
  }

  private static InventoryBuilder lostContent(String handle) {
    return withVolume(aVolume("pvc-a"))
        .content(aContent("c").handle(handle).of("pvc-gone"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"));
  }

  @Test
  void detachedSnapshotDoesNotGoWithItsVolume() {
    assertThat(cause(lostContent("pvc-gone/snapshot-1"), "prod-a/volumesnapshotcontents/c"))
        .isEqualTo("unknown");
  }

  @Test
  void volumeThatIsStillThereTookNoSnapshotAlong() {
    String content = "prod-a/volumesnapshotcontents/c";

    assertThat(
            cause(
                lostContent("pvc-gone@snapshot-1")
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-gone").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-gone")),
                content))
        .isEqualTo("unknown");
    assertThat(
            cause(
                lostContent("pvc-gone@snapshot-1").dataset(aDataset("tank/k8s/pvc-gone")), content))
        .isEqualTo("unknown");
    assertThat(
            cause(
                lostContent("pvc-gone@snapshot-1")
                    .dataset(aDataset("tank/k8s/3f2a").marked("pvc-gone")),
                content))
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, destroyed-with-volume",
    "2, 3, destroyed-with-volume",
    "3, 2, deleted-outside"
  })
  void snapshotThatWentNoSoonerThanItsDatasetWentWithIt(
      int snapshotMissed, int datasetMissed, String word) {
    String content = "prod-a/volumesnapshotcontents/c";
    String dataset = "nas1/datasets/tank/k8s/pvc-gone";
    String snapshot = "nas1/snapshots/tank/k8s/pvc-gone@snapshot-1";
    History ledger =
        aLedger()
            .there(content)
            .on(snapshot)
            .gone(snapshot, snapshotMissed)
            .gone(dataset, datasetMissed);

    assertThat(cause(lostContent("pvc-gone@snapshot-1"), content, ledger)).startsWith(word + ": ");
    assertThat(
            cause(
                lostContent("pvc-gone@snapshot-1")
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-gone").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-gone")),
                content,
                ledger))
        .as("its volume is still there")
        .startsWith("deleted-outside: ");
  }

  @Test
  void snapshotThatTheLedgerDoesNotMissTellsNothing() {
    String content = "prod-a/volumesnapshotcontents/c";
    String snapshot = "nas1/snapshots/tank/k8s/pvc-gone@snapshot-1";

    assertThat(
            cause(
                lostContent("pvc-gone@snapshot-1"),
                content,
                aLedger().there(content).on(snapshot).there(snapshot)))
        .startsWith("destroyed-with-volume: neither a PersistentVolume nor");
  }

  @Test
  void contentWhoseSnapshotAloneWentLostItOutside() {
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a"))
            .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"));
    String content = "prod-a/volumesnapshotcontents/c";
    String backend = "nas1/snapshots/tank/k8s/pvc-a@snapshot-1";

    assertThat(cause(inventory, content)).isEqualTo("unknown");
    assertThat(cause(inventory, content, aLedger().there(content).on(backend).gone(backend, 1)))
        .isEqualTo(
            "deleted-outside: %s was there on 2026-02-09 and gone on 2026-02-10, while the content"
                    .formatted(backend)
                + " stayed");
  }

  @Test
  void contentWithoutSnapshotObjectIsKeptByItsPolicy() {
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1"))
            .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a"));

    assertThat(cause(inventory, "prod-a/volumesnapshotcontents/c"))
        .isEqualTo("retain-policy: its deletion policy is Retain, and its VolumeSnapshot is gone");
  }

  @Test
  void temporarySnapshotOfTrueNasCsiIsOneItsDriverCouldNotDestroy() {
    assertThat(
            cause(
                withVolume(aVolume("pvc-a"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@csi-clone-tank-b-1700000000")),
                "nas1/snapshots/tank/k8s/pvc-a@csi-clone-tank-b-1700000000"))
        .startsWith("destroy-failed-silently: ");
  }

  @Test
  void temporarySnapshotTellsOnlyWhatBecameOfItsVolume() {
    String name = "volume-source-for-volume-pvc-c";
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a")).snapshot(aSnapshot("tank/k8s/pvc-a@" + name));
    String subject = "nas1/snapshots/tank/k8s/pvc-a@" + name;

    assertThat(cause(inventory, subject)).isEqualTo("unknown");
    assertThat(cause(inventory, subject, aLedger().gone("prod-a/persistentvolumes/pvc-c", 4)))
        .startsWith("destroy-failed-silently: prod-a/persistentvolumes/pvc-c");
  }

  @ParameterizedTest
  @CsvSource({
    "5, Delete, deleted-outside",
    "2, Delete, deleted-outside",
    "3, Delete, destroy-failed-silently",
    "3, Retain, deleted-outside",
    "4, Delete, unknown"
  })
  void shareTellsByWhatWentFirst(int volumeMissed, String policy, String word) {
    String volume = "pvc-0f3c2d1e-4b5a-4678-9abc-def012345679";
    String dataset = "nas1/datasets/tank/k8s/" + volume;
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .onNas(
                Objects.nfsShare(
                    "/mnt/tank/k8s/" + volume,
                    "democratic-csi (org.democratic-csi.nfs): tank/k8s/" + volume));
    History ledger =
        aLedger()
            .gone(dataset, volumeMissed == 5 ? 6 : 3)
            .gone("prod-a/persistentvolumes/" + volume, volumeMissed)
            .with("Released", policy)
            .on(dataset);

    assertThat(cause(inventory, shareOf(inventory), ledger)).startsWith(word);
    assertThat(cause(inventory, shareOf(inventory))).isEqualTo("unknown");
  }

  @Test
  void whatHappenedOnAnotherNasTellsNothingOfAShare() {
    String volume = "pvc-0f3c2d1e-4b5a-4678-9abc-def012345679";
    String dataset = "nas2/datasets/tank/k8s/" + volume;
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a")).onNas(Objects.nfsShare("/mnt/tank/k8s/" + volume, ""));
    History ledger =
        aLedger()
            .gone(dataset, 3)
            .gone("prod-a/persistentvolumes/" + volume, 3)
            .with("Released", "Delete")
            .on(dataset);

    assertThat(cause(inventory, shareOf(inventory), ledger)).isEqualTo("unknown");
  }

  private static String shareOf(InventoryBuilder inventory) {
    return judged(inventory).judgements().candidates().stream()
        .map(candidate -> candidate.subject().toString())
        .filter(subject -> subject.contains("nfs-shares"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void snapshotOlderThanItsCluster() {
    InventoryBuilder finished = leftoverSnapshot("democratic-csi:provision_success");

    assertThat(cause(finished.add(kubeSystem("u", NIGHT.minusSeconds(86_400))), SNAPSHOT_X))
        .startsWith("cluster-rebuilt: ");
  }

  @Test
  void cloneBlocksOnlyDriversThatDoNotDestroyWithDefer() {
    String name = "snapshot-" + SNAPSHOT_UID;
    InventoryBuilder ofTrueNasCsi =
        anInventory()
            .volume(aVolume("pvc-a").trueNasCsi("tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a"))
            .snapshot(aSnapshot("tank/k8s/pvc-a@" + name))
            .volume(aVolume("pvc-c").trueNasCsi("tank/k8s/pvc-c"))
            .dataset(aDataset("tank/k8s/pvc-c").cloneOf("tank/k8s/pvc-a@" + name));

    assertThat(cause(ofTrueNasCsi, SNAPSHOT_X)).startsWith("blocked-by-clone: ");
    assertThat(cause(leftoverBesideACloneOf(name), SNAPSHOT_X)).isEqualTo("unknown");
  }

  private static final String COPY_ID = "tank/snaps/pvc-a/snapshot-" + SNAPSHOT_UID;

  private static InventoryBuilder leftoverCopy() {
    return withVolume(aVolume("pvc-a"))
        .dataset(aDataset(COPY_ID).detachedSnapshot("snapshot-" + SNAPSHOT_UID, "pvc-a"));
  }

  @Test
  void cloneOfADetachedSnapshotBlocksIt() {
    assertThat(
            cause(
                leftoverCopy()
                    .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c"))
                    .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c").cloneOf(COPY_ID + "@s")),
                "nas1/datasets/" + COPY_ID))
        .startsWith("blocked-by-clone: ");
  }

  @ParameterizedTest
  @CsvSource({
    "Delete, csi.truenas.io, destroy-failed-silently",
    "Delete, org.democratic-csi.nfs, unknown",
    "Recycle, csi.truenas.io, unknown"
  })
  void detachedSnapshotWhoseDriverIgnoresErrors(String policy, String driver, String word) {
    String copy = "nas1/datasets/" + COPY_ID;
    History ledger = aLedger().gone(CONTENT_X, 3).with("", policy).withDriver(driver).on(copy);

    assertThat(cause(leftoverCopy(), copy, ledger)).startsWith(word);
  }

  @Test
  void temporarySnapshotOfAFinishedCopyIsOneItsDriverDidNotDestroy() {
    String id = "tank/k8s/pvc-a@volume-source-for-volume-pvc-c";
    InventoryBuilder inventory =
        withVolume(aVolume("pvc-a"))
            .snapshot(aSnapshot(id))
            .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c"));

    assertThat(cause(inventory.dataset(aDataset("tank/k8s/pvc-c")), "nas1/snapshots/" + id))
        .isEqualTo("unknown");
    assertThat(
            cause(
                inventory.parent("tank/old").dataset(aDataset("tank/old/pvc-c").marked("pvc-c")),
                "nas1/snapshots/" + id))
        .isEqualTo(
            "destroy-failed-silently: tank/old/pvc-c, which it was taken for, is finished and does"
                + " not stand on it");
  }

  @Test
  void temporarySnapshotOfAVolumeThatTheLedgerDoesNotMissHasNoCause() {
    String id = "tank/k8s/pvc-a@volume-source-for-volume-pvc-c";

    assertThat(
            cause(
                withVolume(aVolume("pvc-a")).snapshot(aSnapshot(id)),
                "nas1/snapshots/" + id,
                aLedger().there("prod-a/persistentvolumes/pvc-c")))
        .isEqualTo("unknown");
  }
}
