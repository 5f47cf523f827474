package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 108 and 109: attachments to what is gone, and deletions that do not end. */
class StuckObjectsTest {

  private static final String DRIVER = "org.democratic-csi.nfs";
  private static final String ATTACHMENT = "prod-a/volumeattachments/csi-pvc-a";

  private static VolumeBuilder volumeA() {
    return aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a");
  }

  private static InventoryBuilder estate(VolumeBuilder volume) {
    return anInventory()
        .volume(volume)
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .inCluster(Objects.node("node-1"));
  }

  private static InventoryBuilder attached(String volume, String driver, String node) {
    return estate(volumeA()).inCluster(Objects.attachment(volume, driver, node));
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void attachmentToALivingNodeIsInOrder() {
    assertThat(said(attached("pvc-a", DRIVER, "node-1"))).isEmpty();
  }

  @Test
  void attachmentToAMissingNodeIsStale() {
    JudgedNight night = judged(attached("pvc-a", DRIVER, "node-9"));

    assertThat(night.said()).containsExactly("PK108 " + ATTACHMENT);
    assertThat(night.candidate(ATTACHMENT).evidence())
        .containsExactly("node node-9 does not exist", "attacher " + DRIVER + ", attached: true");
  }

  @Test
  void attachmentOfAMissingVolumeIsStale() {
    assertThat(said(attached("pvc-gone", DRIVER, "node-1")))
        .containsExactly("PK108 prod-a/volumeattachments/csi-pvc-gone");
  }

  @Test
  void attachmentOfAnotherStorageIsNotOurs() {
    assertThat(said(attached("pvc-gone", "ebs.csi.aws.com", "node-9"))).isEmpty();
  }

  @Test
  void clusterThatListsNoNodeIsNotBelieved() {
    assertThat(
            said(
                anInventory()
                    .volume(volumeA())
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .inCluster(Objects.attachment("pvc-a", DRIVER, "node-9"))))
        .isEmpty();
  }

  @Test
  void attachmentIsUndecidedWhileNodesWereNotReadWhole() {
    for (CaptureStatus status : List.of(CaptureStatus.PARTIAL, CaptureStatus.NOT_READ)) {
      assertThat(
              judged(attached("pvc-a", DRIVER, "node-9").read("prod-a", ObjectKind.NODE, status))
                  .verdictsSaid())
          .containsExactly("PK108? " + ATTACHMENT);
    }
  }

  @Test
  void attachmentOfTheSameNodeNameInAnotherClusterIsStale() {
    assertThat(
            said(
                attached("pvc-a", DRIVER, "node-9")
                    .cluster("prod-b")
                    .inCluster(Objects.node("node-9"))))
        .containsExactly("PK108 " + ATTACHMENT);
  }

  @Test
  void deletionOlderThanTheGraceIsStuckAndSaysWhatHoldsIt() {
    JudgedNight night =
        judged(
            estate(volumeA().dying(NIGHT.minusSeconds(90_000), "external-provisioner/finalizer"))
                .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b").cloneOf("tank/k8s/pvc-a@s"))
                .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b")));

    assertThat(night.said()).containsExactly("PK109 prod-a/persistentvolumes/pvc-a");
    assertThat(night.candidate("prod-a/persistentvolumes/pvc-a").evidence())
        .contains("held by finalizer external-provisioner/finalizer")
        .anyMatch(line -> line.contains("origin of tank/k8s/pvc-b"));
  }

  private static InventoryBuilder dyingContent(String driver, Instant deletedAt) {
    return estate(volumeA())
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
        .content(
            aContent("c").driver(driver).handle("pvc-a@snapshot-1").of("pvc-a").dying(deletedAt))
        .inCluster(Objects.dyingSnapshot("snapshot-object-of-c", "c", deletedAt));
  }

  @Test
  void snapshotAndContentMayBeStuckToo() {
    assertThat(said(dyingContent(DRIVER, NIGHT.minusSeconds(90_000))))
        .containsExactly(
            "PK109 prod-a/volumesnapshotcontents/c",
            "PK109 prod-a/volumesnapshots/media/snapshot-object-of-c");
    assertThat(said(dyingContent(DRIVER, NIGHT.minusSeconds(3600)))).isEmpty();
  }

  @Test
  void snapshotAndContentOfAnotherStorageAreNotOurs() {
    assertThat(judged(dyingContent("ebs", NIGHT.minusSeconds(90_000))).verdictsSaid())
        .noneMatch(line -> line.startsWith("PK109"));
  }

  @Test
  void dyingClaimOfAnotherStorageIsNotOurs() {
    assertThat(
            said(
                anInventory()
                    .volume(aVolume("ebs").driver("ebs"))
                    .inCluster(Objects.dyingClaim("data", "ebs", NIGHT.minusSeconds(90_000)))
                    .inCluster(
                        Objects.dyingClaim("lost", "unheard-of", NIGHT.minusSeconds(90_000)))))
        .isEmpty();
  }

  @Test
  void deletionOfAnHourAgoIsInProgress() {
    assertThat(said(estate(volumeA().dying(NIGHT.minusSeconds(3600), "x")))).isEmpty();
  }

  @Test
  void claimThatAPodStillUsesSaysSo() {
    JudgedNight night =
        judged(
            estate(volumeA())
                .inCluster(Objects.dyingClaim("data", "pvc-a", NIGHT.minusSeconds(90_000)))
                .inCluster(Objects.pod("p", "Running", "node-1", "data")));

    assertThat(night.said()).containsExactly("PK109 prod-a/persistentvolumeclaims/media/data");
    assertThat(night.candidate("prod-a/persistentvolumeclaims/media/data").evidence())
        .contains("prod-a/pods/media/p still uses it");
  }

  @Test
  void dyingVolumeOfAnotherStorageIsNotOurs() {
    assertThat(
            said(
                anInventory()
                    .volume(aVolume("ebs").driver("ebs").dying(NIGHT.minusSeconds(90_000), "x"))))
        .isEmpty();
  }

  @Test
  void optOutOfADyingVolumeExemptsIt() {
    assertThat(
            judged(estate(volumeA().dying(NIGHT.minusSeconds(90_000), "x").keep("because")))
                .candidate("prod-a/persistentvolumes/pvc-a")
                .exemption())
        .contains("because");
  }
}
