package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several systems, several clusters, and sources that nobody registered. */
class NeighboursTest {

  private static VolumeBuilder at(String server, String name) {
    return aVolume(name).nfs(server, "/mnt/tank/k8s/" + name);
  }

  private static InventoryBuilder aliveAt(InventoryBuilder inventory, String server, String name) {
    return inventory.volume(at(server, name)).dataset(aDataset("tank/k8s/" + name).marked(name));
  }

  /** Two volumes that are where they say, so that the address of nas1 is known. */
  private static InventoryBuilder twoAlive() {
    return aliveAt(aliveAt(anInventory(), "10.0.0.5", "pvc-a"), "10.0.0.5", "pvc-b");
  }

  @Test
  void volumeOnANasNobodyRegisteredHasNotLostItsDataset() {
    JudgedNight night = judged(twoAlive().volume(at("10.0.0.99", "pvc-elsewhere")));

    assertThat(night.said()).containsExactly("PK101? prod-a/persistentvolumes/pvc-elsewhere");
    assertThat(night.gap("prod-a/persistentvolumes/pvc-elsewhere").reason())
        .isEqualTo("no registered NAS is known by address 10.0.0.99");
  }

  @Test
  void volumeOfAFailedNasHasNotLostItsDatasetOnAnother() {
    JudgedNight night =
        judged(twoAlive().nas("nas2").failed("nas2").volume(at("10.0.0.6", "pvc-on-nas2")));

    assertThat(night.verdictsSaid()).containsExactly("PK101? prod-a/persistentvolumes/pvc-on-nas2");
    assertThat(night.gap("prod-a/persistentvolumes/pvc-on-nas2").part()).startsWith("nas2/");
  }

  @Test
  void volumeWithoutAddressIsLostOnlyWhenEverySystemWasRead() {
    InventoryBuilder inventory =
        anInventory()
            .volume(aVolume("pvc-a").trueNasCsi("tank/pvc-a"))
            .dataset(aDataset("tank/pvc-a"))
            .volume(aVolume("pvc-gone").trueNasCsi("tank/pvc-gone"));
    assertThat(judged(inventory).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-gone");

    inventory.nas("nas2").failed("nas2");
    assertThat(judged(inventory).verdictsSaid())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-gone");
  }

  @Test
  void oneOddVolumeDoesNotTeachAnAddress() {
    JudgedNight night =
        judged(
            aliveAt(twoAlive(), "10.0.0.99", "pvc-odd")
                .volume(at("10.0.0.99", "pvc-on-another-nas")));

    assertThat(night.said()).containsExactly("PK101? prod-a/persistentvolumes/pvc-on-another-nas");
  }

  @Test
  void addressMovedToANewNasOrphansNothingOnTheOldOne() {
    InventoryBuilder inventory =
        anInventory().nas("nas2").address("nas.example.com").pool("tank").parent("tank/k8s");
    inventory
        .volume(at("nas.example.com", "pvc-new"))
        .dataset(aDataset("tank/k8s/pvc-new").marked("pvc-new"));
    inventory.volume(at("nas.example.com", "pvc-old"));
    inventory.nas("nas1").dataset(aDataset("tank/k8s/pvc-old").marked("pvc-old"));

    JudgedNight night = judged(inventory);

    assertThat(night.said()).isEmpty();
    assertThat(night.links())
        .contains("prod-a/persistentvolumes/pvc-old PROBABLE nas1/datasets/tank/k8s/pvc-old");
  }

  @Test
  void samePathOnTwoSystemsIsNotGuessed() {
    InventoryBuilder inventory = anInventory().dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
    inventory.nas("nas2").pool("tank").dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
    inventory.volume(at("10.0.0.5", "pvc-a"));

    JudgedNight night = judged(inventory);

    assertThat(night.said()).containsExactly("PK111 prod-a/persistentvolumes/pvc-a");
    assertThat(night.links())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-a AMBIGUOUS nas1/datasets/tank/k8s/pvc-a",
            "prod-a/persistentvolumes/pvc-a AMBIGUOUS nas2/datasets/tank/k8s/pvc-a");
  }

  @Test
  void replicaUnderTheSamePoolNameIsNeitherTheVolumeNorAnOrphan() {
    InventoryBuilder inventory = twoAlive().onNas(Objects.push("tank/k8s", "tank/k8s"));
    inventory.nas("nas2").pool("tank").parent("tank/k8s");
    inventory.dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a", PropertySource.UNKNOWN));
    inventory.dataset(aDataset("tank/k8s/pvc-gone").marked("pvc-gone", PropertySource.UNKNOWN));

    JudgedNight night = judged(inventory);

    assertThat(night.said()).isEmpty();
    assertThat(night.links()).hasSize(2).allMatch(link -> link.contains("CONFIRMED nas1/"));
  }

