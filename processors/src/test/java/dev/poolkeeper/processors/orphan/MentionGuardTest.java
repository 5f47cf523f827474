package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which lists of a first night are not believed, by what its other lists name. */
class MentionGuardTest {

  private static Map<String, String> held(InventoryBuilder night, String... accepted) {
    Inventory inventory = night.build();
    return MentionGuard.held(
        inventory, Reconciler.reconcile(inventory), Set.of(accepted), GuardPolicy.DEFAULT);
  }

  private static InventoryBuilder withContents(int count) {
    InventoryBuilder night =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
    for (int i = 1; i <= count; i++) {
      night.content(aContent("content-" + i).handle("pvc-a@snapshot-" + i));
    }
    return night;
  }

  @Test
  void oneContentWithoutItsSnapshotMayBeATrueLoss() {
    assertThat(held(withContents(1))).doesNotContainKey("nas1/snapshots");
  }

  @Test
  void emptyListThatTwoNameIsNotBelieved() {
    assertThat(held(withContents(3)))
        .containsEntry(
            "nas1/snapshots",
            "nas1/snapshots is empty, but prod-a/volumesnapshotcontents/content-1 and 2 others name"
                + " what it must hold");
  }

  @Test
  void whatAPersonConfirmedIsBelieved() {
    assertThat(held(withContents(3), "nas1/snapshots")).doesNotContainKey("nas1/snapshots");
  }

