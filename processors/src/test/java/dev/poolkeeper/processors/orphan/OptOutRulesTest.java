package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.VolumeAttachment;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whoever asks to leave an object alone is heard by every rule that judges such objects. */
class OptOutRulesTest {

  private static final String ASKED = "label kor/used=true";

  private static Optional<String> exemption(InventoryBuilder inventory, String subject) {
    return judged(inventory).candidate(subject).exemption();
  }

  private static Function<String, InventoryObject> claim(
      String phase, Optional<Instant> deletedAt, Optional<String> volume) {
    return cluster ->
        new PersistentVolumeClaim(
            cluster,
            "media",
            "kept",
            "uid-kept",
            LONG_AGO,
            deletedAt,
            phase,
            Optional.of("standard"),
            volume,
            OptionalLong.of(1000),
            Optional.empty(),
            List.of("kubernetes.io/pvc-protection"),
            Optional.of(ASKED),
            Map.of(),
            Optional.empty());
  }

  @Test
  void claimWithoutAVolume() {
    assertThat(
            exemption(
                anInventory()
                    .inCluster(Objects.storageClass("standard", "Immediate"))
                    .inCluster(claim("Pending", Optional.empty(), Optional.empty())),
                "prod-a/persistentvolumeclaims/media/kept"))
        .contains(ASKED);
  }

  @Test
  void claimWhoseDeletionIsStuck() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .inCluster(
                        claim(
                            "Bound",
                            Optional.of(NIGHT.minus(Duration.ofDays(9))),
                            Optional.of("pvc-a")))
                    .inCluster(Objects.pod("user", "Running", "node-1", "kept")),
                "prod-a/persistentvolumeclaims/media/kept"))
        .contains(ASKED);
  }

  @Test
  void attachmentToANodeThatIsGone() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .inCluster(Objects.node("node-1"))
                    .inCluster(
                        cluster ->
                            new VolumeAttachment(
                                cluster,
                                "csi-1",
                                "org.democratic-csi.nfs",
                                "node-2",
                                Optional.of("pvc-a"),
                                true,
                                Optional.of(ASKED))),
                "prod-a/volumeattachments/csi-1"))
        .contains(ASKED);
  }

  @Test
  void contentWhoseZfsSnapshotIsGone() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"))
                    .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a").keep(ASKED)),
                "prod-a/volumesnapshotcontents/c"))
        .contains(ASKED);
  }

  @Test
  void contentWhoseVolumeSnapshotIsGone() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("snapshot-1"))
                    .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a").keep(ASKED)),
                "prod-a/volumesnapshotcontents/c"))
        .contains(ASKED);
  }

  @Test
  void leftoverThatInheritsTheRequest() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .dataset(
                        aDataset("tank/k8s/pvc-x")
                            .marked("pvc-x")
                            .property("poolkeeper:keep", "audit", PropertySource.INHERITED)),
                "nas1/datasets/tank/k8s/pvc-x"))
        .contains("poolkeeper:keep=audit");
  }

  @Test
  void refusalToKeepIsNoRequest() {
    assertThat(
            exemption(
                anInventory()
                    .address("10.0.0.5")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .dataset(
                        aDataset("tank/k8s/pvc-x")
                            .marked("pvc-x")
                            .property("poolkeeper:keep", "false")),
                "nas1/datasets/tank/k8s/pvc-x"))
        .isEmpty();
  }
}