  @Test
  void replicaOnAnotherNasDoesNotHideALoss() {
    InventoryBuilder inventory =
        twoAlive().volume(at("10.0.0.5", "pvc-gone")).onNas(Objects.push("tank/k8s", "backup/k8s"));
    inventory
        .nas("nas2")
        .pool("backup")
        .dataset(aDataset("backup/k8s/pvc-gone").marked("pvc-gone"));

    assertThat(judged(inventory).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-gone");
  }

  @Test
  void failedClusterLeavesEveryOrphanUndecided() {
    InventoryBuilder inventory =
        twoAlive().dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x")).cluster("edge-b");
    assertThat(judged(inventory).said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");

    inventory.read("edge-b", ObjectKind.PERSISTENT_VOLUME, CaptureStatus.FAILED);
    assertThat(judged(inventory).verdictsSaid())
        .containsExactly("PK102? nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void parentOfNoRegisteredClusterIsNotJudged() {
    JudgedNight night =
        judged(
            twoAlive().parent("tank/other").dataset(aDataset("tank/other/pvc-x").marked("pvc-x")));

    assertThat(night.said()).containsExactly("PK102? nas1/datasets/tank/other/pvc-x");
  }

  @Test
  void shareThatNamesAnUnknownDriverBelongsToAnotherCluster() {
    JudgedNight night =
        judged(
            twoAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
                .onNas(
                    Objects.nfsShare(
                        "/mnt/tank/k8s/pvc-x",
                        "democratic-csi (org.democratic-csi.other-cluster): tank/k8s/pvc-x")));

    assertThat(night.said()).containsExactly("PK110 nas1/datasets/tank/k8s/pvc-x");
    assertThat(night.candidate("nas1/datasets/tank/k8s/pvc-x").evidence().get(0))
        .contains("org.democratic-csi.other-cluster");
  }

  @Test
  void shareThatNamesARegisteredDriverIsAnOrphanAllTheSame() {
    JudgedNight night =
        judged(
            twoAlive()
                .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
                .onNas(
                    Objects.nfsShare(
                        "/mnt/tank/k8s/pvc-x",
                        "democratic-csi (org.democratic-csi.nfs): tank/k8s/pvc-x")));

    assertThat(night.said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void instanceIdOfNobodyBelongsToAnotherCluster() {
    String key = "democratic-csi:volume_context_provisioner_driver_instance_id";
    InventoryBuilder inventory =
        anInventory()
            .volume(at("10.0.0.5", "pvc-a").with("provisioner_driver_instance_id", "prod"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a").property(key, "prod"))
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x").property(key, "prod"))
            .dataset(aDataset("tank/k8s/pvc-y").marked("pvc-y").property(key, "staging"));

    assertThat(judged(inventory).said())
        .containsExactly(
            "PK102 nas1/datasets/tank/k8s/pvc-x", "PK110 nas1/datasets/tank/k8s/pvc-y");
  }

  @Test
  void copyThatSaysItLivesOnAnotherSystemIsNotJudged() {
    InventoryBuilder inventory =
        twoAlive()
            .address("10.0.0.5")
            .dataset(
                aDataset("tank/k8s/pvc-x")
                    .marked("pvc-x", PropertySource.UNKNOWN)
                    .shareContext("{\"server\":\"10.0.0.77\",\"share\":\"/mnt/tank/k8s/pvc-x\"}"));

    assertThat(judged(inventory).said()).containsExactly("PK102? nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void volumeOfAnExportedPoolIsNotLost() {
    JudgedNight night =
        judged(
            twoAlive()
                .pool("old", "OFFLINE")
                .volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/old/k8s/pvc-x"))
                .volume(aVolume("pvc-y").nfs("10.0.0.5", "/mnt/unheard-of/k8s/pvc-y")));

    assertThat(night.said())
        .containsExactly(
            "PK101? prod-a/persistentvolumes/pvc-x",
            "PK101? prod-a/persistentvolumes/pvc-y",
            "PK701 nas1/pools/old");
  }

  @Test
  void zvolOfAnExportedPoolIsNotLost() {
    String iqn = "iqn.2005-10.org.freenas.ctl:";
    InventoryBuilder inventory =
        anInventory()
            .address("10.0.0.5")
            .volume(aVolume("pvc-a").iscsi("10.0.0.5:3260", iqn + "pvc-a"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .onNas(Objects.target(1, "pvc-a"))
            .onNas(Objects.extent(1, "pvc-a", "tank/k8s/pvc-a"))
            .onNas(Objects.lun(1, 1, 0))
            .volume(aVolume("pvc-x").iscsi("10.0.0.5:3260", iqn + "pvc-x"))
            .onNas(Objects.target(2, "pvc-x"))
            .onNas(Objects.extent(2, "pvc-x", "exported/k8s/pvc-x"))
            .onNas(Objects.lun(2, 2, 0));

    JudgedNight night = judged(inventory);

    assertThat(night.said()).containsExactly("PK101? prod-a/persistentvolumes/pvc-x");
    assertThat(night.gap("prod-a/persistentvolumes/pvc-x").reason())
        .isEqualTo("pool exported is not imported on nas1");
  }

  @Test
  void zvolThatNothingNamesMayBeInAPoolThatIsNotImported() {
    InventoryBuilder lost =
        anInventory()
            .address("10.0.0.5")
            .volume(aVolume("pvc-x").iscsi("10.0.0.5:3260", "iqn.2005-10.org.freenas.ctl:pvc-x"));

    assertThat(judged(lost).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-x");
    assertThat(judged(lost.pool("cold", "OFFLINE")).said())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-x");
  }

  @Test
  void lostShareMayHaveMovedToAnotherNasButNotToAnotherPool() {
    InventoryBuilder lost =
        twoAlive().address("10.0.0.5").volume(at("10.0.0.5", "pvc-lost")).pool("cold", "OFFLINE");

    assertThat(judged(lost).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-lost");
    lost.nas("nas2").pool("tank").read("nas2", ObjectKind.NFS_SHARE, CaptureStatus.NOT_READ);
    assertThat(judged(lost).verdictsSaid())
        .containsExactly("PK101? prod-a/persistentvolumes/pvc-lost");
  }

  @ParameterizedTest
  @CsvSource({
    "nas1, NOT_READ, true",
    "nas1, PARTIAL, true",
    "nas2, NOT_READ, false",
    "nas2, PARTIAL, true"
  })
  void nvmeVolumeNeedsTheListsOfItsNasAndHalfOfNone(
      String nas, CaptureStatus status, boolean withheld) {
    InventoryBuilder lost =
        anInventory()
            .address("10.0.0.5")
            .volume(
                aVolume("pvc-x")
                    .with("provisioner_driver", "truenas-nvmeof")
                    .with("node_attach_driver", "nvmeof")
                    .with("transport", "tcp://10.0.0.5:4420")
                    .with("nqn", "nqn.2011-06.com.truenas:pvc-x")
                    .with("nsid", "1"))
            .nas("nas2")
            .pool("tank");

    assertThat(judged(lost).said()).containsExactly("PK101 prod-a/persistentvolumes/pvc-x");
    assertThat(judged(lost.read(nas, ObjectKind.NVME_NAMESPACE, status)).verdictsSaid())
        .containsExactly((withheld ? "PK101? " : "PK101 ") + "prod-a/persistentvolumes/pvc-x");
  }

  @Test
  void listOfPoolRootsOnlyLosesNothing() {
    JudgedNight night =
        judged(
            anEstate()
                .cluster("prod-a")
                .nas("nas1")
                .address("10.0.0.5")
                .pool("tank")
                .volume(at("10.0.0.5", "pvc-a")));

    assertThat(night.said()).containsExactly("PK101? prod-a/persistentvolumes/pvc-a");
  }

  @Test
  void everySystemOfAVolumeIsReadableButItsPoolIsListedNowhere() {
    JudgedNight night =
        judged(
            twoAlive()
                .pool("second", "ONLINE")
                .volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/second/k8s/pvc-x")));

    assertThat(night.said()).containsExactly("PK101? prod-a/persistentvolumes/pvc-x");
  }

  @Test
  void genericZfsHostThatIsNoTrueNasIsNotOurs() {
    JudgedNight night =
        judged(
            twoAlive()
                .volume(at("10.9.9.9", "pvc-x").with("provisioner_driver", "zfs-generic-nfs")));

    assertThat(night.said()).isEmpty();
  }

  @Test
  void unsignedDatasetBesideAStrangersIsNotJudged() {
    String comment = "democratic-csi (org.democratic-csi.nfs): tank/k8s/pvc-signed";
    InventoryBuilder inventory =
        twoAlive()
            .dataset(aDataset("tank/k8s/pvc-strange").marked("pvc-strange"))
            .onNas(
                Objects.nfsShare(
                    "/mnt/tank/k8s/pvc-strange",
                    "democratic-csi (of-another-cluster): tank/k8s/pvc-strange"))
            .dataset(aDataset("tank/k8s/pvc-unsigned").marked("pvc-unsigned"))
            .dataset(aDataset("tank/k8s/pvc-signed").marked("pvc-signed"))
            .onNas(Objects.nfsShare("/mnt/tank/k8s/pvc-signed", comment));

    assertThat(judged(inventory).said())
        .containsExactly(
            "PK102 nas1/datasets/tank/k8s/pvc-signed",
            "PK102? nas1/datasets/tank/k8s/pvc-unsigned",
            "PK110 nas1/datasets/tank/k8s/pvc-strange");
  }

  @Test
  void volumesAfterAFailOverToAReplicaAreNotLost() {
    InventoryBuilder inventory = anEstate().cluster("prod-a").nas("nas2").pool("tank");
    for (String name : List.of("pvc-a", "pvc-b", "pvc-c")) {
      inventory
          .volume(at("10.0.0.6", name))
          .dataset(aDataset("tank/k8s/" + name).marked(name, PropertySource.RECEIVED));
    }
    assertThat(judged(inventory).said())
        .hasSize(3)
        .allMatch(said -> said.startsWith("PK101? prod-a/"));

    inventory.address("10.0.0.6");
    assertThat(judged(inventory).said()).isEmpty();
  }

  @Test
  void estateWithoutClustersAccusesNobody() {
    assertThat(
            judged(
                    anEstate()
                        .nas("nas1")
                        .pool("tank")
                        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x")))
                .said())
        .containsExactly("PK102? nas1/datasets/tank/k8s/pvc-x");
  }
}
