package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PathUser;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who uses a dataset on the appliance itself, and thereby keeps it from being called an orphan. */
class NasUsesTest {

  private static final String ORPHAN = "nas1/datasets/tank/k8s/pvc-x";

  /** One live volume, and a leftover beside it. */
  private static InventoryBuilder with(DatasetBuilder leftover) {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(leftover.marked("pvc-x"));
  }

  private static InventoryBuilder folder() {
    return with(aDataset("tank/k8s/pvc-x"));
  }

  private static InventoryBuilder zvol() {
    return with(aZvol("tank/k8s/pvc-x"));
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void whoeverUsesFilesOfADatasetProtectsIt() {
    for (ObjectKind kind : PathUser.KINDS) {
      assertThat(said(folder().onNas(OtherUsers.usesPath(kind, "/mnt/tank/k8s/pvc-x/backups"))))
          .as(kind.plural())
          .isEmpty();
    }
  }

  @Test
  void diskOfAVirtualMachineProtectsItsZvol() {
    assertThat(said(zvol())).containsExactly("PK102 " + ORPHAN);
    assertThat(said(zvol().onNas(OtherUsers.usesZvol(ObjectKind.VM_DEVICE, "tank/k8s/pvc-x"))))
        .isEmpty();
  }

  @Test
  void whoMountsTheFolderOfAllVolumesSaysNothingAboutOne() {
    assertThat(said(folder().onNas(OtherUsers.usesPath(ObjectKind.APP, "/mnt/tank/k8s"))))
        .containsExactly("PK102 " + ORPHAN);
  }

  @Test
  void sessionThatOnlyNamesTheExtentProtectsItsZvol() {
    InventoryBuilder inventory = zvol().onNas(Objects.extent(1, "disk-7", "tank/k8s/pvc-x"));
    assertThat(said(inventory)).containsExactly("PK102 " + ORPHAN);

    assertThat(said(inventory.onNas(Objects.session("iqn.2005:disk-7")))).isEmpty();
  }

  @Test
  void connectionToASubsystemProtectsItsZvol() {
    InventoryBuilder inventory =
        zvol()
            .onNas(OtherUsers.nvmeSubsystem(7, "nqn.2011-06.com.truenas:pvc-x"))
            .onNas(Objects.namespace("nqn.2011-06.com.truenas:pvc-x", 1, "tank/k8s/pvc-x"));
    assertThat(said(inventory)).containsExactly("PK102 " + ORPHAN);

    assertThat(said(inventory.onNas(OtherUsers.nvmeSession(7)))).isEmpty();
  }

  @Test
  void connectionToAnotherSubsystemProtectsNothing() {
    assertThat(
            said(
                zvol()
                    .onNas(OtherUsers.nvmeSubsystem(7, "nqn.2011-06.com.truenas:pvc-x"))
                    .onNas(Objects.namespace("nqn.2011-06.com.truenas:pvc-x", 1, "tank/k8s/pvc-x"))
                    .onNas(OtherUsers.nvmeSession(8))))
        .containsExactly("PK102 " + ORPHAN);
  }

  @Test
  void brokenReceiveProtectsWhatItWasFor() {
    assertThat(said(folder().dataset(aDataset("tank/k8s/pvc-x/%recv").unmounted()))).isEmpty();
    assertThat(said(folder().dataset(aDataset("tank/k8s/pvc-y%recv").marked("pvc-y"))))
        .containsExactly("PK102 " + ORPHAN);
  }

  @Test
  void releasedVolumeWithABrokenReceivePromisesNoSpace() {
    assertThat(
            judged(
                    anInventory()
                        .volume(
                            aVolume("pvc-a")
                                .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a")
                                .phase("Released"))
                        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                        .dataset(aDataset("tank/k8s/pvc-a/%recv").unmounted()))
                .candidate("prod-a/persistentvolumes/pvc-a")
                .reclaimableBytes())
        .hasValue(0);
  }

  @Test
  void useOnAnotherNasProtectsNothingHere() {
    assertThat(
            said(
                zvol()
                    .nas("nas2")
                    .pool("tank")
                    .onNas(OtherUsers.usesZvol(ObjectKind.VM_DEVICE, "tank/k8s/pvc-x"))))
        .containsExactly("PK102 " + ORPHAN);
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {
        "NVME_SESSION",
        "VM_DEVICE",
        "APP",
        "CLOUD_SYNC_TASK",
        "RSYNC_TASK",
        "SMB_SHARE",
        "REPLICATION_TASK"
      })
  void listThatCouldNotBeReadWithholdsTheVerdict(ObjectKind kind) {
    assertThat(judged(folder().read("nas1", kind, CaptureStatus.FAILED)).verdictsSaid())
        .containsExactly("PK102? " + ORPHAN);
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {"NVME_SESSION", "VM_DEVICE", "APP", "CLOUD_SYNC_TASK", "RSYNC_TASK", "NFS_CLIENT"})
  void listThatWasNeverRecordedWithholdsNothing(ObjectKind kind) {
    assertThat(said(folder().read("nas1", kind, CaptureStatus.NOT_READ)))
        .containsExactly("PK102 " + ORPHAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".system",
        "ix-apps",
        "ix-applications",
        ".ix-virt",
        ".truenas_containers",
        "iocage"
      })
  void whatTrueNasKeepsForItselfIsNobodysVolume(String name) {
    assertThat(
            said(
                anInventory()
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/%s/pvc-a".formatted(name)))
                    .dataset(aDataset("tank/" + name + "/pvc-a").marked("pvc-a"))
                    .dataset(aDataset("tank/" + name + "/pvc-x").marked("pvc-x"))))
        .isEmpty();
  }

  @Test
  void datasetOfAPersonNamedLikeThatIsJudged() {
    assertThat(
            said(
                anInventory()
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/iocage/pvc-a"))
                    .dataset(aDataset("tank/k8s/iocage/pvc-a").marked("pvc-a"))
                    .dataset(aDataset("tank/k8s/iocage/pvc-x").marked("pvc-x"))))
        .containsExactly("PK102 nas1/datasets/tank/k8s/iocage/pvc-x");
  }

  @Test
  void releasedVolumeInUseOnTheNasPromisesNoSpace() {
    var night =
        judged(
            anInventory()
                .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a").phase("Released"))
                .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                .onNas(OtherUsers.usesPath(ObjectKind.APP, "/mnt/tank/k8s/pvc-a")));

    assertThat(night.candidate("prod-a/persistentvolumes/pvc-a").reclaimableBytes()).hasValue(0);
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-a").evidence())
        .contains("its data is in use on the NAS: nas1/apps/3 (its name)");
  }
}
