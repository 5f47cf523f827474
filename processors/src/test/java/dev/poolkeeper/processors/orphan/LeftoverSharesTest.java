package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 106 and 107: shares, targets and extents that lead nowhere, and those that only seem to. */
class LeftoverSharesTest {

  private static final String GONE = "pvc-11111111-2222-3333-4444-555555555555";
  private static final String LIVE = "pvc-99999999-2222-3333-4444-555555555555";
  private static final String SHARE = "PK106 nas1/nfs-shares/mnt/tank/k8s/" + GONE;

  private static InventoryBuilder estate() {
    return anInventory()
        .address("10.0.0.5")
        .volume(aVolume(LIVE).nfs("10.0.0.5", "/mnt/tank/k8s/" + LIVE))
        .dataset(aDataset("tank/k8s/" + LIVE).marked(LIVE));
  }

  private static InventoryBuilder withShare(String path, String comment) {
    return estate().onNas(Objects.nfsShare(path, comment));
  }

  private static InventoryBuilder driversShare() {
    return withShare(
        "/mnt/tank/k8s/" + GONE, "democratic-csi (org.democratic-csi.nfs): tank/k8s/" + GONE);
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void shareOfADriverWithoutItsDatasetIsLeft() {
    assertThat(said(driversShare())).containsExactly(SHARE);
    assertThat(said(withShare("/mnt/tank/k8s/" + GONE, ""))).containsExactly(SHARE);
    assertThat(said(estate().onNas(Objects.smbShare("gone", "/mnt/tank/k8s/" + GONE))))
        .containsExactly("PK106 nas1/smb-shares/gone");
  }

  @Test
  void shareOfALivingDatasetIsInOrder() {
    assertThat(said(withShare("/mnt/tank/k8s/" + LIVE, ""))).isEmpty();
  }

  @Test
  void directoryThatAPersonSharesIsInOrder() {
    assertThat(said(withShare("/mnt/tank/k8s/scratch", "for the build"))).isEmpty();
    assertThat(said(withShare("/mnt/tank/media/films", ""))).isEmpty();
  }

  @Test
  void commentOfADriverMakesAShareOfAnyNameOneOfTheirs() {
    List<String> left = List.of("PK106 nas1/nfs-shares/mnt/tank/k8s/vol-1");

    assertThat(
            said(
                withShare(
                    "/mnt/tank/k8s/vol-1",
                    "democratic-csi (org.democratic-csi.nfs): tank/k8s/vol-1")))
        .isEqualTo(left);
    assertThat(said(withShare("/mnt/tank/k8s/vol-1", "CSI volume tank/k8s/vol-1"))).isEqualTo(left);
    assertThat(said(withShare("/mnt/tank/k8s/vol-1", "CSI volume tank/k8s/vol-2"))).isEmpty();
  }

  @Test
  void shareOfSeveralPathsOrOutsideThePoolsIsNotOurs() {
    String comment = "democratic-csi (org.democratic-csi.nfs): tank/k8s/" + GONE;

    assertThat(
            said(
                estate()
                    .onNas(
                        nas ->
                            new NfsShare(
                                nas,
                                7,
                                List.of("/mnt/tank/k8s/" + GONE, "/mnt/tank/media"),
                                comment,
                                true))
                    .onNas(Objects.nfsShare("/var", comment))))
        .isEmpty();
  }

  @Test
  void shareThatAVolumeNamesIsLeftToThatVolumesOwnFinding() {
    assertThat(said(driversShare().volume(aVolume(GONE).nfs("10.0.0.5", "/mnt/tank/k8s/" + GONE))))
        .containsExactly("PK101 prod-a/persistentvolumes/" + GONE);
    assertThat(said(driversShare().volume(aVolume("x").nfs("10.9.9.9", "/mnt/tank/k8s/" + GONE))))
        .doesNotContain(SHARE);
  }

  /** A volume written straight into a pod or a pod template. */
  private static List<VolumeSource> inline(String path) {
    return List.of(aVolume("inline").inTree("nfs").with("share", path).source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void shareThatAPodOrATemplateNamesIsWanted(String end) {
    List<VolumeSource> path = inline("/mnt/tank/k8s/" + GONE + end);
    List<Function<String, InventoryObject>> users =
        List.of(
            c -> new Pod(c, "media", "p", "Running", "node-1", List.of(), path),
            c -> new StatefulSet(c, "media", "db", 0, List.of(), List.of(), path),
            c -> new Workload(ObjectKind.CRON_JOB, c, "media", "w", List.of(), path));

    for (Function<String, InventoryObject> user : users) {
      assertThat(said(driversShare().inCluster(user))).isEmpty();
    }
    assertThat(
            said(
                driversShare()
                    .inCluster(
                        c ->
                            new Pod(
                                c,
                                "media",
                                "p",
                                "Running",
                                "node-1",
                                List.of(),
                                inline("/mnt/tank/k8s")))))
        .containsExactly(SHARE);
  }

  @Test
  void shareOfADriverNobodyRegisteredIsNotOurs() {
    assertThat(
            said(withShare("/mnt/tank/k8s/" + GONE, "democratic-csi (stranger): tank/k8s/" + GONE)))
        .isEmpty();
  }

  @Test
  void shareWhereNoRegisteredClusterKeepsVolumesIsNotOurs() {
    assertThat(
            said(
                withShare(
                    "/mnt/tank/other/" + GONE,
                    "democratic-csi (org.democratic-csi.nfs): tank/other/" + GONE)))
        .isEmpty();
  }

  @Test
  void datasetMountedElsewhereKeepsItsShare() {
    assertThat(
            said(driversShare().dataset(aDataset("tank/moved").mountedAt("/mnt/tank/k8s/" + GONE))))
        .isEmpty();
  }

  @Test
  void shareIsUndecidedWhileItsPoolOrAnyClusterIsNotWhole() {
    assertThat(
            judged(driversShare().read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly(SHARE.replace("PK106", "PK106?"));
    assertThat(
            judged(
                    driversShare()
                        .cluster("prod-b")
                        .read("prod-b", ObjectKind.PERSISTENT_VOLUME, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly(SHARE.replace("PK106", "PK106?"));
  }

  private static InventoryBuilder block() {
    return anInventory()
        .address("10.0.0.5")
        .volume(aVolume(LIVE).iscsi("10.0.0.5", "iqn.2005:csi-" + LIVE + "-prod"))
        .dataset(aZvol("tank/k8s/" + LIVE).marked(LIVE))
        .onNas(Objects.target(1, "csi-" + LIVE + "-prod"))
        .onNas(Objects.extent(1, "csi-" + LIVE + "-prod", "tank/k8s/" + LIVE))
        .onNas(Objects.lun(1, 1, 0));
  }

  private static InventoryBuilder leftExtent() {
    return block()
        .onNas(Objects.target(2, "csi-" + GONE + "-prod"))
        .onNas(Objects.extent(2, "csi-" + GONE + "-prod", "tank/k8s/" + GONE))
        .onNas(Objects.lun(2, 2, 0));
  }

  @Test
  void livingTargetIsInOrder() {
    assertThat(said(block())).isEmpty();
  }

  @Test
  void extentWithoutItsZvolIsLeftAndItsTargetIsNotNamedTwice() {
    assertThat(said(leftExtent()))
        .containsExactly("PK107 nas1/iscsi-extents/csi-" + GONE + "-prod");
  }

  @Test
  void targetThatShowsNothingIsLeft() {
    assertThat(said(block().onNas(Objects.target(3, "csi-" + GONE + "-prod"))))
        .containsExactly("PK107 nas1/iscsi-targets/csi-" + GONE + "-prod");
    assertThat(said(block().onNas(Objects.target(3, "any", "CSI volume tank/k8s/vol"))))
        .containsExactly("PK107 nas1/iscsi-targets/any");
  }

  @Test
  void targetWhoseExtentIsGoneShowsNothing() {
    assertThat(
            said(
                block()
                    .onNas(Objects.target(3, "csi-" + GONE + "-prod"))
                    .onNas(Objects.lun(3, 99, 0))))
        .containsExactly("PK107 nas1/iscsi-targets/csi-" + GONE + "-prod");
  }

  @Test
  void emptyTargetOfALivingVolumeOrOfAnUnknownPlaceIsInOrder() {
    assertThat(
            said(
                block()
                    .onNas(Objects.target(3, "csi-" + GONE + "-prod"))
                    .volume(aVolume(GONE).nfs("10.0.0.5", "/mnt/tank/k8s/" + GONE))
                    .dataset(aDataset("tank/k8s/" + GONE))))
        .isEmpty();
    assertThat(said(block().onNas(Objects.target(3, "any", "CSI volume tank/other/vol"))))
        .isEmpty();
  }

  @Test
  void linkToATargetThatIsGoneIsLeft() {
    assertThat(
            said(
                block()
                    .dataset(aZvol("tank/k8s/" + GONE))
                    .volume(aVolume("other").handle(GONE).nfs("10.0.0.5", "/mnt/tank/x"))
                    .onNas(Objects.extent(2, "e", "tank/k8s/" + GONE))
                    .onNas(Objects.lun(7, 2, 0))))
        .contains("PK107 nas1/iscsi-targetextents/700");
  }

  @Test
  void targetsAndExtentsOfPeopleAreInOrder() {
    assertThat(
            said(
                block()
                    .onNas(Objects.target(3, "hypervisor"))
                    .onNas(Objects.target(4, GONE))
                    .onNas(Objects.extent(5, "old", "tank/vm/disk"))
                    .onNas(Objects.extent(6, "by-hand", "tank/k8s/scratch"))))
        .isEmpty();
  }

  @Test
  void targetsThatAreNotNamedAsADriverNamesVolumesAreInOrder() {
    assertThat(
            said(
                block()
                    .onNas(Objects.target(3, "csi-prod"))
                    .onNas(Objects.target(4, "csi-hypervisor-prod"))
                    .onNas(Objects.target(5, "vmw-" + GONE + "-prod"))
                    .onNas(Objects.target(6, "csi-" + GONE + "-test"))
                    .nas("nas2")
                    .pool("tank")
                    .onNas(Objects.target(7, "csi-" + GONE + "-prod"))))
        .isEmpty();
  }

  @Test
  void sessionProtectsTargetAndExtent() {
    assertThat(said(leftExtent().onNas(Objects.session("iqn.2005:csi-" + GONE + "-prod"))))
        .isEmpty();
    assertThat(said(leftExtent().onNas(Objects.session("iqn.2005:csi-" + LIVE + "-prod"))))
        .containsExactly("PK107 nas1/iscsi-extents/csi-" + GONE + "-prod");
  }

  @Test
  void volumeThatNamesTheTargetProtectsIt() {
    assertThat(
            said(
                leftExtent()
                    .volume(aVolume("v").iscsi("10.9.9.9", "iqn.2001:csi-" + GONE + "-prod"))))
        .noneMatch(line -> line.startsWith("PK107"));
  }

  @Test
  void extentOfAPoolThatIsNotImportedIsNotAccused() {
    InventoryBuilder inventory =
        anInventory()
            .pool("cold", "OFFLINE")
            .volume(aVolume(LIVE).iscsi("10.0.0.5", "iqn.2005:" + LIVE))
            .dataset(aZvol("tank/k8s/" + LIVE).marked(LIVE))
            .onNas(Objects.target(1, LIVE))
            .onNas(Objects.extent(1, LIVE, "tank/k8s/" + LIVE))
            .onNas(Objects.lun(1, 1, 0))
            .onNas(Objects.extent(2, "e", "cold/k8s/" + GONE));

    assertThat(judged(inventory).said()).containsExactly("PK701 nas1/pools/cold");
  }

  @Test
  void extentIsUndecidedWhileSessionsWereNotReadWhole() {
    assertThat(
            judged(leftExtent().read("nas1", ObjectKind.ISCSI_SESSION, CaptureStatus.FAILED))
                .verdictsSaid())
        .containsExactly("PK107? nas1/iscsi-extents/csi-" + GONE + "-prod");
  }
}
