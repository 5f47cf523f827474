package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dataset a PersistentVolume stands on, driver by driver. */
class VolumeMatcherTest {

  private static final String BASE = "iqn.2005-10.org.freenas.ctl";

  private static List<String> links(InventoryBuilder inventory) {
    return judged(inventory).links();
  }

  private static String link(String volume, String confidence, String dataset) {
    return "prod-a/persistentvolumes/%s %s nas1/datasets/%s".formatted(volume, confidence, dataset);
  }

  private static InventoryBuilder served(String target, String zvol) {
    return anInventory()
        .onNas(Objects.basename(BASE))
        .dataset(aZvol(zvol))
        .onNas(Objects.target(1, target))
        .onNas(Objects.extent(7, "101", zvol))
        .onNas(Objects.lun(1, 7, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freenas-nfs",
        "truenas-nfs",
        "freenas-api-nfs",
        "truenas-api-nfs",
        "zfs-generic-nfs"
      })
  void nfsVolumeIsTheDatasetMountedAtItsShare(String provisioner) {
    assertThat(
            links(
                anInventory()
                    .volume(
                        aVolume("pvc-a")
                            .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a/")
                            .with("provisioner_driver", provisioner))
                    .dataset(aDataset("tank/k8s/pvc-a"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void copyThatReceivedTheMountpointOfItsSourceIsNotMountedThere() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .dataset(aDataset("tank/a-copy").mountedAt("/mnt/tank/k8s/pvc-a")))
                .links())
        .containsExactly("prod-a/persistentvolumes/pvc-a CONFIRMED nas1/datasets/tank/k8s/pvc-a");
  }

  @Test
  void datasetMountedElsewhereIsStillTheVolume() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/special"))
                    .dataset(aDataset("tank/k8s/pvc-a").mountedAt("/mnt/special"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void lockedDatasetWithoutMountpointIsFoundByItsPath() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a").unmounted().locked()))
                .said())
        .isEmpty();
  }

  @Test
  void shareWithSpacesLeadsToItsDataset() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/My Volumes/pvc-a"))
                    .dataset(aDataset("tank/My Volumes/pvc-a"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/My Volumes/pvc-a"));
  }

  @Test
  void templatedHandleIsConfirmedByTheMark() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-a").handle("1b2e").nfs("10.0.0.5", "/mnt/tank/k8s/x"))
                    .dataset(aDataset("tank/k8s/x").marked("pvc-a"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/x"));
  }

  @Test
  void chainAloneIsProbable() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-a").handle("1b2e").nfs("10.0.0.5", "/mnt/tank/k8s/x"))
                    .dataset(aDataset("tank/k8s/x"))))
        .containsExactly(link("pvc-a", "PROBABLE", "tank/k8s/x"));
  }

  @Test
  void renamedDatasetIsFoundByItsMark() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .dataset(aDataset("tank/archive/old").marked("pvc-a")))
                .links())
        .containsExactly(link("pvc-a", "PROBABLE", "tank/archive/old"));
  }

  @Test
  void markBesideTheDriversFolderHidesNoLoss() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))
                        .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
                        .dataset(aDataset("tank/copies/pvc-a").marked("pvc-a")))
                .links())
        .containsExactly(link("pvc-b", "CONFIRMED", "tank/k8s/pvc-b"));
  }

  @Test
  void smbVolumeIsTheDatasetOfItsShareInAnyCase() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-A").smb("10.0.0.5", "pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-A"))
                    .onNas(Objects.smbShare("PVC-a", "/mnt/tank/k8s/pvc-A"))))
        .containsExactly(link("pvc-A", "CONFIRMED", "tank/k8s/pvc-A"));
  }

  @Test
  void nvmeVolumeIsTheZvolOfItsNamespace() {
    String nqn = "nqn.2011-06.com.truenas:uuid:9b:pvc-a";
    assertThat(
            links(
                anInventory()
                    .volume(
                        aVolume("pvc-a")
                            .with("provisioner_driver", "truenas-nvmeof")
                            .with("nqn", nqn)
                            .with("nsid", "1"))
                    .dataset(aZvol("tank/k8s/pvc-a"))
                    .dataset(aZvol("tank/k8s/other"))
                    .onNas(Objects.namespace(nqn, 1, "tank/k8s/pvc-a"))
                    .onNas(Objects.namespace(nqn, 2, "tank/k8s/other"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE + ":csi-pvc-a-prd",
        "iqn.1999-01.before.the.change:csi-pvc-a-prd",
        "iqn.1999-01.odd:with:colons:csi-pvc-a-prd"
      })
  void targetIsFoundWhateverTheBaseNameWas(String iqn) {
    assertThat(
            links(
                served("csi-pvc-a-prd", "tank/k8s/pvc-a").volume(aVolume("pvc-a").iscsi("", iqn))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void wholeIqnMayBeATargetsName() {
    String iqn = "iqn.2020-01.com.example:disk";
    assertThat(links(served(iqn, "tank/k8s/pvc-a").volume(aVolume("pvc-a").iscsi("", iqn))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void targetNameWithColonsIsFoundWhole() {
    assertThat(
            links(
                served("prod:db:pvc-a", "tank/k8s/pvc-a")
                    .volume(aVolume("pvc-a").iscsi("", BASE + ":prod:db:pvc-a"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void endOfATargetNameIsNoTargetName() {
    assertThat(
            judged(
                    served("db", "tank/k8s/somebody-elses")
                        .address("10.0.0.5")
                        .volume(aVolume("pvc-a").iscsi("10.0.0.5", BASE + ":prod:db")))
                .said())
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-a");
  }

  @Test
  void otherLunOfTheTargetIsNotTheVolume() {
    assertThat(
            judged(
                    served("shared", "tank/k8s/lun-zero")
                        .address("10.0.0.5")
                        .volume(
                            aVolume("pvc-a").iscsi("10.0.0.5", BASE + ":shared").with("lun", "3")))
                .said())
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-a");
  }

  @Test
  void handleOfTrueNasCsiIsThePathOfItsDataset() {
    assertThat(
            links(
                anInventory()
                    .volume(
                        aVolume("pvc-a")
                            .trueNasCsi("tank/pvc-a")
                            .with("nfsPath", "/mnt/tank/pvc-a"))
                    .dataset(aDataset("tank/pvc-a"))
                    .volume(aVolume("pvc-b").trueNasCsi("tank/deep/pvc-b"))
                    .dataset(aDataset("tank/deep/pvc-b"))))
        .containsExactly(
            link("pvc-a", "CONFIRMED", "tank/pvc-a"),
            link("pvc-b", "CONFIRMED", "tank/deep/pvc-b"));
  }

  @Test
  void trueNasCsiTargetIsFoundUnderABaseNameOfItsOwn() {
    assertThat(
            links(
                served("csi-tank-pvc-a", "tank/pvc-a")
                    .volume(
                        aVolume("pvc-a")
                            .trueNasCsi("tank/pvc-a")
                            .with("targetIQN", "iqn.2000-01.io.truenas:csi-tank-pvc-a")
                            .with("lun", "0"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/pvc-a"));
  }

  @Test
  void tnsCsiNamesItsDataset() {
    VolumeBuilder volume =
        aVolume("pvc-a")
            .driver("tns.csi.io")
            .with("protocol", "nfs")
            .with("datasetName", "tank/k8s/pvc-a");
    assertThat(links(anInventory().volume(volume).dataset(aDataset("tank/k8s/pvc-a"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void staticAndClientVolumesReferToTheDatasetAroundTheirPath() {
    assertThat(
            links(
                anInventory()
                    .volume(
                        aVolume("static")
                            .inTree("nfs")
                            .with("server", "10.0.0.5")
                            .with("share", "/mnt/tank/k8s"))
                    .volume(
                        aVolume("client-1")
                            .with("provisioner_driver", "nfs-client")
                            .with("server", "10.0.0.5")
                            .with("share", "/mnt/tank/k8s/v/client-1"))))
        .containsExactly(
            link("client-1", "REFERENCED", "tank/k8s"), link("static", "REFERENCED", "tank/k8s"));
  }

  @Test
  void volumesOnNoRegisteredNasAreNotOurs() {
    assertThat(
            judged(
                    anInventory()
                        .volume(
                            aVolume("static")
                                .inTree("nfs")
                                .with("server", "qnap")
                                .with("share", "/share/a"))
                        .volume(aVolume("ceph").driver("rbd"))
                        .volume(aVolume("hostpath").inTree("hostPath")))
                .said())
        .isEmpty();
  }

  @Test
  void twoVolumesOnOneDatasetAreBothLinked() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("first").handle("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .volume(
                        aVolume("second").handle("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a"))))
        .containsExactly(
            link("first", "CONFIRMED", "tank/k8s/pvc-a"),
            link("second", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void copyBelowAReplicationTargetIsNotTheVolume() {
    assertThat(
            links(
                anInventory()
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .dataset(aDataset("tank/copies/pvc-a").marked("pvc-a"))
                    .onNas(Objects.localCopy("tank/k8s", "tank/copies"))))
        .containsExactly(link("pvc-a", "CONFIRMED", "tank/k8s/pvc-a"));
  }

  @Test
  void hiddenDatasetIsNotMissed() {
    assertThat(
            judged(
                    anInventory()
                        .address("10.0.0.5")
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/ix-apps-pv/pvc-a")))
                .gap("prod-a/persistentvolumes/pvc-a")
                .reason())
        .startsWith("TrueNAS hides datasets such as");
  }
}
