package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 801 to 803: claims that lead to data which is not theirs, and those that only seem to. */
class WrongDataTest {

  private static final String IQN = "iqn.2005-10.org.freenas.ctl:";

  private static VolumeBuilder block(String name, String target) {
    return aVolume(name).iscsi("10.0.0.5:3260", IQN + target);
  }

  /** A target of this name and number that serves a zvol. */
  private static InventoryBuilder serving(
      InventoryBuilder inventory, int id, String target, DatasetBuilder zvol, String zvolId) {
    return inventory
        .dataset(zvol)
        .onNas(Objects.target(id, target))
        .onNas(Objects.extent(id, target, zvolId))
        .onNas(Objects.lun(id, id, 0));
  }

  private static InventoryBuilder oldTarget() {
    return serving(
        anInventory().address("10.0.0.5"),
        1,
        "data",
        aZvol("tank/k8s/pvc-old").marked("pvc-old"),
        "tank/k8s/pvc-old");
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void targetTakenOverFromARetainedVolumeShowsItsData() {
    JudgedNight night =
        judged(
            oldTarget()
                .volume(block("pvc-new", "data"))
                .dataset(aZvol("tank/k8s/pvc-new").marked("pvc-new")));

    assertThat(night.said()).containsExactly("PK801 prod-a/persistentvolumes/pvc-new");
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-new").evidence())
        .containsExactly(
            "what it names serves nas1/datasets/tank/k8s/pvc-old",
            "its own dataset is nas1/datasets/tank/k8s/pvc-new");
  }

  @Test
  void targetOfAVolumeThatExistsBesideItShowsThatOnesData() {
    assertThat(said(oldTarget().volume(block("pvc-old", "data")).volume(block("pvc-new", "data"))))
        .contains("PK801 prod-a/persistentvolumes/pvc-new")
        .doesNotContain("PK801 prod-a/persistentvolumes/pvc-old");
  }

  @Test
  void sameNameOnASystemNobodyRegisteredSaysNothing() {
    assertThat(
            said(
                oldTarget()
                    .volume(aVolume("pvc-new").iscsi("192.0.2.99:3260", IQN + "data"))
                    .volume(block("pvc-old", "data"))))
        .noneMatch(said -> said.startsWith("PK801") || said.startsWith("PK802"));
  }

  @Test
  void rollbackByCloneIsTheSameData() {
    assertThat(
            said(
                serving(
                        anInventory().address("10.0.0.5"),
                        1,
                        "pvc-a",
                        aZvol("tank/k8s/pvc-a-restored").cloneOf("tank/k8s/pvc-a@daily"),
                        "tank/k8s/pvc-a-restored")
                    .volume(block("pvc-a", "pvc-a"))
                    .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))))
        .noneMatch(said -> said.startsWith("PK801"));
  }

  private static InventoryBuilder servingInstead(DatasetBuilder served, DatasetBuilder own) {
    return serving(anInventory().address("10.0.0.5"), 1, "pvc-a", served, "tank/k8s/pvc-a-restored")
        .volume(block("pvc-a", "pvc-a"))
        .dataset(own.marked("pvc-a"));
  }

  @Test
  void onlyACloneOfOneAnotherIsTheSameData() {
    String wrong = "PK801 prod-a/persistentvolumes/pvc-a";

    assertThat(
            said(
                servingInstead(
                    aZvol("tank/k8s/pvc-a-restored"),
                    aZvol("tank/k8s/pvc-a").cloneOf("tank/k8s/pvc-a-restored@daily"))))
        .doesNotContain(wrong);
    assertThat(
            said(
                servingInstead(
                    aZvol("tank/k8s/pvc-a-restored").cloneOf("tank/vm@daily"),
                    aZvol("tank/k8s/pvc-a").cloneOf("tank/vm@daily"))))
        .contains(wrong);
  }

  @Test
  void smbShareTakenOverFromAnotherVolumeShowsItsData() {
    assertThat(
            said(
                anInventory()
                    .address("10.0.0.5")
                    .dataset(aDataset("tank/k8s/pvc-old").marked("pvc-old"))
                    .onNas(Objects.smbShare("data", "/mnt/tank/k8s/pvc-old"))
                    .volume(aVolume("pvc-new").smb("10.0.0.5", "data"))
                    .dataset(aDataset("tank/k8s/pvc-new").marked("pvc-new"))))
        .contains("PK801 prod-a/persistentvolumes/pvc-new");
  }

  @Test
  void nvmeSubsystemTakenOverFromAnotherVolumeShowsItsData() {
    String nqn = "nqn.2011-06.com.truenas:data";
    assertThat(
            said(
                anInventory()
                    .address("10.0.0.5")
                    .dataset(aZvol("tank/k8s/pvc-old").marked("pvc-old"))
                    .onNas(OtherUsers.nvmeSubsystem(7, nqn))
                    .onNas(Objects.namespace(nqn, 1, "tank/k8s/pvc-old"))
                    .volume(
                        aVolume("pvc-new")
                            .driver("org.democratic-csi.nvmeof")
                            .with("provisioner_driver", "truenas-nvmeof")
                            .with("node_attach_driver", "nvmeof")
                            .with("transport", "tcp://10.0.0.5:4420")
                            .with("nqn", nqn)
                            .with("nsid", "1"))
                    .dataset(aZvol("tank/k8s/pvc-new").marked("pvc-new"))))
        .contains("PK801 prod-a/persistentvolumes/pvc-new");
  }

  @Test
  void pathOverNfsLeadsWhereItSays() {
    assertThat(
            said(
                anInventory()
                    .address("10.0.0.5")
                    .dataset(aDataset("tank/k8s/pvc-old").marked("pvc-old"))
                    .volume(aVolume("pvc-new").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-old"))
                    .dataset(aDataset("tank/k8s/pvc-new").marked("pvc-new"))))
        .noneMatch(line -> line.startsWith("PK801"));
  }

  @Test
  void volumeImportedByHandUnderAnotherNameIsInOrder() {
    assertThat(said(oldTarget().volume(block("legacy", "data")))).isEmpty();
  }

  @Test
  void datasetIsNamedAfterAnotherVolumeByItsMarkOrThatOnesHandleToo() {
    assertThat(
            said(
                serving(
                        anInventory().address("10.0.0.5"),
                        1,
                        "data",
                        aZvol("tank/k8s/3f2a").marked("pvc-old"),
                        "tank/k8s/3f2a")
                    .volume(block("pvc-old", "data"))
                    .volume(block("pvc-new", "data"))))
        .contains("PK801 prod-a/persistentvolumes/pvc-new");
    assertThat(
            said(
                serving(
                        anInventory().address("10.0.0.5"),
                        1,
                        "data",
                        aZvol("tank/k8s/disk-1"),
                        "tank/k8s/disk-1")
                    .volume(aVolume("pvc-old").trueNasCsi("tank/k8s/disk-1"))
                    .volume(block("pvc-new", "data"))))
        .contains("PK801 prod-a/persistentvolumes/pvc-new");
  }

  @Test
  void volumeNamedAsItsDatasetIsOnItsOwn() {
    assertThat(
            said(
                serving(
                        anInventory().address("10.0.0.5"),
                        1,
                        "data",
                        aZvol("tank/k8s/pvc-a"),
                        "tank/k8s/pvc-a")
                    .volume(block("pvc-a", "data").handle("h-1"))))
        .noneMatch(line -> line.startsWith("PK801"));
  }

  @Test
  void dataOfAReleasedVolumeOfTheSameClaimOrOfAnotherStorageIsNoOthers() {
    for (VolumeBuilder other :
        List.of(
            block("pvc-old", "data").phase("Released").retain(),
            block("pvc-old", "data").boundTo("claim-of-pvc-new"),
            aVolume("pvc-old").inTree("local"))) {
      assertThat(said(oldTarget().volume(other).volume(block("pvc-new", "data"))))
          .noneMatch(line -> line.startsWith("PK801"));
    }
  }

  @Test
  void volumeMadeAnewFromItsHandleIsInOrder() {
    assertThat(said(oldTarget().volume(block("renamed", "data").handle("pvc-old")))).isEmpty();
  }

  @Test
  void volumeWithAHashedNameIsKnownByItsMark() {
    assertThat(
            said(
                serving(
                        anInventory(),
                        1,
                        "data",
                        aZvol("tank/k8s/3f2a").marked("pvc-a"),
                        "tank/k8s/3f2a")
                    .volume(block("pvc-a", "data").handle("pvc-a"))))
        .isEmpty();
  }

  @Test
  void sameTargetNameOnASystemThatIsNotMeantIsInOrder() {
    InventoryBuilder inventory =
        serving(anInventory(), 1, "data", aZvol("tank/k8s/pvc-a").marked("pvc-a"), "tank/k8s/pvc-a")
            .volume(block("pvc-a", "data"))
            .nas("nas2")
            .pool("tank")
            .parent("tank/k8s");
    serving(inventory, 1, "data", aZvol("tank/k8s/pvc-b").marked("pvc-b"), "tank/k8s/pvc-b");

    assertThat(said(inventory)).noneMatch(line -> line.startsWith("PK801"));
  }

  @Test
  void staticVolumeOwnsNoDatasetToBeMissed() {
    assertThat(
            said(
                oldTarget()
                    .volume(block("pvc-old", "data"))
                    .volume(
                        aVolume("by-hand")
                            .inTree("iscsi")
                            .with("portal", "10.0.0.5")
                            .with("iqn", IQN + "data")
                            .with("lun", "0")
                            .phase("Available"))))
        .isEmpty();
  }

  @Test
  void wrongDataIsUndecidedWhileAClusterWasNotReadWhole() {
    assertThat(
            judged(
                    oldTarget()
                        .volume(block("pvc-new", "data"))
                        .dataset(aZvol("tank/k8s/pvc-new").marked("pvc-new"))
                        .cluster("prod-b")
                        .read("prod-b", ObjectKind.PERSISTENT_VOLUME, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .contains("PK801? prod-a/persistentvolumes/pvc-new");
  }

  // 802

  @Test
  void zvolOfTwoClaimsIsShared() {
    JudgedNight night =
        judged(
            oldTarget()
                .volume(block("pvc-old", "data"))
                .volume(block("second", "data").handle("pvc-old")));

    assertThat(night.said()).containsExactly("PK802 nas1/datasets/tank/k8s/pvc-old");
    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-old").evidence())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-old of claim media/claim-of-pvc-old leads to it",
            "prod-a/persistentvolumes/second of claim media/claim-of-second leads to it");
  }

  @Test
  void releasedVolumeBesideTheOneThatTookItOverIsInOrder() {
    assertThat(
            said(
                oldTarget()
                    .volume(block("pvc-old", "data").phase("Released").retain())
                    .volume(block("second", "data").handle("pvc-old"))))
        .containsExactly("PK103 prod-a/persistentvolumes/pvc-old");
  }

  @Test
  void sharedZvolIsLeftAloneOnlyWhenEachOfItsVolumesAsksForIt() {
    VolumeBuilder asking = block("second", "data").handle("pvc-old").keep("annotation keep");

    assertThat(exemption(oldTarget().volume(block("pvc-old", "data")).volume(asking))).isEmpty();
    assertThat(
            exemption(
                oldTarget()
                    .volume(block("pvc-old", "data").keep("annotation keep"))
                    .volume(block("second", "data").handle("pvc-old"))))
        .isEmpty();
    assertThat(
            exemption(
                oldTarget()
                    .volume(block("pvc-old", "data").keep("annotation keep"))
                    .volume(asking)))
        .contains("annotation keep");
  }

  private static Optional<String> exemption(InventoryBuilder inventory) {
    return judged(inventory).candidate("nas1/datasets/tank/k8s/pvc-old").exemption();
  }

  @Test
  void sameClaimInTwoClustersIsAMove() {
    assertThat(
            said(
                oldTarget()
                    .volume(block("pvc-old", "data"))
                    .cluster("prod-b")
                    .volume(block("pvc-old", "data"))))
        .isEmpty();
  }

  @Test
  void staticVolumesThatShareADeviceOnPurposeAreInOrder() {
    VolumeBuilder one =
        aVolume("one").inTree("iscsi").with("portal", "10.0.0.5").with("iqn", IQN + "data");
    VolumeBuilder two =
        aVolume("two").inTree("iscsi").with("portal", "10.0.0.5").with("iqn", IQN + "data");

    assertThat(said(oldTarget().volume(one).volume(two)))
        .noneMatch(line -> line.startsWith("PK802"));
  }

  @Test
  void nfsVolumesMayShareADataset() {
    assertThat(
            said(
                anInventory()
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .volume(
                        aVolume("pvc-b").handle("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))))
        .isEmpty();
  }

  // 803

  private static InventoryBuilder twoFileSystems() {
    return anInventory()
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
        .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"));
  }

  @Test
  void shareOfTheParentExportsEveryVolume() {
    for (String path : List.of("/mnt/tank", "/mnt/tank/k8s", "/mnt/tank/k8s/")) {
      JudgedNight night = judged(twoFileSystems().onNas(Objects.smbShare("all", path)));

      assertThat(night.said()).containsExactly("PK803 nas1/smb-shares/all");
      assertThat(night.candidate("nas1/smb-shares/all").evidence())
          .containsExactly("2 volumes lie in nas1/datasets/tank/k8s");
    }
  }

  @Test
  void nfsShareOfTheParentExportsThemTooUnlessItIsDisabled() {
    String path = "/mnt/tank/k8s";

    assertThat(said(twoFileSystems().onNas(Objects.nfsShare(path, ""))))
        .containsExactly("PK803 nas1/nfs-shares/mnt/tank/k8s");
    assertThat(
            said(
                twoFileSystems()
                    .onNas(nas -> new NfsShare(nas, 1, List.of(path), "", false))
                    .onNas(nas -> new SmbShare(nas, 2, "all", path, "", false))))
        .isEmpty();
  }

  @Test
  void requestOnTheParentLeavesItsShareAlone() {
    assertThat(
            judged(
                    anInventory()
                        .dataset(aDataset("tank/vols").property("poolkeeper:keep", "yes"))
                        .dataset(aDataset("tank/vols/pvc-a").marked("pvc-a"))
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/vols/pvc-a"))
                        .dataset(aDataset("tank/vols/pvc-b").marked("pvc-b"))
                        .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/vols/pvc-b"))
                        .onNas(Objects.smbShare("all", "/mnt/tank/vols")))
                .candidate("nas1/smb-shares/all")
                .exemption())
        .contains("poolkeeper:keep=yes");
  }

  @Test
  void datasetsThatNoVolumeUsesAreNotExposed() {
    assertThat(
            said(
                anInventory()
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/media"))
                    .onNas(Objects.nfsShare("/mnt/tank/k8s", ""))))
        .isEmpty();
  }

  @Test
  void shareBesideTheParentOrOfOneVolumeIsInOrder() {
    for (String path :
        List.of("/mnt/tank/k8s-docs", "/mnt/tank/k8s/pvc-a", "/mnt/tank/media", "/mnt/tan")) {
      assertThat(said(twoFileSystems().onNas(Objects.nfsShare(path, "")))).as(path).isEmpty();
    }
  }

  @Test
  void shareOfAParentThatOnlyHoldsZvolsShowsNoFiles() {
    InventoryBuilder inventory =
        serving(
                serving(
                    anInventory(),
                    1,
                    "pvc-a",
                    aZvol("tank/k8s/pvc-a").marked("pvc-a"),
                    "tank/k8s/pvc-a"),
                2,
                "pvc-b",
                aZvol("tank/k8s/pvc-b").marked("pvc-b"),
                "tank/k8s/pvc-b")
            .volume(block("pvc-a", "pvc-a"))
            .volume(block("pvc-b", "pvc-b"))
            .onNas(Objects.nfsShare("/mnt/tank/k8s", ""));

    assertThat(said(inventory)).isEmpty();
  }

  @Test
  void parentOnAnotherSystemIsNotExported() {
    assertThat(
            said(
                twoFileSystems()
                    .nas("nas2")
                    .pool("tank")
                    .onNas(Objects.nfsShare("/mnt/tank/k8s", ""))))
        .isEmpty();
  }
}
