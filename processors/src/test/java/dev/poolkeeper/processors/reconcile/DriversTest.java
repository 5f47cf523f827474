package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each row of docs/drivers.md. */
class DriversTest {

  private static final String IQN = "iqn.2005-10.org.freenas.ctl:csi-pvc-a";
  private static final String NQN = "nqn.2011-06.com.truenas:uuid:9b:pvc-a";

  /** A dataset pvc-a, and one pvc-x that only a reference keeps from being an orphan. */
  private static InventoryBuilder folders() {
    return anInventory()
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))
        .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"));
  }

  private static InventoryBuilder zvols() {
    return anInventory()
        .onNas(Objects.basename("iqn.2005-10.org.freenas.ctl"))
        .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
        .onNas(Objects.target(1, "csi-pvc-a"))
        .onNas(Objects.extent(1, "csi-pvc-a", "tank/k8s/pvc-a"))
        .onNas(Objects.lun(1, 1, 0))
        .onNas(Objects.namespace(NQN, 1, "tank/k8s/pvc-a"));
  }

  private static String joined(InventoryBuilder inventory) {
    return judged(inventory).links().stream()
        .filter(link -> !link.contains("pvc-b"))
        .reduce("", (a, b) -> a + b.replaceFirst(".*/persistentvolumes/", ""));
  }

  private static final String CONFIRMED = "pvc-a CONFIRMED nas1/datasets/tank/k8s/pvc-a";

  @ParameterizedTest
  @ValueSource(strings = {"freenas-nfs", "truenas-nfs", "freenas-api-nfs", "truenas-api-nfs"})
  void democraticCsiNfs(String provisioner) {
    assertThat(
            joined(
                folders()
                    .volume(
                        aVolume("pvc-a")
                            .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a")
                            .with("provisioner_driver", provisioner))))
        .isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"freenas-smb", "truenas-smb", "freenas-api-smb", "truenas-api-smb"})
  void democraticCsiSmb(String provisioner) {
    assertThat(
            joined(
                folders()
                    .onNas(Objects.smbShare("csi-pvc-a", "/mnt/tank/k8s/pvc-a"))
                    .volume(
                        aVolume("pvc-a")
                            .smb("10.0.0.5", "csi-pvc-a")
                            .with("provisioner_driver", provisioner))))
        .isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"freenas-iscsi", "truenas-iscsi", "freenas-api-iscsi", "truenas-api-iscsi"})
  void democraticCsiIscsi(String provisioner) {
    assertThat(
            joined(
                zvols()
                    .volume(
                        aVolume("pvc-a")
                            .iscsi("10.0.0.5:3260", IQN)
                            .with("provisioner_driver", provisioner))))
        .isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"freenas-nvmeof", "truenas-nvmeof", "freenas-api-nvmeof"})
  void democraticCsiNvmeof(String provisioner) {
    assertThat(
            joined(
                zvols()
                    .volume(
                        aVolume("pvc-a")
                            .with("provisioner_driver", provisioner)
                            .with("node_attach_driver", "nvmeof")
                            .with("transport", "tcp://10.0.0.5:4420")
                            .with("nqn", NQN)
                            .with("nsid", "1"))))
        .isEqualTo(CONFIRMED);
  }

  @Test
  void zfsGenericOnATrueNas() {
    assertThat(
            joined(
                folders()
                    .volume(
                        aVolume("pvc-a")
                            .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a")
                            .with("provisioner_driver", "zfs-generic-nfs"))))
        .isEqualTo(CONFIRMED);
    assertThat(
            joined(
                folders()
                    .volume(
                        aVolume("pvc-a")
                            .smb("10.0.0.5", "tank_k8s_pvc_a")
                            .with("provisioner_driver", "zfs-generic-smb"))))
        .isEqualTo("pvc-a PROBABLE nas1/datasets/tank/k8s/pvc-a");
  }

  @Test
  void zfsGenericOnAHostOfItsOwn() {
    JudgedNight night =
        judged(
            anInventory()
                .volume(
                    aVolume("pvc-a")
                        .nfs("10.9.9.9", "/tank/k8s/pvc-a")
                        .with("provisioner_driver", "zfs-generic-nfs")));

    assertThat(night.said()).isEmpty();
    assertThat(night.match("prod-a/persistentvolumes/pvc-a")).isInstanceOf(Match.OutOfScope.class);
  }

  @Test
  void trueNasCsi() {
    assertThat(
            joined(
                anInventory()
                    .dataset(aDataset("tank/k8s/pvc-a"))
                    .volume(
                        aVolume("pvc-a")
                            .trueNasCsi("tank/k8s/pvc-a")
                            .with("nfsServer", "10.0.0.5")
                            .with("nfsPath", "/mnt/tank/k8s/pvc-a"))))
        .isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs", "smb", "iscsi", "nvmeof"})
  void tnsCsi(String protocol) {
    InventoryBuilder inventory = protocol.matches("nfs|smb") ? folders() : zvols();
    assertThat(
            joined(
                inventory.volume(
                    aVolume("pvc-a")
                        .driver("tns.csi.io")
                        .handle("tank/k8s/pvc-a")
                        .with("protocol", protocol)
                        .with("server", "10.0.0.5")
                        .with("nqn", NQN)
                        .with("iscsiIQN", IQN)
                        .with("datasetName", "tank/k8s/pvc-a"))))
        .isEqualTo(CONFIRMED);
  }

  private static VolumeBuilder client(String provisioner, String name, String share) {
    return aVolume(name)
        .with("provisioner_driver", provisioner)
        .with("server", "10.0.0.5")
        .with("share", share);
  }

  @Test
  void nfsClientKeepsManyVolumesInOneDataset() {
    JudgedNight night =
        judged(
            folders()
                .volume(client("nfs-client", "c1", "/mnt/tank/k8s/pvc-x/v/c1"))
                .volume(client("nfs-client", "c2", "/mnt/tank/k8s/pvc-x/v/c2")));

    assertThat(night.links())
        .contains(
            "prod-a/persistentvolumes/c1 REFERENCED nas1/datasets/tank/k8s/pvc-x",
            "prod-a/persistentvolumes/c2 REFERENCED nas1/datasets/tank/k8s/pvc-x");
    assertThat(night.said()).doesNotContain("PK102 nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void smbClientKeepsManyVolumesInOneShare() {
    JudgedNight night =
        judged(
            folders()
                .onNas(Objects.smbShare("Media", "/mnt/tank/k8s/pvc-x/"))
                .volume(client("smb-client", "c1", "media/v/c1"))
                .volume(client("smb-client", "c2", "media/v/c2")));

    assertThat(night.links())
        .contains(
            "prod-a/persistentvolumes/c1 REFERENCED nas1/datasets/tank/k8s/pvc-x",
            "prod-a/persistentvolumes/c2 REFERENCED nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void csiDriverNfsAndSmbReferToFoldersAndToDatasetsBelow() {
    VolumeBuilder subdir =
        aVolume("s1")
            .driver("nfs.csi.k8s.io")
            .with("server", "10.0.0.5")
            .with("share", "/mnt/tank/k8s")
            .with("subdir", "pvc-x");
    assertThat(judged(folders().volume(subdir)).links())
        .contains(
            "prod-a/persistentvolumes/s1 REFERENCED nas1/datasets/tank/k8s",
            "prod-a/persistentvolumes/s1 REFERENCED nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void staticAndInTreeVolumes() {
    assertThat(
            judged(
                    folders()
                        .volume(
                            aVolume("static")
                                .inTree("nfs")
                                .with("server", "10.0.0.5")
                                .with("share", "/mnt/tank/k8s/pvc-x")))
                .links())
        .contains("prod-a/persistentvolumes/static REFERENCED nas1/datasets/tank/k8s/pvc-x");
    assertThat(
            judged(
                    zvols()
                        .volume(
                            aVolume("static")
                                .inTree("iscsi")
                                .with("portal", "10.0.0.5")
                                .with("iqn", IQN)
                                .with("lun", "0")))
                .links())
        .contains("prod-a/persistentvolumes/static REFERENCED nas1/datasets/tank/k8s/pvc-a");
  }

  @Test
  void nodeManual() {
    assertThat(
            judged(
                    zvols()
                        .volume(
                            aVolume("manual")
                                .with("provisioner_driver", "node-manual")
                                .with("nqn", NQN)))
                .links())
        .contains("prod-a/persistentvolumes/manual REFERENCED nas1/datasets/tank/k8s/pvc-a");
  }

  @Test
  void inlineVolumesOfPodsAndTemplates() {
    VolumeSource inline =
        new VolumeSource(
            "nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/k8s/pvc-x"));
    assertThat(
            judged(
                    folders()
                        .inCluster(
                            c -> new Pod(c, "media", "p", "Failed", "", List.of(), List.of(inline)))
                        .inCluster(
                            c ->
                                new Workload(
                                    ObjectKind.CRON_JOB,
                                    c,
                                    "media",
                                    "w",
                                    List.of(),
                                    List.of(inline))))
                .links())
        .contains(
            "prod-a/cronjobs/media/w REFERENCED nas1/datasets/tank/k8s/pvc-x",
            "prod-a/pods/media/p REFERENCED nas1/datasets/tank/k8s/pvc-x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"synology-iscsi", "zfs-local-zvol", "objectivefs", "lustre-client"})
  void foreignDriversAreSkippedAndProtectAllTheSame(String provisioner) {
    JudgedNight night =
        judged(
            zvols()
                .volume(
                    aVolume("other")
                        .with("provisioner_driver", provisioner)
                        .with("portal", "10.0.0.5")
                        .with("iqn", IQN)
                        .with("lun", "0")));

    assertThat(night.match("prod-a/persistentvolumes/other")).isInstanceOf(Match.OutOfScope.class);
    assertThat(night.links())
        .contains("prod-a/persistentvolumes/other REFERENCED nas1/datasets/tank/k8s/pvc-a");
    assertThat(night.said()).isEmpty();
  }

  @Test
  void nodeLocalDriversProtectTheNameOfTheirDataset() {
    assertThat(
            judged(
                    folders()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .volume(
                            aVolume("other")
                                .with("provisioner_driver", "zfs-local-dataset")
                                .with("zfs_asset_name", "local/k8s/pvc-x")))
                .said())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tank/k8s/pvc-x",
        "tank_k8s_pvc-x",
        "wss://nas1/websocket#tank#k8s/pvc-x#csi#delete"
      })
  void handleOfADriverNobodyKnowsProtectsWhatItNames(String handle) {
    assertThat(
            judged(
                    folders()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                        .volume(aVolume("other").driver("csi.hpe.com").handle(handle)))
                .said())
        .isEmpty();
  }

  @Test
  void parentsAreLearntFromConfirmedVolumesOnly() {
    JudgedNight night =
        judged(folders().volume(client("nfs-client", "c1", "/mnt/tank/k8s/pvc-x/v/c1")));

    assertThat(night.join().parents().on("nas1")).containsExactly("tank/k8s");
  }

  @Test
  void clustersShareANas() {
    JudgedNight night =
        judged(
            folders()
                .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                .cluster("prod-b")
                .volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-x")));

    assertThat(night.said()).isEmpty();
    assertThat(night.links())
        .contains("prod-b/persistentvolumes/pvc-x CONFIRMED nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void portalTellsSystemsOfTheSameNamesApart() {
    InventoryBuilder twoSystems = zvols().address("10.0.0.5").nas("nas2").address("10.0.0.6");
    twoSystems
        .pool("tank")
        .parent("tank/k8s")
        .dataset(aZvol("tank/k8s/pvc-a"))
        .onNas(Objects.target(1, "csi-pvc-a"))
        .onNas(Objects.extent(1, "csi-pvc-a", "tank/k8s/pvc-a"))
        .onNas(Objects.lun(1, 1, 0));

    assertThat(joined(twoSystems.volume(aVolume("pvc-a").iscsi("10.0.0.6:3260", IQN))))
        .isEqualTo("pvc-a CONFIRMED nas2/datasets/tank/k8s/pvc-a");
  }

  @Test
  void portalThatTheDatasetsOwnMarkContradictsConfirmsNothing() {
    String context = "{\"node_attach_driver\":\"iscsi\",\"portal\":\"%s\",\"iqn\":\"" + IQN + "\"}";
    for (String portal : new String[] {"10.0.0.5:3260", ""}) {
      assertThat(joined(contexted(context.formatted(portal)))).as(portal).isEqualTo(CONFIRMED);
    }

    JudgedNight night = judged(contexted(context.formatted("10.9.9.9:3260")));
    assertThat(night.links())
        .containsExactly("prod-a/persistentvolumes/pvc-a PROBABLE nas1/datasets/tank/k8s/pvc-a");
    assertThat(night.join().linksFrom(night.match("prod-a/persistentvolumes/pvc-a").subject()))
        .flatExtracting(Link::evidence)
        .contains("but its own mark names another address");
  }

  private static InventoryBuilder contexted(String context) {
    return anInventory()
        .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a").shareContext(context))
        .onNas(Objects.target(1, "csi-pvc-a"))
        .onNas(Objects.extent(1, "csi-pvc-a", "tank/k8s/pvc-a"))
        .onNas(Objects.lun(1, 1, 0))
        .volume(aVolume("pvc-a").iscsi("10.0.0.5:3260", IQN));
  }

  @Test
  void twoAddressesOfOneSystemDoNotContradict() {
    String context = "{\"portal\":\"storage.example.com:3260\",\"iqn\":\"" + IQN + "\"}";

    assertThat(joined(contexted(context).address("10.0.0.5").address("storage.example.com")))
        .isEqualTo(CONFIRMED);
  }
}
