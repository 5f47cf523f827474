package dev.poolkeeper.processors.health;

import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.CsiNode;
import dev.poolkeeper.processors.inventory.Encryption;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.StorageClass;
import dev.poolkeeper.processors.inventory.VolumeSnapshotClass;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.VolumeBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** 601 to 606: configuration that no longer fits, or has a known trap. */
class ConfigurationTest {

  private static final String CLASS = "prod-a/storageclasses/standard";
  private static final String DRIVER = "org.democratic-csi.nfs";
  private static final Instant LATER = LONG_AGO.plusSeconds(86_400);
  private static final long GIB = 1L << 30;
  private static final long ROUNDING = 16L << 20;

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  private static VolumeBuilder nfs(String name) {
    return aVolume(name).nfs("10.0.0.5", "/mnt/tank/k8s/" + name).provisioned();
  }

  private static Function<String, InventoryObject> storageClass(
      String provisioner, String reclaimPolicy, Map<String, String> parameters) {
    return cluster ->
        new StorageClass(cluster, "standard", provisioner, reclaimPolicy, "Immediate", parameters);
  }

  private static InventoryBuilder estate() {
    return anInventory()
        .address("10.0.0.5")
        .volume(nfs("pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"));
  }

  private static InventoryBuilder withClass() {
    return estate().inCluster(storageClass(DRIVER, "Delete", Map.of()));
  }

  // 601

  @Test
  void classAsItsVolumesAreIsInOrder() {
    assertThat(said(withClass())).isEmpty();
  }

  @Test
  void classThatIsGoneOrHasAnotherDriverHasDrifted() {
    assertThat(said(estate().inCluster(Objects.storageClass("other", "Immediate"))))
        .containsExactly("PK601 " + CLASS);
    assertThat(said(estate().inCluster(storageClass("another", "Delete", Map.of()))))
        .containsExactly("PK601 " + CLASS);
  }

