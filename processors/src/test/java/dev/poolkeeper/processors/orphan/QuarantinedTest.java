package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.OtherUsers;
import org.junit.jupiter.api.Test;

/**
 * What is said of a leftover is said of it in quarantine, too: it would never end otherwise. Its
 * shares are gone then, and it is marked and read-only.
 */
class QuarantinedTest {

  private static final String MARK = "poolkeeper:quarantined";

  private static InventoryBuilder beside(DatasetBuilder leftover) {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .parent("tank/s")
        .parent("tank/s/pvc-a")
        .dataset(leftover);
  }

  private static DatasetBuilder quarantined(DatasetBuilder leftover) {
    return leftover.readOnly().property(MARK, "P-1");
  }

  @Test
  void markedVolumeIsNotTakenForACopy() {
    assertThat(judged(beside(quarantined(aDataset("tank/k8s/pvc-x").marked("pvc-x")))).said())
        .containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void copyOfAQuarantinedVolumeIsACopy() {
    assertThat(
            judged(
                    beside(
                        aDataset("tank/k8s/pvc-x")
                            .marked("pvc-x")
                            .readOnly()
                            .property(MARK, "P-1", PropertySource.RECEIVED)))
                .said())
        .isEmpty();
    assertThat(
            judged(
                    beside(
                        aDataset("tank/k8s/pvc-x")
                            .marked("pvc-x")
                            .readOnly()
                            .property(MARK, "P-1", PropertySource.INHERITED)))
                .said())
        .isEmpty();
  }

  @Test
  void detachedSnapshotIsNotTakenForAReplica() {
    String said = "PK207 nas1/datasets/tank/s/pvc-a/snapshot-1";

    assertThat(judged(beside(detached())).said()).containsExactly(said);
    assertThat(judged(beside(quarantined(detached()))).said()).containsExactly(said);
    assertThat(judged(beside(detached().readOnly())).said()).isEmpty();
  }

  /** As the driver makes it: it receives the data with a mark, and writes its own. */
  private static DatasetBuilder detached() {
    return aDataset("tank/s/pvc-a/snapshot-1")
        .property("democratic-csi:managed_resource", "true", PropertySource.RECEIVED)
        .detachedSnapshot("snapshot-1", "pvc-a");
  }

  @Test
  void volumeThatOnlyItsShareShowedIsStillADriversWithoutIt() {
    String said = "PK102 nas1/datasets/tank/k8s/vol-1";

    assertThat(
            judged(
                    beside(aDataset("tank/k8s/vol-1"))
                        .onNas(
                            OtherUsers.nfsShare(
                                41, "/mnt/tank/k8s/vol-1", "CSI volume tank/k8s/vol-1")))
                .said())
        .containsExactly(said);
    assertThat(judged(beside(quarantined(aDataset("tank/k8s/vol-1")))).said())
        .containsExactly(said);
  }
}