  @Test
  void listWithARowIsNotEmpty() {
    assertThat(held(withContents(3).snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1"))))
        .doesNotContainKey("nas1/snapshots");
  }

  @ParameterizedTest
  @EnumSource(
      value = CaptureStatus.class,
      names = {"PARTIAL", "FAILED", "NOT_READ"})
  void listThatWasNotReadWholeIsIncompleteAlready(CaptureStatus status) {
    assertThat(held(withContents(3).read("nas1", ObjectKind.ZFS_SNAPSHOT, status)))
        .doesNotContainKey("nas1/snapshots");
  }

  @Test
  void cloneIsSureToHaveAnOrigin() {
    assertThat(
            held(anInventory().dataset(aDataset("tank/k8s/copy").cloneOf("tank/k8s/pvc-a@auto"))))
        .containsEntry(
            "nas1/snapshots",
            "nas1/snapshots is empty, but nas1/datasets/tank/k8s/copy names what it must hold");
  }

  private static InventoryBuilder withBoundClaims(int claims, int volumes) {
    InventoryBuilder night = anInventory();
    for (int i = 1; i <= claims; i++) {
      night.inCluster(Objects.boundClaim("claim-of-pvc-" + i, "pvc-" + i));
    }
    for (int i = 1; i <= volumes; i++) {
      night.volume(aVolume("pvc-" + i).nfs("10.0.0.5", "/mnt/tank/k8s/pvc-" + i));
    }
    return night;
  }

  @Test
  void boundClaimIsSureToHaveAVolume() {
    assertThat(held(withBoundClaims(1, 0))).containsKey("prod-a/persistentvolumes");
    assertThat(held(anInventory().inCluster(Objects.claim("lost", "uid", "Lost"))))
        .doesNotContainKey("prod-a/persistentvolumes");
  }

  @Test
  void boundVolumeIsSureToHaveAClaim() {
    assertThat(held(withBoundClaims(0, 1))).containsKey("prod-a/persistentvolumeclaims");
    assertThat(held(anInventory().volume(aVolume("pvc-1").phase("Released"))))
        .doesNotContainKey("prod-a/persistentvolumeclaims");
  }

  @ParameterizedTest
  @CsvSource({"4, 2, true", "4, 3, false", "10, 7, false", "10, 6, true", "1, 1, false"})
  void listThatLacksMoreThanTheRatioOfWhatIsSurelyThereIsNotBelieved(
      int claims, int volumes, boolean held) {
    assertThat(held(withBoundClaims(claims, volumes)).containsKey("prod-a/persistentvolumes"))
        .isEqualTo(held);
  }

  @Test
  void saysWhoNamesWhatIsLacking() {
    assertThat(held(withBoundClaims(4, 2)).get("prod-a/persistentvolumes"))
        .isEqualTo(
            "prod-a/persistentvolumes lacks 2 of 4 rows that others name:"
                + " prod-a/persistentvolumeclaims/media/claim-of-pvc-3 and 1 other name them");
  }

  @Test
  void nodeRunsPods() {
    assertThat(held(anInventory().inCluster(cluster -> new Node(cluster, "node-1"))))
        .containsEntry(
            "prod-a/pods", "prod-a/pods is empty, but prod-a/nodes/node-1 names what it must hold");
  }

  private static InventoryBuilder overIscsi(String provisioner) {
    InventoryBuilder night = anInventory().address("10.0.0.5");
    for (String name : new String[] {"pvc-a", "pvc-b"}) {
      night
          .volume(
              aVolume(name)
                  .iscsi("10.0.0.5", "iqn:csi-" + name)
                  .with("provisioner_driver", provisioner))
          .dataset(aZvol("tank/k8s/" + name).marked(name));
    }
    return night;
  }

  @Test
  void volumesNameTheTargetsThatTheirDriverMade() {
    assertThat(held(overIscsi("freenas-iscsi")))
        .containsKeys("nas1/iscsi-targets", "nas1/iscsi-extents", "nas1/iscsi-targetextents");
    assertThat(held(overIscsi("zfs-generic-iscsi"))).doesNotContainKey("nas1/iscsi-targets");
  }

  @Test
  void volumesWhoseAddressIsAnotherSystemsNameNothingHere() {
    InventoryBuilder night = overIscsi("freenas-iscsi").nas("nas2").address("10.0.0.6");
    night
        .pool("bulk")
        .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/bulk/pvc-c"))
        .dataset(aDataset("bulk/pvc-c").marked("pvc-c"))
        .volume(aVolume("pvc-d").nfs("10.0.0.5", "/mnt/bulk/pvc-d"))
        .dataset(aDataset("bulk/pvc-d").marked("pvc-d"));

    assertThat(held(night)).doesNotContainKey("nas2/nfs-shares");
  }

  @ParameterizedTest
  @CsvSource({"LOCAL, true", "RECEIVED, false", "INHERITED, false"})
  void driversNoteOfAShareCountsWhereItWasWritten(PropertySource source, boolean held) {
    String note = "democratic-csi:freenas_nfs_share_id";
    InventoryBuilder night =
        anInventory()
            .dataset(aDataset("tank/k8s/pvc-a").property(note, "7", source))
            .dataset(aDataset("tank/k8s/pvc-b").property(note, "8", source));

    assertThat(held(night).containsKey("nas1/nfs-shares")).isEqualTo(held);
  }

  @Test
  void linkIsSureToHaveItsTarget() {
    assertThat(held(anInventory().onNas(Objects.lun(1, 1, 0))))
        .containsKeys("nas1/iscsi-targets", "nas1/iscsi-extents");
  }

  @Test
  void poolIsSureToHaveADataset() {
    InventoryBuilder night =
        anInventory().emptied("nas1", ObjectKind.DATASET, CaptureStatus.COMPLETE);
    assertThat(held(night)).containsKey("nas1/datasets");
  }

  @Test
  void podsTellOfWhatMadeThem() {
    assertThat(held(withPods("web-6f6b679f8f-x7kqp", "api-5d4c8b7d9-2jzvq")))
        .containsKey("prod-a/deployments");
    assertThat(held(withPods("web-6f6b679f8f-x7kqp", "backup-29087640-abcde")))
        .doesNotContainKey("prod-a/deployments");
    assertThat(held(withPods("db-0", "db-1"))).containsKey("prod-a/statefulsets");
  }

  private static InventoryBuilder withPods(String... names) {
    InventoryBuilder night = anInventory();
    for (String name : names) {
      night.inCluster(Objects.pod(name, "Running", "node-1", "data-" + name));
    }
    return night;
  }
}