  @Test
  void volumeOfNoClassIsNoEvidenceForAny() {
    assertThat(
            said(
                withClass()
                    .volume(nfs("pvc-b").ofClass(""))
                    .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))))
        .isEmpty();
  }

  @Test
  void clusterThatListsNoClassIsNotBelieved() {
    assertThat(said(estate())).isEmpty();
  }

  @Test
  void staticVolumeMayNameAnyClass() {
    assertThat(
            said(
                anInventory()
                    .inCluster(Objects.storageClass("other", "Immediate"))
                    .volume(aVolume("by-hand").nfs("10.0.0.5", "/mnt/tank/k8s/by-hand"))
                    .dataset(aDataset("tank/k8s/by-hand"))))
        .isEmpty();
  }

  private static VolumeBuilder elsewhere(String name) {
    return aVolume(name).nfs("10.0.0.6", "/mnt/tank/new/" + name).provisioned().created(LATER);
  }

  /** A single one may have been moved, or be the first of another zone. */
  @Test
  void newerVolumesElsewhereAreADrift() {
    InventoryBuilder inventory =
        withClass()
            .volume(nfs("pvc-a2"))
            .dataset(aDataset("tank/k8s/pvc-a2").marked("pvc-a2"))
            .parent("tank/new")
            .volume(elsewhere("pvc-b"))
            .address("10.0.0.6")
            .dataset(aDataset("tank/new/pvc-b").marked("pvc-b"));

    assertThat(said(inventory)).isEmpty();
    inventory.volume(elsewhere("pvc-c")).dataset(aDataset("tank/new/pvc-c").marked("pvc-c"));
    assertThat(said(inventory)).containsExactly("PK601 " + CLASS);
    assertThat(judged(inventory).candidate(CLASS).evidence())
        .containsExactly(
            "2 older volumes lie in nas1/datasets/tank/k8s, all made since 2025-06-16T17:06:40Z"
                + " lie in nas1/datasets/tank/new",
            "2 older volumes are served at 10.0.0.5, all made since 2025-06-16T17:06:40Z are"
                + " served at 10.0.0.6");
  }

  @Test
  void singleOlderVolumeElsewhereIsNoDrift() {
    assertThat(
            said(
                withClass()
                    .parent("tank/new")
                    .address("10.0.0.6")
                    .volume(elsewhere("pvc-b"))
                    .dataset(aDataset("tank/new/pvc-b").marked("pvc-b"))
                    .volume(elsewhere("pvc-c"))
                    .dataset(aDataset("tank/new/pvc-c").marked("pvc-c"))))
        .isEmpty();
  }

  @Test
  void classThatMixesPlacesHasNotDrifted() {
    assertThat(
            said(
                withClass()
                    .parent("tank/zone-2")
                    .volume(
                        aVolume("pvc-b")
                            .nfs("10.0.0.5", "/mnt/tank/zone-2/pvc-b")
                            .provisioned()
                            .created(LATER))
                    .dataset(aDataset("tank/zone-2/pvc-b").marked("pvc-b"))
                    .volume(nfs("pvc-c").created(LATER.plusSeconds(60)))
                    .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c"))))
        .isEmpty();
  }

  @Test
  void parameterThatItsVolumesDoNotHaveIsADrift() {
    InventoryBuilder inventory =
        anInventory()
            .volume(aVolume("pvc-a").trueNasCsi("tank/pvc-a").with("pool", "tank").provisioned())
            .dataset(aDataset("tank/pvc-a"))
            .inCluster(storageClass("csi.truenas.io", "Delete", Map.of("pool", "fast")));

    assertThat(judged(inventory).candidate(CLASS).evidence())
        .containsExactly("its parameter pool is fast, that of its volumes was tank");
  }

  @Test
  void parameterThatItsVolumesHaveOrThatIsNotSetIsInOrder() {
    for (Map<String, String> parameters :
        List.of(Map.of("pool", "tank"), Map.<String, String>of())) {
      assertThat(
              said(
                  anInventory()
                      .volume(
                          aVolume("pvc-a")
                              .trueNasCsi("tank/pvc-a")
                              .with("pool", "tank")
                              .provisioned())
                      .dataset(aDataset("tank/pvc-a"))
                      .inCluster(storageClass("csi.truenas.io", "Delete", parameters))))
          .isEmpty();
    }
  }

  @Test
  void newerVolumesOverAnotherProtocolAreADrift() {
    InventoryBuilder inventory =
        withClass().volume(nfs("pvc-a2")).dataset(aDataset("tank/k8s/pvc-a2").marked("pvc-a2"));
    for (String name : List.of("pvc-b", "pvc-c")) {
      inventory
          .volume(aVolume(name).smb("10.0.0.5", name).provisioned().created(LATER))
          .dataset(aDataset("tank/k8s/" + name).marked(name))
          .onNas(Objects.smbShare(name, "/mnt/tank/k8s/" + name));
    }

    assertThat(judged(inventory).candidate(CLASS).evidence())
        .containsExactly(
            "2 older volumes are served over NFS, all made since 2025-06-16T17:06:40Z are served"
                + " over SMB");
  }

  @Test
  void classIsUndecidedWhileClassesWereNotReadWhole() {
    assertThat(
            judged(
                    estate()
                        .inCluster(Objects.storageClass("other", "Immediate"))
                        .read("prod-a", ObjectKind.STORAGE_CLASS, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK601? " + CLASS);
  }

  // 602

  private static InventoryBuilder running(String node, String... registered) {
    return withClass()
        .inCluster(c -> new CsiDriver(c, DRIVER))
        .inCluster(Objects.node("node-1"))
        .inCluster(c -> new CsiNode(c, "node-1", List.of(registered)))
        .inCluster(Objects.boundClaim("data", "pvc-a"))
        .inCluster(Objects.pod("p", "Running", node, "data"));
  }

  @Test
  void driverOnTheNodeOfItsPodsIsHealthy() {
    assertThat(said(running("node-1", DRIVER, "other"))).isEmpty();
  }

  @Test
  void driverMissingOnTheNodeOfItsPodsIsUnhealthy() {
    assertThat(said(running("node-1", "other")))
        .containsExactly("PK602 prod-a/csidrivers/" + DRIVER);
  }

  @Test
  void podOnANodeThatIsGoneSaysNothingOfTheDriver() {
    assertThat(said(running("node-9", DRIVER))).isEmpty();
  }

  @Test
  void podThatDoesNotRunYetSaysNothingOfTheDriver() {
    assertThat(
            said(
                withClass()
                    .inCluster(Objects.node("node-1"))
                    .inCluster(c -> new CsiNode(c, "node-1", List.of()))
                    .inCluster(Objects.boundClaim("data", "pvc-a"))
                    .inCluster(Objects.pod("p", "Pending", "node-1", "data"))))
        .isEmpty();
  }

  @Test
  void podWithOtherVolumesSaysNothingOfTheDriver() {
    assertThat(
            said(
                withClass()
                    .inCluster(Objects.node("node-1"))
                    .inCluster(c -> new CsiNode(c, "node-1", List.of()))
                    .inCluster(Objects.pod("p", "Running", "node-1", "data"))))
        .isEmpty();
  }

  private static InventoryBuilder withoutItsObject(String... registered) {
    return withClass()
        .inCluster(c -> new CsiDriver(c, "other"))
        .inCluster(c -> new CsiNode(c, "node-1", List.of(registered)));
  }

  @Test
  void driverThatANodeHasNeedsNoObject() {
    assertThat(said(withoutItsObject(DRIVER))).isEmpty();
  }

  @Test
  void driverWithoutItsObjectIsUnhealthyUnlessTheClusterListsNone() {
    assertThat(said(withoutItsObject())).containsExactly("PK602 prod-a/csidrivers/" + DRIVER);
    assertThat(said(withClass())).isEmpty();
  }

  @Test
  void clusterThatListsNoRegistrationsIsNotBelieved() {
    assertThat(said(withClass().inCluster(c -> new CsiDriver(c, "other")))).isEmpty();
    assertThat(
            said(
                withClass()
                    .inCluster(Objects.node("node-1"))
                    .inCluster(Objects.boundClaim("data", "pvc-a"))
                    .inCluster(Objects.pod("p", "Running", "node-1", "data"))))
        .isEmpty();
  }

  @Test
  void nodeWithoutItsRegistrationLacksTheDriver() {
    assertThat(said(running("node-2", DRIVER).inCluster(Objects.node("node-2"))))
        .containsExactly("PK602 prod-a/csidrivers/" + DRIVER);
  }

  @Test
  void driverOnANodeOfAnotherClusterIsNotHere() {
    assertThat(
            said(
                withoutItsObject()
                    .cluster("prod-b")
                    .inCluster(c -> new CsiNode(c, "node-1", List.of(DRIVER)))))
        .containsExactly("PK602 prod-a/csidrivers/" + DRIVER);
  }

  @Test
  void driverIsUndecidedWhileNodesWereNotReadWhole() {
    assertThat(
            judged(
                    running("node-1", "other")
                        .read("prod-a", ObjectKind.CSI_NODE, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK602? prod-a/csidrivers/" + DRIVER);
  }

  // 603

  @Test
  void refusalIsToldOncePerSourceAndAnOutageIsNot() {
    InventoryBuilder inventory =
        withClass()
            .problem(
                "prod-a", ObjectKind.JOB, new CaptureProblem("list jobs", "403", "grant it", true))
            .problem(
                "prod-a", ObjectKind.POD, new CaptureProblem("list pods", "403", "grant it", true))
            .problem("nas1", ObjectKind.ALERT, new CaptureProblem("alert.list", "timeout", "wait"));

    assertThat(said(inventory)).containsExactly("PK603 prod-a", "PK901 nas1", "PK901 prod-a");
    assertThat(judged(inventory).judgements().candidates().get(0).evidence())
        .containsExactly("list jobs: 403. Next: grant it", "list pods: 403. Next: grant it");
  }

  // 604

  private static InventoryBuilder withContent(String snapshotClass) {
    return withClass()
        .content(aContent("c1").handle("pvc-a@s").snapshotClass(snapshotClass))
        .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
        .inCluster(c -> new VolumeSnapshotClass(c, "daily", DRIVER, "Delete"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@s").marked("pvc-a"));
  }

  @Test
  void snapshotClassThatContentsNameMustExist() {
    assertThat(said(withContent("daily"))).isEmpty();
    assertThat(said(withContent("gone")))
        .containsExactly("PK604 prod-a/volumesnapshotclasses/gone");
  }

  @Test
  void clusterThatListsNoSnapshotClassIsNotBelieved() {
    assertThat(
            said(
                withClass()
                    .content(aContent("c1").handle("pvc-a@s").snapshotClass("gone"))
                    .inCluster(Objects.volumeSnapshot("snapshot-object-of-c1", "uid-of-c1"))
                    .snapshot(aSnapshot("tank/k8s/pvc-a@s").marked("pvc-a"))))
        .isEmpty();
  }

  @Test
  void snapshotClassOfAnotherStorageIsNotOurs() {
    assertThat(
            said(
                withContent("daily")
                    .content(aContent("c2").driver("ebs").handle("s-2").snapshotClass("gone"))
                    .inCluster(Objects.volumeSnapshot("snapshot-object-of-c2", "uid-of-c2"))))
        .noneMatch(line -> line.startsWith("PK604"));
  }

  @Test
  void contentWhoseDeletionPolicyWasChangedIsInOrder() {
    // the builder's contents say Retain, the class says Delete: backup tools do that
    assertThat(said(withContent("daily"))).isEmpty();
  }

  @Test
  void snapshotClassOfAnotherDriverHasDrifted() {
    assertThat(
            said(
                withContent("weekly")
                    .inCluster(c -> new VolumeSnapshotClass(c, "weekly", "another", "Delete"))))
        .containsExactly("PK604 prod-a/volumesnapshotclasses/weekly");
  }

  @Test
  void driftedClassTellsHowManyContentsHaveAnotherDeletionPolicy() {
    InventoryBuilder drifted =
        withContent("weekly")
            .inCluster(c -> new VolumeSnapshotClass(c, "weekly", "another", "Delete"));

    assertThat(judged(drifted).candidate("prod-a/volumesnapshotclasses/weekly").evidence())
        .contains("its deletion policy is Delete, and 1 of its contents have another");
  }

  // 605

  @Test
  void riskyRetainTellsThatSnapshotsAreNotRetained() {
    InventoryBuilder risky =
        template("media-data", "Retain")
            .inCluster(
                c -> new VolumeSnapshotClass(c, "hourly", "org.democratic-csi.iscsi", "Delete"))
            .inCluster(c -> new VolumeSnapshotClass(c, "other", "another", "Delete"))
            .inCluster(
                c -> new VolumeSnapshotClass(c, "kept", "org.democratic-csi.iscsi", "Retain"));

    assertThat(judged(risky).candidate(CLASS).evidence())
        .filteredOn(words -> words.contains("retained, but"))
        .containsExactly(
            "its volumes are retained, but snapshots of class hourly go with their namespace");
  }

  private static InventoryBuilder template(String target, String reclaimPolicy) {
    return anInventory()
        .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn.2005:" + target).provisioned())
        .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a").shareContext("{\"iqn\":\"iqn.2005:x\"}"))
        .onNas(Objects.target(1, target))
        .onNas(Objects.extent(1, target, "tank/k8s/pvc-a"))
        .onNas(Objects.lun(1, 1, 0))
        .inCluster(storageClass("org.democratic-csi.iscsi", reclaimPolicy, Map.of()));
  }

  @Test
  void templateNamesUnderRetainAreATrap() {
    assertThat(said(template("media-data", "Retain"))).containsExactly("PK605 " + CLASS);
    assertThat(said(template("media-data", "Delete"))).isEmpty();
    assertThat(said(template("csi-pvc-a-prod", "Retain"))).isEmpty();
  }

  @Test
  void namesOfOtherDriversAndOfLostVolumesAreNoTemplate() {
    VolumeBuilder ofTrueNasCsi =
        aVolume("pvc-a").trueNasCsi("tank/pvc-a").with("iqn", "iqn.2005:media").provisioned();
    VolumeBuilder lost = aVolume("pvc-z").iscsi("10.0.0.5", "iqn.2005:media").provisioned();

    assertThat(
            said(
                anInventory()
                    .volume(ofTrueNasCsi)
                    .dataset(aDataset("tank/pvc-a"))
                    .inCluster(storageClass("csi.truenas.io", "Retain", Map.of()))))
        .isEmpty();
    assertThat(said(template("csi-pvc-a-prod", "Retain").address("10.0.0.5").volume(lost)))
        .containsExactly("PK101 prod-a/persistentvolumes/pvc-z");
  }

  @Test
  void fileSystemWithoutQuotaIsATrapWhereQuotasAreTold() {
    assertThat(said(withClass().dataset(aDataset("tank/media").capacity(GIB))))
        .containsExactly("PK605 " + CLASS);
    assertThat(said(withClass())).isEmpty();
  }

  @Test
  void quotasOfZvolsOrOfAnotherNasDoNotTellThatFileSystemsHaveNone() {
    assertThat(said(withClass().dataset(aZvol("tank/disk").capacity(GIB)))).isEmpty();
    assertThat(
            said(
                withClass().nas("nas2").pool("bulk").dataset(aDataset("bulk/media").capacity(GIB))))
        .isEmpty();
  }

  @Test
  void recursiveDeletionIsATrapWhereItTakesClones() {
    for (String version : List.of("25.10.1", "26.0.0")) {
      InventoryBuilder inventory =
          anEstate()
              .add(new NasSystem("nas2", version, "host", Optional.empty(), Optional.empty()))
              .cluster("prod-a")
              .nas("nas2")
              .pool("tank")
              .volume(aVolume("pvc-a").trueNasCsi("tank/pvc-a").provisioned())
              .dataset(aDataset("tank/pvc-a"))
              .volume(aVolume("pvc-b").trueNasCsi("tank/pvc-b").provisioned())
              .dataset(aDataset("tank/pvc-b").cloneOf("tank/pvc-a@csi-clone-x-1"))
              .inCluster(storageClass("csi.truenas.io", "Delete", Map.of()));

      assertThat(said(inventory))
          .isEqualTo(version.startsWith("26") ? List.of("PK605 " + CLASS) : List.of());
    }
  }

  private static InventoryBuilder withRelease26(VolumeBuilder volume, String dataset) {
    return anEstate()
        .add(new NasSystem("nas2", "26.0.0", "host", Optional.empty(), Optional.empty()))
        .cluster("prod-a")
        .nas("nas2")
        .pool("tank")
        .parent("tank/k8s")
        .volume(volume.provisioned())
        .dataset(aDataset(dataset).marked("pvc-a"))
        .dataset(aDataset("tank/media").cloneOf(dataset + "@daily"))
        .inCluster(storageClass(DRIVER, "Delete", Map.of()));
  }

  @Test
  void cloneThatNoVolumeUsesAndOtherDriversAreNoTrap() {
    InventoryBuilder own =
        withRelease26(aVolume("pvc-a").trueNasCsi("tank/k8s/pvc-a"), "tank/k8s/pvc-a");
    InventoryBuilder other =
        withRelease26(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"), "tank/k8s/pvc-a")
            .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-b").provisioned())
            .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b").cloneOf("tank/k8s/pvc-a@daily"));

    assertThat(said(own)).noneMatch(line -> line.startsWith("PK605"));
    assertThat(said(other)).noneMatch(line -> line.startsWith("PK605"));
  }

  // 606

  private static InventoryBuilder sized(long capacity, long quota, boolean zvol) {
    return zvol
        ? anInventory()
            .volume(
                aVolume("pvc-a")
                    .iscsi("10.0.0.5", "iqn.2005:pvc-a")
                    .provisioned()
                    .capacity(capacity))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a").capacity(quota))
            .onNas(Objects.target(1, "pvc-a"))
            .onNas(Objects.extent(1, "pvc-a", "tank/k8s/pvc-a"))
            .onNas(Objects.lun(1, 1, 0))
        : anInventory()
            .volume(nfs("pvc-a").capacity(capacity))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a").capacity(quota));
  }

  @Test
  void sizesThatDifferByMoreThanRoundingHaveDrifted() {
    List<String> drifted = List.of("PK606 prod-a/persistentvolumes/pvc-a");
    for (boolean zvol : List.of(true, false)) {
      assertThat(said(sized(5 * GIB, 5 * GIB, zvol))).isEmpty();
      assertThat(said(sized(5 * GIB, 5 * GIB + ROUNDING, zvol))).isEmpty();
      assertThat(said(sized(5 * GIB, 5 * GIB + ROUNDING + 1, zvol))).isEqualTo(drifted);
      assertThat(said(sized(5 * GIB, 6 * GIB, zvol))).isEqualTo(drifted);
      assertThat(said(sized(5 * GIB, 4 * GIB, zvol))).isEqualTo(drifted);
      assertThat(said(sized(Long.MAX_VALUE, 1, zvol))).isEqualTo(drifted);
    }
  }

  @Test
  void expansionUnderWayIsNoDrift() {
    assertThat(
            said(
                sized(500, 6 * GIB, false)
                    .inCluster(Objects.boundClaim("data", "pvc-a"))
                    .inCluster(Objects.pod("p", "Running", "", "data"))))
        .isEmpty();
  }

  @Test
  void expansionThatIsDoneIsADrift() {
    assertThat(
            said(
                sized(1000, 6 * GIB, false)
                    .inCluster(Objects.boundClaim("data", "pvc-a"))
                    .inCluster(Objects.pod("p", "Running", "", "data"))))
        .containsExactly("PK606 prod-a/persistentvolumes/pvc-a");
  }

  @Test
  void volumeOnItsWayOutHasNoSizeToDriftFrom() {
    assertThat(
            said(
                anInventory()
                    .volume(nfs("pvc-a").capacity(GIB).beingDeleted())
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a").capacity(6 * GIB))))
        .isEmpty();
  }

  @Test
  void sizeOfADatasetThatIsOnlyProbablyItsOwnIsNotCompared() {
    InventoryBuilder moved =
        anInventory()
            .dataset(aDataset("tank/k8s/pvc-old").marked("pvc-old").capacity(6 * GIB))
            .nas("nas2")
            .address("nas.example.com")
            .pool("tank")
            .volume(
                aVolume("pvc-old")
                    .nfs("nas.example.com", "/mnt/tank/k8s/pvc-old")
                    .provisioned()
                    .capacity(5 * GIB));

    assertThat(judged(moved).links())
        .containsExactly(
            "prod-a/persistentvolumes/pvc-old PROBABLE nas1/datasets/tank/k8s/pvc-old");
    assertThat(said(moved)).isEmpty();
  }

  @Test
  void volumeWithoutQuotaHasNoSizeToDriftFrom() {
    assertThat(
            said(
                anInventory()
                    .volume(nfs("pvc-a").capacity(GIB))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))))
        .isEmpty();
  }

  @Test
  void sizeIsUndecidedWhileDatasetsWereNotReadWhole() {
    assertThat(
            judged(
                    sized(5 * GIB, 6 * GIB, false)
                        .read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK606? prod-a/persistentvolumes/pvc-a");
  }

  private static InventoryBuilder encrypted(Encryption parent, Encryption... volumes) {
    InventoryBuilder estate = anInventory().dataset(aDataset("tank/vault").encrypted(parent));
    for (int i = 0; i < volumes.length; i++) {
      String name = "pvc-" + (char) ('a' + i);
      estate
          .volume(
              aVolume(name).nfs("10.0.0.5", "/mnt/tank/vault/" + name).provisioned().capacity(GIB))
          .dataset(aDataset("tank/vault/" + name).marked(name).capacity(GIB).encrypted(volumes[i]));
    }
    return estate;
  }

  @Test
  void volumeThatIsNotEncryptedWhereItsParentIsHasDrifted() {
    assertThat(said(encrypted(Encryption.UNLOCKED, Encryption.NONE)))
        .containsExactly("PK607 prod-a/persistentvolumes/pvc-a");
    assertThat(said(encrypted(Encryption.LOCKED, Encryption.NONE)))
        .containsExactly("PK607 prod-a/persistentvolumes/pvc-a");
    assertThat(said(encrypted(Encryption.NONE, Encryption.UNLOCKED))).isEmpty();
    assertThat(said(encrypted(Encryption.UNLOCKED, Encryption.UNKNOWN))).isEmpty();
    assertThat(said(encrypted(Encryption.UNKNOWN, Encryption.NONE))).isEmpty();
  }

  @Test
  void volumeThatIsNotEncryptedWhereMostOfItsClassAreHasDrifted() {
    Encryption on = Encryption.UNLOCKED;
    assertThat(said(encrypted(Encryption.NONE, on, on, Encryption.NONE)))
        .containsExactly("PK607 prod-a/persistentvolumes/pvc-c");
    assertThat(said(encrypted(Encryption.NONE, on, Encryption.LOCKED, Encryption.NONE)))
        .containsExactly("PK607 prod-a/persistentvolumes/pvc-c");
    assertThat(said(encrypted(Encryption.NONE, on, Encryption.NONE))).isEmpty();
  }

  @Test
  void encryptionIsUndecidedWhileDatasetsWereNotReadWhole() {
    assertThat(
            judged(
                    encrypted(Encryption.UNLOCKED, Encryption.NONE)
                        .read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK607? prod-a/persistentvolumes/pvc-a");
  }
}
