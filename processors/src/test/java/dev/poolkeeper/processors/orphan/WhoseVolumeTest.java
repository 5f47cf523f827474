package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.support.ContentBuilder;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import dev.poolkeeper.processors.support.SnapshotBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 110, 111 and 112: volumes of others, volumes that fit twice, and objects that came back. */
class WhoseVolumeTest {

  private static final String INSTANCE =
      "democratic-csi:volume_context_provisioner_driver_instance_id";
  private static final String X = "nas1/datasets/tank/k8s/pvc-x";

  private static InventoryBuilder with(DatasetBuilder dataset) {
    return anInventory()
        .volume(
            aVolume("pvc-a")
                .nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a")
                .with("provisioner_driver_instance_id", "ours"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(dataset);
  }

  private static DatasetBuilder markedX() {
    return aDataset("tank/k8s/pvc-x").marked("pvc-x");
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void volumeOfAnInstanceNobodyRegisteredIsNamedAndStaysProtected() {
    assertThat(said(with(markedX().property(INSTANCE, "theirs")))).containsExactly("PK110 " + X);
  }

  @Test
  void instanceIsNobodysOnlyWhereInstancesAreTold() {
    InventoryBuilder untold =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .dataset(markedX().property(INSTANCE, "theirs"));

    assertThat(said(untold)).containsExactly("PK102? " + X);
    assertThat(judged(untold).gap(X).reason())
        .isEqualTo(
            "it bears instance_id theirs, and no registered volume tells which instance made it");
  }

  @Test
  void volumeOfARegisteredInstanceIsOurOwnLeftover() {
    assertThat(said(with(markedX().property(INSTANCE, "ours")))).containsExactly("PK102 " + X);
  }

  private static InventoryBuilder zvolBehind(String target) {
    return anInventory()
        .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:csi-pvc-a-ours"))
        .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
        .onNas(Objects.target(1, "csi-pvc-a-ours"))
        .onNas(Objects.extent(1, "csi-pvc-a-ours", "tank/k8s/pvc-a"))
        .onNas(Objects.lun(1, 1, 0))
        .dataset(aZvol("tank/k8s/pvc-x").marked("pvc-x"))
        .onNas(Objects.target(2, target))
        .onNas(Objects.extent(2, target, "tank/k8s/pvc-x"))
        .onNas(Objects.lun(2, 2, 0));
  }

  @Test
  void zvolBehindATargetWithAForeignSuffixMayBeAnotherClusters() {
    assertThat(said(zvolBehind("csi-pvc-x-theirs"))).containsExactly("PK102? " + X);
    assertThat(judged(zvolBehind("csi-pvc-x-theirs")).gap(X).reason())
        .isEqualTo(
            "its target csi-pvc-x-theirs is not named as registered clusters' drivers name theirs");
  }

  @Test
  void zvolBehindATargetNamedAsOursIsOurLeftover() {
    assertThat(said(zvolBehind("csi-pvc-x-ours"))).containsExactly("PK102 " + X);
  }

  @Test
  void namesAreLearntFromVolumesBeyondDoubtOnly() {
    InventoryBuilder moved =
        zvolBehind("csi-pvc-x-theirs")
            .dataset(aZvol("tank/k8s/pvc-b").marked("pvc-b"))
            .onNas(Objects.target(3, "csi-pvc-b-theirs"))
            .onNas(Objects.extent(3, "csi-pvc-b-theirs", "tank/k8s/pvc-b"))
            .onNas(Objects.lun(3, 3, 0))
            .nas("nas2")
            .address("nas.example.com")
            .pool("tank")
            .volume(aVolume("pvc-b").iscsi("nas.example.com", "iqn:csi-pvc-b-theirs"));

    assertThat(judged(moved).links())
        .contains("prod-a/persistentvolumes/pvc-b PROBABLE nas1/datasets/tank/k8s/pvc-b");
    assertThat(said(moved)).contains("PK102? " + X);
  }

  @Test
  void namesOfOneNasSayNothingAboutAnother() {
    InventoryBuilder second =
        zvolBehind("csi-pvc-x-ours")
            .nas("nas2")
            .address("10.0.0.6")
            .pool("tank")
            .parent("tank/k8s")
            .volume(aVolume("pvc-b").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-b"))
            .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
            .dataset(aZvol("tank/k8s/pvc-y").marked("pvc-y"))
            .onNas(Objects.target(1, "csi-pvc-y-any"))
            .onNas(Objects.extent(1, "csi-pvc-y-any", "tank/k8s/pvc-y"))
            .onNas(Objects.lun(1, 1, 0));

    assertThat(said(second)).containsExactly("PK102 " + X, "PK102 nas2/datasets/tank/k8s/pvc-y");
  }

  @Test
  void volumeThatNamesNobodyIsNotSaidToBeAnothers() {
    assertThat(said(with(markedX()))).containsExactly("PK102 " + X);
  }

  @Test
  void copyOfAnothersVolumeIsACopy() {
    assertThat(
            said(
                with(
                    aDataset("tank/k8s/pvc-x")
                        .marked("pvc-x", PropertySource.RECEIVED)
                        .property(INSTANCE, "theirs"))))
        .isEmpty();
  }

  @Test
  void datasetInsideAnothersVolumeOnlyInheritsItsMarks() {
    assertThat(
            said(
                with(markedX().property(INSTANCE, "theirs"))
                    .dataset(
                        aDataset("tank/k8s/pvc-x/inside")
                            .marked("pvc-x", PropertySource.INHERITED)
                            .property(INSTANCE, "theirs", PropertySource.INHERITED))))
        .containsExactly("PK110 " + X);
  }

  private static InventoryBuilder sharedBy(String driver) {
    return with(markedX())
        .onNas(
            Objects.nfsShare(
                "/mnt/tank/k8s/pvc-x", "democratic-csi (%s): tank/k8s/pvc-x".formatted(driver)));
  }

  @Test
  void driverThatOnlyAClassOrItsObjectOrAContentNamesIsRegistered() {
    String driver = "org.democratic-csi.fast";

    assertThat(said(sharedBy(driver))).containsExactly("PK110 " + X);
    assertThat(
            said(
                sharedBy(driver)
                    .inCluster(
                        cluster ->
                            new StorageClass(
                                cluster, "fast", driver, "Delete", "Immediate", Map.of()))))
        .containsExactly("PK102 " + X);
    assertThat(said(sharedBy(driver).inCluster(cluster -> new CsiDriver(cluster, driver))))
        .containsExactly("PK102 " + X);
    assertThat(
            said(
                sharedBy(driver)
                    .content(aContent("c").driver(driver))
                    .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"))))
        .contains("PK102 " + X);
  }

  private static InventoryBuilder withClusterIds(String key, String used, DatasetBuilder other) {
    return anInventory()
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a").property(key, used))
        .dataset(other.marked("pvc-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tns-csi:cluster_id", "cluster_id"})
  void clusterIdThatNoVolumeInUseBearsIsAnothers(String key) {
    DatasetBuilder theirs = aDataset("tank/k8s/pvc-x").property(key, "theirs");
    DatasetBuilder ours = aDataset("tank/k8s/pvc-x").property(key, "ours");
    DatasetBuilder inherited =
        aDataset("tank/k8s/pvc-x").property(key, "theirs", PropertySource.INHERITED);

    assertThat(said(withClusterIds(key, "ours", theirs))).containsExactly("PK110 " + X);
    assertThat(said(withClusterIds(key, "ours", ours))).containsExactly("PK102 " + X);
    assertThat(said(withClusterIds(key, "ours", inherited))).containsExactly("PK102 " + X);
    assertThat(said(with(theirs.marked("pvc-x"))))
        .as("none is known")
        .containsExactly("PK102 " + X);
  }

  @ParameterizedTest
  @CsvSource({"41, 42", "42, 41"})
  void driverThatAnyOfSeveralSharesNamesCounts(long theirs, long ours) {
    String comment = "democratic-csi (org.democratic-csi.%s): tank/k8s/pvc-x";
    InventoryBuilder inventory =
        with(markedX())
            .onNas(
                OtherUsers.nfsShare(
                    theirs, "/mnt/tank/k8s/pvc-x", comment.formatted("nfs-staging")))
            .onNas(OtherUsers.nfsShare(ours, "/mnt/tank/k8s/pvc-x", comment.formatted("nfs")));

    assertThat(said(inventory)).containsExactly("PK110 " + X);
  }

  @Test
  void ownerIsUndecidedWhileAClustersDriversWereNotReadWhole() {
    assertThat(
            judged(
                    with(markedX().property(INSTANCE, "theirs"))
                        .read("prod-a", ObjectKind.STORAGE_CLASS, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK102? " + X, "PK110? " + X);
  }

  @Test
  void volumeThatFitsTwoDatasetsIsAmbiguous() {
    InventoryBuilder twice =
        anInventory()
            .address("10.0.0.5")
            .parent("tank/old")
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/elsewhere"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .dataset(aDataset("tank/old/pvc-a").marked("pvc-a"));

    assertThat(said(twice)).containsExactly("PK111 prod-a/persistentvolumes/pvc-a");
    assertThat(judged(twice).candidate("prod-a/persistentvolumes/pvc-a").evidence()).hasSize(2);
  }

  @Test
  void volumeOnItsWayOutIsNotCalledAmbiguous() {
    assertThat(
            said(
                anInventory()
                    .address("10.0.0.5")
                    .parent("tank/old")
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/elsewhere").beingDeleted())
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .dataset(aDataset("tank/old/pvc-a").marked("pvc-a"))))
        .isEmpty();
  }

  private static InventoryBuilder twoSnapshotsFor(ContentBuilder content) {
    return with(markedX())
        .dataset(aDataset("tank/k8s/q-1"))
        .dataset(aDataset("tank/k8s/q-2"))
        .snapshot(aSnapshot("tank/k8s/q-1@snapshot-9").marked("pvc-q"))
        .snapshot(aSnapshot("tank/k8s/q-2@snapshot-9").marked("pvc-q"))
        .content(content.handle("pvc-q@snapshot-9").of("pvc-q"))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c", "uid-of-c"));
  }

  @Test
  void contentThatFitsTwoSnapshotsIsAmbiguousUnlessItGoes() {
    assertThat(said(twoSnapshotsFor(aContent("c"))))
        .contains("PK111 prod-a/volumesnapshotcontents/c");
    assertThat(said(twoSnapshotsFor(aContent("c").beingDeleted())))
        .noneMatch(line -> line.startsWith("PK111"));
  }

  @Test
  void folderThatLeadsToSeveralDatasetsIsNotAmbiguous() {
    InventoryBuilder folder =
        with(markedX())
            .volume(
                aVolume("s1")
                    .driver("nfs.csi.k8s.io")
                    .with("server", "10.0.0.5")
                    .with("share", "/mnt/tank/k8s")
                    .with("subdir", "pvc-x"));

    assertThat(judged(folder).links())
        .filteredOn(link -> link.startsWith("prod-a/persistentvolumes/s1 "))
        .hasSizeGreaterThan(1);
    assertThat(said(folder)).isEmpty();
  }

  @Test
  void twoClustersThatShareOneNasAreNotAmbiguous() {
    assertThat(
            said(
                with(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
                    .cluster("prod-b")
                    .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b"))))
        .isEmpty();
  }

  private static Disappearance gone(String subject, Instant lastSeenAt) {
    return new Disappearance(
        FindingCode.BACKEND_WITHOUT_VOLUME,
        Subject.parse(subject),
        lastSeenAt,
        lastSeenAt.plusSeconds(86_400),
        OptionalLong.empty());
  }

  private static List<String> saidAfter(InventoryBuilder inventory, Disappearance... history) {
    return judged(inventory, Map.of(), List.of(history)).said();
  }

  @Test
  void objectThatWasGoneAndIsOlderThanThatCameBack() {
    assertThat(saidAfter(with(markedX()), gone(X, NIGHT.minusSeconds(3 * 86_400))))
        .containsExactly("PK102 " + X, "PK112 " + X);
  }

  @Test
  void objectMadeAnewUnderItsOldNameIsAnother() {
    assertThat(
            saidAfter(
                with(markedX().created(NIGHT.minusSeconds(86_400 + 7200))),
                gone(X, NIGHT.minusSeconds(3 * 86_400))))
        .containsExactly("PK102 " + X);
  }

  @Test
  void objectThatStayedAwayIsNoMatter() {
    assertThat(saidAfter(with(markedX()), gone("nas1/datasets/tank/k8s/pvc-z", LONG_AGO)))
        .containsExactly("PK102 " + X);
  }

  @Test
  void objectWhoseCreationIsNotToldIsNotAccused() {
    assertThat(saidAfter(with(markedX().onCore()), gone(X, NIGHT.minusSeconds(3 * 86_400))))
        .doesNotContain("PK112 " + X);
  }

  @Test
  void latestAbsenceCounts() {
    InventoryBuilder inventory = with(markedX().created(NIGHT.minusSeconds(5 * 86_400)));
    Disappearance older = gone(X, NIGHT.minusSeconds(10 * 86_400));
    Disappearance newer = gone(X, NIGHT.minusSeconds(3 * 86_400));

    assertThat(saidAfter(inventory, older)).doesNotContain("PK112 " + X);
    assertThat(saidAfter(inventory, older, newer)).contains("PK112 " + X);
    assertThat(saidAfter(inventory, newer, older)).contains("PK112 " + X);
  }

  @Test
  void objectThatIsUsedAgainIsNoMatter() {
    assertThat(
            saidAfter(
                with(markedX()).volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-x")),
                gone(X, NIGHT.minusSeconds(3 * 86_400))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 7, true", "7, 8, false", "0, 8, true", "7, 0, true"})
  void snapshotOfAnotherTransactionGroupWasBroughtBack(long before, long now, boolean same) {
    String snapshot = "nas1/snapshots/tank/k8s/pvc-a@snapshot-1";
    SnapshotBuilder left = aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a");
    Disappearance gone =
        new Disappearance(
            FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT,
            Subject.parse(snapshot),
            NIGHT.minusSeconds(3 * 86_400),
            NIGHT.minusSeconds(2 * 86_400),
            before == 0 ? OptionalLong.empty() : OptionalLong.of(before));

    List<String> said =
        saidAfter(with(markedX()).snapshot(now == 0 ? left : left.madeIn(now)), gone);

    assertThat(said.contains("PK112 " + snapshot)).isEqualTo(same);
  }
}
