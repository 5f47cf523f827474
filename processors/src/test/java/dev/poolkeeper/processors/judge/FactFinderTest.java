package dev.poolkeeper.processors.judge;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is known of subjects of every kind. */
class FactFinderTest {

  private final FactFinder finder =
      finder(
          anInventory()
              .address("10.0.0.5")
              .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a").ofClass("nfs-gold"))
              .inCluster(labelled("claim-of-pvc-a"))
              .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
              .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
              .dataset(aZvol("tank/k8s/pvc-z").marked("pvc-z"))
              .inCluster(Objects.attachment("pvc-a"))
              .inCluster(
                  Objects.unready("snap", InventoryBuilder.LONG_AGO, "data", Optional.empty()))
              .inCluster(
                  Objects.unready(
                      "snapshot-object-of-c",
                      InventoryBuilder.LONG_AGO,
                      "claim-of-pvc-a",
                      Optional.of("c")))
              .content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a"))
              .content(aContent("alone").handle("pvc-a@snapshot-2").of("pvc-a"))
              .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
              .inCluster(Objects.claim("waiting", "uid-of-waiting", "Pending", "nfs-gold"))
              .volume(aVolume("by-hand").ofClass(""))
              .onNas(Objects.extent(1, "pvc-z", "tank/k8s/pvc-z"))
              .onNas(Objects.smbShare("media", "/mnt/tank/media"))
              .onNas(Objects.nfsShare("/mnt/tank/k8s/pvc-x", "")));

  private static Function<String, InventoryObject> labelled(String name) {
    return cluster ->
        new PersistentVolumeClaim(
            cluster,
            "media",
            name,
            "claim-uid-of-pvc-a",
            InventoryBuilder.LONG_AGO,
            Optional.empty(),
            "Bound",
            Optional.of("nfs-gold"),
            Optional.of("pvc-a"),
            OptionalLong.of(1000),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Map.of("team", "media"),
            Optional.empty());
  }

  private static FactFinder finder(InventoryBuilder builder) {
    Inventory inventory = builder.build();
    return new FactFinder(
        new Night(
            inventory,
            Reconciler.reconcile(inventory),
            new Completeness(inventory, Map.of()),
            OrphanPolicy.DEFAULT));
  }

  private SubjectFacts facts(String subject) {
    return finder.of(Subject.parse(subject));
  }

  private static SubjectFacts volumeOf(MatchKey ownKey, String source, String subject) {
    return SubjectFacts.of(Subject.parse(subject))
        .with(ownKey, source)
        .with(MatchKey.NAMESPACE, "media")
        .with(MatchKey.CLAIM, "media/claim-of-pvc-a")
        .with(MatchKey.STORAGE_CLASS, "nfs-gold")
        .with(MatchKey.LABEL, "team=media")
        .with(MatchKey.NAS, "nas1")
        .with(MatchKey.DATASET, "tank/k8s/pvc-a");
  }

  @Test
  void volumeHasItsClaimItsClassAndItsDataset() {
    assertThat(facts("prod-a/persistentvolumes/pvc-a"))
        .isEqualTo(volumeOf(MatchKey.CLUSTER, "prod-a", "prod-a/persistentvolumes/pvc-a"));
  }

  @Test
  void claimHasTheDatasetOfItsVolume() {
    String claim = "prod-a/persistentvolumeclaims/media/claim-of-pvc-a";
    assertThat(facts(claim)).isEqualTo(volumeOf(MatchKey.CLUSTER, "prod-a", claim));
  }

  @Test
  void attachmentHasTheFactsOfItsVolume() {
    String attachment = "prod-a/volumeattachments/csi-pvc-a";
    assertThat(facts(attachment)).isEqualTo(volumeOf(MatchKey.CLUSTER, "prod-a", attachment));
  }

  @Test
  void datasetInUseHasTheClaimOfItsVolume() {
    String dataset = "nas1/datasets/tank/k8s/pvc-a";
    assertThat(facts(dataset)).isEqualTo(volumeOf(MatchKey.NAS, "nas1", dataset));
  }

