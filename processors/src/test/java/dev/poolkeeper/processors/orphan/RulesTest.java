package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code: when it is said, when all is in order, and which missing part leaves it undecided. */
class RulesTest {

  /** One of everything: a subject for each of the codes 101 to 203, and one live volume. */
  private static InventoryBuilder oneOfEach() {
    return anInventory()
        .address("10.0.0.5")
        .inCluster(Objects.storageClass("standard", "Immediate"))
        .volume(at("pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .volume(at("pvc-101"))
        .dataset(aDataset("tank/k8s/pvc-102").marked("pvc-102"))
        .volume(at("pvc-103").phase("Released").retain())
        .dataset(aDataset("tank/k8s/pvc-103").marked("pvc-103"))
        .inCluster(Objects.claim("claim-104", "uid-104", "Pending"))
        .content(aContent("c201").handle("pvc-a@snapshot-201"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c201", "uid-of-c201"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-202").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-203").marked("pvc-a"))
        .content(aContent("c203").handle("pvc-a@snapshot-203"));
  }

  private static VolumeBuilder at(String name) {
    return aVolume(name).nfs("10.0.0.5", "/mnt/tank/k8s/" + name);
  }

  private static List<String> codes(JudgedNight night) {
    return night.verdictsSaid().stream().map(said -> said.split(" ", 2)[0]).toList();
  }

  @Test
  void everyCodeIsSaidOfItsSubject() {
    assertThat(judged(oneOfEach()).said())
        .containsExactly(
            "PK101 prod-a/persistentvolumes/pvc-101",
            "PK102 nas1/datasets/tank/k8s/pvc-102",
            "PK103 prod-a/persistentvolumes/pvc-103",
            "PK104 prod-a/persistentvolumeclaims/media/claim-104",
            "PK201 prod-a/volumesnapshotcontents/c201",
            "PK202 nas1/snapshots/tank/k8s/pvc-a@snapshot-202",
            "PK203 prod-a/volumesnapshotcontents/c203");
  }

  @ParameterizedTest
  @CsvSource({
    "prod-a, NAMESPACE, 101 102 103 104 201 202 203",
    "prod-a, PERSISTENT_VOLUME, 101 102 103 201 202",
    "prod-a, PERSISTENT_VOLUME_CLAIM, 101 102 103 104 201 202",
    "prod-a, STORAGE_CLASS, 104",
    "prod-a, VOLUME_SNAPSHOT, 202 203",
    "prod-a, VOLUME_SNAPSHOT_CONTENT, 201 202 203",
    "nas1, NAS_SYSTEM, 101 102 201 202",
    "nas1, POOL, 101 102 201 202",
    "nas1, DATASET, 101 102 201 202",
    "nas1, ZFS_SNAPSHOT, 101 102 201 202",
    "nas1, NFS_SHARE, 101 102",
    "nas1, ISCSI_TARGET, ''",
    "prod-a, NODE, ''",
    "nas1, ALERT, ''"
  })
  void missingPartLeavesWhatNeedsItUndecided(String source, ObjectKind kind, String undecided) {
    List<String> all = List.of("101", "102", "103", "104", "201", "202", "203");
    List<String> expected =
        all.stream().map(code -> "PK" + code + (undecided.contains(code) ? "?" : "")).toList();

    for (CaptureStatus status : List.of(CaptureStatus.PARTIAL, CaptureStatus.FAILED)) {
      assertThat(codes(judged(oneOfEach().read(source, kind, status)))).isEqualTo(expected);
    }
    String part = source + "/" + kind.plural();
    assertThat(codes(judged(oneOfEach(), Map.of(part, part + " fell")))).isEqualTo(expected);
  }

  @Test
  void zvolNeedsTheListsOfItsProtocol() {
    InventoryBuilder inventory =
        anInventory()
            .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:pvc-a"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .onNas(Objects.target(1, "pvc-a"))
            .onNas(Objects.extent(1, "pvc-a", "tank/k8s/pvc-a"))
            .onNas(Objects.lun(1, 1, 0))
            .dataset(aZvol("tank/k8s/pvc-x").marked("pvc-x"));
    assertThat(judged(inventory).said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");

    inventory.read("nas1", ObjectKind.ISCSI_EXTENT, CaptureStatus.NOT_READ);
    assertThat(codes(judged(inventory))).containsExactly("PK102?");
  }

  @Test
  void optOutOfTheVolumeExemptsIt() {
    JudgedNight night =
        judged(
            anInventory()
                .address("10.0.0.5")
                .volume(at("pvc-101").keep("annotation kor/used=true"))
                .volume(at("pvc-103").phase("Failed").keep("label janitor/ttl=forever"))
                .dataset(aDataset("tank/k8s/pvc-103")));

    assertThat(night.candidate("prod-a/persistentvolumes/pvc-101").exemption())
        .contains("annotation kor/used=true");
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-103").exemption())
        .contains("label janitor/ttl=forever");
  }

  @Test
  void keepOnADatasetExemptsItAndItsSnapshots() {
    JudgedNight night =
        judged(
            anInventory()
                .volume(at("pvc-a"))
                .dataset(aDataset("tank/k8s/pvc-a"))
                .dataset(
                    aDataset("tank/k8s/pvc-x").marked("pvc-x").property("poolkeeper:keep", "yes"))
                .snapshot(
                    aSnapshot("tank/k8s/pvc-x@snapshot-1")
                        .marked("pvc-x")
                        .property("poolkeeper:keep", "yes", PropertySource.INHERITED)));

    assertThat(night.judgements().candidates())
        .hasSize(2)
        .allMatch(candidate -> candidate.exemption().equals(Optional.of("poolkeeper:keep=yes")));
  }

  @Test
  void youngDatasetsAndSnapshotsAreLeftAlone() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a"))
                        .dataset(
                            aDataset("tank/k8s/pvc-x")
                                .marked("pvc-x")
                                .created(NIGHT.minusSeconds(86_000)))
                        .snapshot(
                            aSnapshot("tank/k8s/pvc-a@snapshot-1")
                                .marked("pvc-a")
                                .created(NIGHT.plusSeconds(60))))
                .said())
        .isEmpty();
  }

  @Test
  void datasetOfCoreIsJudgedByItsNameWithoutAge() {
    String name = "pvc-1f0c8c2e-0f55-4e0f-9c9b-2f5f3f9d1a10";
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").onCore())
                        .dataset(aDataset("tank/k8s/by-hand").onCore())
                        .dataset(aDataset("tank/k8s/" + name).onCore()))
                .said())
        .containsExactly("PK102 nas1/datasets/tank/k8s/" + name);
  }

  @Test
  void volumeDirectlyUnderThePoolRootIsJudgedByItsTraces() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").trueNasCsi("tank/pvc-a"))
                        .dataset(aDataset("tank/pvc-a"))
                        .dataset(aDataset("tank/media"))
                        .dataset(aDataset("tank/pvc-x"))
                        .onNas(Objects.nfsShare("/mnt/tank/pvc-x", "CSI volume tank/pvc-x"))
                        .dataset(aZvol("tank/pvc-y"))
                        .onNas(Objects.target(1, "csi-tank-pvc-y", "CSI volume tank/pvc-y")))
                .said())
        .containsExactly(
            "PK102 nas1/datasets/tank/pvc-x",
            "PK102 nas1/datasets/tank/pvc-y",
            "PK107 nas1/iscsi-targets/csi-tank-pvc-y");
  }

  @Test
  void lockedDatasetIsNotJudged() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").locked()))
                .said())
        .containsExactly("PK102? nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void unfinishedProvisioningIsToldAsSuch() {
    String subject = "nas1/datasets/tank/k8s/pvc-x";
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a"))
                        .dataset(
                            aDataset("tank/k8s/pvc-x")
                                .property("democratic-csi:csi_volume_name", "pvc-x")))
                .candidate(subject)
                .evidence())
        .contains("provisioning never finished: provision_success is not set");
  }

  @Test
  void receivedOrReadOnlyCopiesAreNotJudged() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a"))
                        .dataset(
                            aDataset("tank/k8s/pvc-x").marked("pvc-x", PropertySource.RECEIVED))
                        .dataset(aDataset("tank/k8s/pvc-y").marked("pvc-y").readOnly()))
                .said())
        .isEmpty();
  }

  @Test
  void childOfAVolumeInheritsItsMarksAndIsNotJudged() {
    assertThat(
            judged(
                    anInventory()
                        .volume(at("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a", PropertySource.UNKNOWN))
                        .dataset(
                            aDataset("tank/k8s/pvc-a/sub").marked("pvc-a", PropertySource.UNKNOWN)))
                .said())
        .isEmpty();
  }

  @Test
  void volumeBeingDeletedHasNotLostItsDataset() {
    assertThat(judged(anInventory().address("10.0.0.5").volume(at("pvc-x").beingDeleted())).said())
        .isEmpty();
  }

  @Test
  void releasedVolumeOfAnotherStorageIsNotOurs() {
    assertThat(
            judged(
                    anInventory()
                        .volume(
                            aVolume("qnap")
                                .inTree("nfs")
                                .with("server", "qnap")
                                .with("share", "/share/a")
                                .phase("Released"))
                        .volume(aVolume("ceph").driver("rbd").phase("Failed")))
                .said())
        .isEmpty();
  }

  @Test
  void waitingClaimIsInOrderAndALostOneIsNot() {
    assertThat(
            judged(
                    anInventory()
                        .inCluster(Objects.storageClass("waits", "WaitForFirstConsumer"))
                        .inCluster(Objects.claim("waiting", "u1", "Pending", "waits"))
                        .inCluster(Objects.claim("bound", "u2", "Bound", "waits"))
                        .inCluster(Objects.claim("no-class", "u3", "Pending", "unheard-of"))
                        .inCluster(Objects.claim("lost", "u4", "Lost", "waits")))
                .said())
        .containsExactly(
            "PK104 prod-a/persistentvolumeclaims/media/lost",
            "PK104 prod-a/persistentvolumeclaims/media/no-class");
  }

  @Test
  void claimOfAnotherStorageOrOnItsWayOutIsNotOurs() {
    InventoryBuilder inventory =
        anInventory()
            .inCluster(
                cluster ->
                    new StorageClass(
                        cluster, "ebs", "ebs.csi.aws.com", "Delete", "Immediate", Map.of()))
            .inCluster(Objects.storageClass("standard", "Immediate"))
            .inCluster(Objects.dyingClaim("dying", "", "Pending", NIGHT.minusSeconds(60)));

    assertThat(judged(inventory.inCluster(Objects.claim("new", "u", "Pending", "ebs"))).said())
        .containsExactly("PK104 prod-a/persistentvolumeclaims/media/new");
    inventory.volume(aVolume("ebs-1").driver("ebs.csi.aws.com"));
    assertThat(judged(inventory).said()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CaptureStatus.class,
      names = {"PARTIAL", "FAILED"})
  void partThatFailedIsNamedWithTheVerdictsItCost(CaptureStatus status) {
    JudgedNight night = judged(oneOfEach().read("nas1", ObjectKind.DATASET, status));

    assertThat(night.candidate("nas1").evidence())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("nas1/datasets was not read")
        .endsWith("(4 verdicts withheld)");
  }

  @Test
  void partNobodyNeededIsNotMissed() {
    assertThat(
            judged(oneOfEach().read("nas1", ObjectKind.SMB_SHARE, CaptureStatus.NOT_READ)).said())
        .noneMatch(said -> said.startsWith("PK9"));
    assertThat(judged(oneOfEach().read("nas1", ObjectKind.POOL, CaptureStatus.NOT_READ)).said())
        .contains("PK901 nas1");
  }

  @ParameterizedTest
  @CsvSource({
    "prod-a, PERSISTENT_VOLUME, true",
    "prod-a, STORAGE_CLASS, false",
    "nas1, POOL, true",
    "nas1, NFS_SHARE, false"
  })
  void onlyWhatTheJoinNeedsIsMissedWhereNothingIsWithheld(
      String source, ObjectKind kind, boolean missed) {
    assertThat(judged(anInventory().read(source, kind, CaptureStatus.NOT_READ)).said())
        .isEqualTo(missed ? List.of("PK901 " + source) : List.of());
  }

  @Test
  void listThatALeftoverWasWithheldForIsMissed() {
    assertThat(
            judged(oneOfEach().read("prod-a", ObjectKind.STORAGE_CLASS, CaptureStatus.NOT_READ))
                .said())
        .contains("PK104? prod-a/persistentvolumeclaims/media/claim-104", "PK901 prod-a");
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {"VOLUME_STATS", "CSI_STORAGE_CAPACITY", "CLUSTER_VERSION"})
  void partThatProtectsNothingIsNeverMissed(ObjectKind kind) {
    for (CaptureStatus status : CaptureStatus.values()) {
      assertThat(judged(oneOfEach().read("prod-a", kind, status)).said())
          .as(status.name())
          .noneMatch(said -> said.startsWith("PK9"));
    }
  }

  @Test
  void heldPartIsNamedOncePerSource() {
    JudgedNight night =
        judged(oneOfEach(), Map.of("nas1/datasets", "nas1/datasets fell from 9 to 2 rows"));

    assertThat(night.said()).contains("PK902 nas1");
    assertThat(night.candidate("nas1").evidence())
        .containsExactly("nas1/datasets fell from 9 to 2 rows (4 verdicts withheld)");
  }

  @ParameterizedTest
  @CsvSource({
    "prod-a, POD",
    "prod-a, VOLUME_ATTACHMENT",
    "prod-a, STATEFUL_SET",
    "prod-a, DEPLOYMENT",
    "prod-a, DAEMON_SET",
    "prod-a, JOB",
    "prod-a, CRON_JOB",
    "prod-a, VIRTUAL_MACHINE",
    "nas1, ISCSI_SESSION",
    "nas1, REPLICATION_TASK"
  })
  void brokenListOfWhatProtectsWithholdsOrphansAndAMissingOneDoesNot(
      String source, ObjectKind kind) {
    assertThat(codes(judged(oneOfEach().read(source, kind, CaptureStatus.PARTIAL))))
        .contains("PK102?");
    assertThat(codes(judged(oneOfEach().read(source, kind, CaptureStatus.NOT_READ))))
        .contains("PK102");
  }
}
