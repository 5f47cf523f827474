package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.support.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a link sure when the dataset bears another name than the volume's handle. */
class AgreementTest {

  private static final String VOLUME = "prod-a/persistentvolumes/pvc-a ";

  @ParameterizedTest
  @CsvSource({
    "'democratic-csi (x): tank/k8s/other', CONFIRMED",
    "'democratic-csi (x): tank/k8s/another', PROBABLE",
    "'', PROBABLE"
  })
  void commentOfTheShareAgreesWhenItNamesTheDataset(String comment, String confidence) {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/other"))
                        .dataset(aDataset("tank/k8s/other"))
                        .onNas(Objects.nfsShare("/mnt/tank/k8s/other", comment)))
                .links())
        .containsExactly(VOLUME + confidence + " nas1/datasets/tank/k8s/other");
  }

  @ParameterizedTest
  @CsvSource({
    "iqn:t, 0, CONFIRMED",
    "iqn:t, 1, PROBABLE",
    "iqn:u, 0, PROBABLE",
  })
  void shareContextAgreesWhenItNamesTheSameDevice(String iqn, int lun, String confidence) {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:t"))
                        .dataset(
                            aZvol("tank/k8s/other")
                                .shareContext("{\"iqn\":\"%s\",\"lun\":%d}".formatted(iqn, lun)))
                        .onNas(Objects.target(1, "t"))
                        .onNas(Objects.extent(1, "t", "tank/k8s/other"))
                        .onNas(Objects.lun(1, 1, 0)))
                .links())
        .containsExactly(VOLUME + confidence + " nas1/datasets/tank/k8s/other");
  }

  @Test
  void shareContextThatDoesNotTellTheLunAgreesByItsNameAlone() {
    assertThat(
            judged(
                    anInventory()
                        .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:t"))
                        .dataset(aZvol("tank/k8s/other").shareContext("{\"iqn\":\"iqn:t\"}"))
                        .onNas(Objects.target(1, "t"))
                        .onNas(Objects.extent(1, "t", "tank/k8s/other"))
                        .onNas(Objects.lun(1, 1, 0)))
                .links())
        .containsExactly(VOLUME + "CONFIRMED nas1/datasets/tank/k8s/other");
  }
}