  @Test
  void leftoverHasItsPathOnly() {
    assertThat(facts("nas1/datasets/tank/k8s/pvc-x").values())
        .isEqualTo(
            Map.of(
                MatchKey.SUBJECT, Set.of("nas1/datasets/tank/k8s/pvc-x"),
                MatchKey.NAS, Set.of("nas1"),
                MatchKey.DATASET, Set.of("tank/k8s/pvc-x")));
  }

  @Test
  void snapshotOnTheNasHasItsDataset() {
    assertThat(facts("nas1/snapshots/tank/k8s/pvc-x@daily").values())
        .containsEntry(MatchKey.DATASET, Set.of("tank/k8s/pvc-x"));
  }

  @Test
  void volumeSnapshotHasItsClaim() {
    assertThat(facts("prod-a/volumesnapshots/media/snap").values())
        .containsEntry(MatchKey.NAMESPACE, Set.of("media"))
        .containsEntry(MatchKey.CLAIM, Set.of("media/data"));
  }

  @Test
  void contentAndItsVolumeSnapshotHaveTheDatasetBehindThem() {
    assertThat(facts("prod-a/volumesnapshotcontents/c").values())
        .isEqualTo(
            Map.of(
                MatchKey.SUBJECT, Set.of("prod-a/volumesnapshotcontents/c"),
                MatchKey.CLUSTER, Set.of("prod-a"),
                MatchKey.NAMESPACE, Set.of("media"),
                MatchKey.CLAIM, Set.of("media/claim-of-pvc-a"),
                MatchKey.NAS, Set.of("nas1"),
                MatchKey.DATASET, Set.of("tank/k8s/pvc-a")));
    assertThat(facts("prod-a/volumesnapshots/media/snapshot-object-of-c").values())
        .containsEntry(MatchKey.CLAIM, Set.of("media/claim-of-pvc-a"))
        .containsEntry(MatchKey.NAS, Set.of("nas1"))
        .containsEntry(MatchKey.DATASET, Set.of("tank/k8s/pvc-a"));
  }

  @Test
  void contentWithoutItsVolumeSnapshotHasItsNamespace() {
    assertThat(facts("prod-a/volumesnapshotcontents/alone").values())
        .containsEntry(MatchKey.NAMESPACE, Set.of("media"))
        .doesNotContainKey(MatchKey.CLAIM);
  }

  @Test
  void claimThatWaitsForAVolumeHasItsClass() {
    assertThat(facts("prod-a/persistentvolumeclaims/media/waiting").values())
        .containsEntry(MatchKey.STORAGE_CLASS, Set.of("nfs-gold"));
  }

  @Test
  void volumeOfNoClassHasNone() {
    assertThat(facts("prod-a/persistentvolumes/by-hand").values())
        .doesNotContainKey(MatchKey.STORAGE_CLASS);
  }

  @Test
  void sharesAndExtentsHaveTheDatasetTheyLeadTo() {
    assertThat(facts("nas1/iscsi-extents/pvc-z").values())
        .containsEntry(MatchKey.DATASET, Set.of("tank/k8s/pvc-z"));
    assertThat(facts("nas1/smb-shares/media").values())
        .containsEntry(MatchKey.DATASET, Set.of("tank/media"));
    assertThat(facts("nas1/nfs-shares/mnt/tank/k8s/pvc-x").values())
        .containsEntry(MatchKey.DATASET, Set.of("tank/k8s/pvc-x"));
  }

  @Test
  void objectThatIsGoneHasItsNameOnly() {
    assertThat(facts("prod-a/persistentvolumes/gone").values())
        .isEqualTo(
            Map.of(
                MatchKey.SUBJECT, Set.of("prod-a/persistentvolumes/gone"),
                MatchKey.CLUSTER, Set.of("prod-a")));
  }

  @Test
  void sourceItselfIsWhereItIs() {
    assertThat(facts("nas1").values())
        .isEqualTo(Map.of(MatchKey.SUBJECT, Set.of("nas1"), MatchKey.NAS, Set.of("nas1")));
  }
}
