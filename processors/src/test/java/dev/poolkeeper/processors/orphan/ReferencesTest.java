package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pod;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.VolumeSource;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What points at a dataset or snapshot and thereby keeps it from being called an orphan. */
class ReferencesTest {

  private static final String UID = "1f0c8c2e-0f55-4e0f-9c9b-2f5f3f9d1a10";
  private static final String ORPHAN = "nas1/datasets/tank/k8s/pvc-x";

  /** One live volume, so that tank/k8s is known to be where prod-a keeps its volumes. */
  private static InventoryBuilder oneAlive() {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static InventoryBuilder with(DatasetBuilder dataset) {
    return oneAlive().dataset(dataset);
  }

  private static DatasetBuilder markedX() {
    return aDataset("tank/k8s/pvc-x").marked("pvc-x");
  }

  @Test
  void datasetThatNothingPointsAtIsAnOrphan() {
    JudgedNight night = judged(with(markedX().used(700)));

    assertThat(night.said()).containsExactly("PK102 " + ORPHAN);
    assertThat(night.candidate(ORPHAN).reclaimableBytes()).hasValue(700);
    assertThat(night.candidate(ORPHAN).evidence())
        .contains(
            "marked by democratic-csi as volume pvc-x",
            "created 2025-06-15",
            "no PersistentVolume of prod-a leads to it");
  }

  @Test
  void claimBeingProvisionedProtectsByItsUid() {
    String name = "pvc-" + UID;
    assertThat(
            judged(
                    with(aDataset("tank/k8s/" + name).marked(name))
                        .inCluster(Objects.storageClass("standard", "WaitForFirstConsumer"))
                        .inCluster(Objects.claim("data", UID, "Pending")))
                .said())
        .isEmpty();
  }

  @Test
  void claimProtectsADatasetWhoseNameIsTemplated() {
    assertThat(
            judged(
                    with(aDataset("tank/k8s/media-data").marked("pvc-" + UID))
                        .inCluster(Objects.claim("data", UID, "Bound")))
                .said())
        .isEmpty();
  }

  @Test
  void attachmentProtectsTheDatasetOfItsVolume() {
    assertThat(judged(with(markedX()).inCluster(Objects.attachment("pvc-x"))).said()).isEmpty();
  }

  @Test
  void volumeWhoseFieldsTellNothingProtectsByItsName() {
    assertThat(judged(with(markedX()).volume(aVolume("pvc-x").driver("unheard.of"))).said())
        .isEmpty();
  }

  @Test
  void volumeProtectsByItsHandle() {
    assertThat(
            judged(
                    with(markedX())
                        .volume(aVolume("renamed").driver("unheard.of").handle("tank/k8s/pvc-x")))
                .said())
        .isEmpty();
  }

  @Test
  void copyOfAVolumeInUseIsNobodysOrphan() {
    assertThat(judged(with(aDataset("tank/k8s/pvc-a-copy").marked("pvc-a"))).said()).isEmpty();
  }

  private static final VolumeSource INLINE =
      new VolumeSource("nfs", "", "", Map.of("server", "10.0.0.5", "share", "/mnt/tank/k8s/pvc-x"));

  @Test
  void inlineVolumeOfAPodProtects() {
    assertThat(
            judged(
                    with(markedX())
                        .inCluster(
                            c ->
                                new Pod(
                                    c,
                                    "media",
                                    "p",
                                    "Running",
                                    "node-1",
                                    List.of(),
                                    List.of(INLINE))))
                .said())
        .isEmpty();
  }

  @Test
  void inlineVolumeOfWhatMakesPodsProtectsEvenWhileNoPodRuns() {
    for (ObjectKind kind : Workload.KINDS) {
      assertThat(
              judged(
                      with(markedX())
                          .inCluster(
                              c -> new Workload(kind, c, "media", "w", List.of(), List.of(INLINE))))
                  .said())
          .as(kind.plural())
          .isEmpty();
    }
  }

  @Test
  void inlineVolumeOfAStatefulSetScaledToZeroProtects() {
    assertThat(
            judged(
                    with(markedX())
                        .inCluster(
                            c ->
                                new StatefulSet(
                                    c, "media", "s", 0, List.of(), List.of(), List.of(INLINE))))
                .said())
        .isEmpty();
  }

  @Test
  void sessionWithoutVolumeProtectsItsZvol() {
    InventoryBuilder inventory =
        with(aZvol("tank/k8s/pvc-x").marked("pvc-x"))
            .onNas(Objects.target(1, "csi-pvc-x"))
            .onNas(Objects.extent(1, "csi-pvc-x", "tank/k8s/pvc-x"))
            .onNas(Objects.lun(1, 1, 0));
    assertThat(judged(inventory).said()).containsExactly("PK102 " + ORPHAN);

    inventory.onNas(Objects.session("iqn.2005-10.org.freenas.ctl:csi-pvc-x"));
    assertThat(judged(inventory).said()).isEmpty();
  }

  @Test
  void sessionProtectsEveryLunOfItsTarget() {
    assertThat(
            judged(
                    with(aZvol("tank/k8s/pvc-x").marked("pvc-x"))
                        .onNas(Objects.target(1, "shared"))
                        .onNas(Objects.extent(1, "e1", "tank/k8s/pvc-x"))
                        .onNas(Objects.lun(1, 1, 7))
                        .onNas(Objects.session("iqn.2005-10.org.freenas.ctl:shared")))
                .said())
        .isEmpty();
  }

  @Test
  void restorePointThatAContentKeepsProtectsTheDatasetItIsOn() {
    assertThat(
            judged(
                    with(markedX())
                        .snapshot(aSnapshot("tank/k8s/pvc-x@snapshot-1").marked("pvc-x"))
                        .content(aContent("c1").handle("pvc-x@snapshot-1"))
                        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1")))
                .said())
        .isEmpty();
  }

  @Test
  void childInUseProtectsTheDatasetAroundIt() {
    assertThat(
            judged(
                    with(markedX())
                        .dataset(aDataset("tank/k8s/pvc-x/sub"))
                        .volume(
                            aVolume("static")
                                .inTree("nfs")
                                .with("server", "10.0.0.5")
                                .with("share", "/mnt/tank/k8s/pvc-x/sub")))
                .said())
        .isEmpty();
  }

  @Test
  void staticVolumeInsideADatasetProtectsIt() {
    assertThat(
            judged(
                    with(markedX())
                        .volume(
                            aVolume("static")
                                .inTree("nfs")
                                .with("server", "10.0.0.5")
                                .with("share", "/mnt/tank/k8s/pvc-x/some/folder/")))
                .said())
        .isEmpty();
  }

  @Test
  void targetThatServesAnOlderZvolProtectsBoth() {
    String iqn = "iqn.2005-10.org.freenas.ctl:csi-data";
    JudgedNight night =
        judged(
            anInventory()
                .volume(aVolume("pvc-new").iscsi("", iqn))
                .dataset(aZvol("tank/k8s/pvc-new").marked("pvc-new"))
                .dataset(
                    aZvol("tank/k8s/pvc-old")
                        .marked("pvc-old")
                        .shareContext("{\"iqn\":\"" + iqn + "\",\"lun\":0}"))
                .onNas(Objects.target(1, "csi-data"))
                .onNas(Objects.extent(1, "csi-data", "tank/k8s/pvc-old"))
                .onNas(Objects.lun(1, 1, 0)));

    assertThat(night.said()).containsExactly("PK801 prod-a/persistentvolumes/pvc-new");
    assertThat(night.links())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-new AMBIGUOUS nas1/datasets/tank/k8s/pvc-new",
            "prod-a/persistentvolumes/pvc-new AMBIGUOUS nas1/datasets/tank/k8s/pvc-old");
  }

  @Test
  void handleAndTargetThatDisagreeProtectBoth() {
    JudgedNight night =
        judged(
            anInventory()
                .volume(
                    aVolume("pvc-new")
                        .trueNasCsi("tank/pvc-new")
                        .with("targetIQN", "iqn.2000-01.io.truenas:csi-tank-pvc-new")
                        .with("lun", "0"))
                .dataset(aZvol("tank/pvc-new"))
                .dataset(aZvol("tank/pvc-old"))
                .onNas(Objects.target(1, "csi-tank-pvc-new", "CSI volume tank/pvc-old"))
                .onNas(Objects.extent(1, "tank/pvc-old", "tank/pvc-old"))
                .onNas(Objects.lun(1, 1, 0)));

    assertThat(night.said()).containsExactly("PK801 prod-a/persistentvolumes/pvc-new");
    assertThat(night.links()).hasSize(2).allMatch(link -> link.contains("AMBIGUOUS"));
  }
}
