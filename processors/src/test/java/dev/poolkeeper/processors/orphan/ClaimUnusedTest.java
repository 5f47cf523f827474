package dev.poolkeeper.processors.orphan;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.RememberedNights.aLedger;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.StatefulSet;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.Workload;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.Objects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 105: which claims nobody uses, and everything that uses one. */
class ClaimUnusedTest {

  private static final String CLAIM = "prod-a/persistentvolumeclaims/media/data";

  private static InventoryBuilder unused() {
    return withClaim("data");
  }

  private static InventoryBuilder withClaim(String name) {
    return anInventory()
        .inCluster(Objects.pod("dns", "Running", "node-1"))
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .inCluster(Objects.boundClaim(name, "pvc-a"));
  }

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  @Test
  void boundClaimThatNothingRefersToIsUnused() {
    assertThat(said(unused())).containsExactly("PK105 " + CLAIM);
    assertThat(judged(unused()).candidate(CLAIM).evidence())
        .contains("its data is in nas1/datasets/tank/k8s/pvc-a")
        .contains("first seen unused tonight; its cluster does not say since when it is");
  }

  @Test
  void ownNightsSaySinceWhenWhereTheClusterDoesNot() {
    assertThat(judged(unused(), Map.of(), aLedger().unused(CLAIM, 4)).candidate(CLAIM).evidence())
        .contains(
            "seen unused on 5 nights, first at 2026-02-07T02:00:00Z; its cluster does not say since"
                + " when it is");
  }

  @Test
  void claimThatAnotherObjectOwnsIsThatOnesMatter() {
    InventoryBuilder inventory =
        anInventory()
            .inCluster(Objects.pod("dns", "Running", "node-1"))
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .inCluster(Objects.ownedClaim("data", "pvc-a", "Workflow nightly-build"));

    assertThat(said(inventory)).isEmpty();
  }

  @Test
  void conditionOfTheClaimSaysSinceWhen() {
    InventoryBuilder inventory =
        anInventory()
            .inCluster(Objects.pod("dns", "Running", "node-1"))
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .inCluster(
                Objects.boundClaim("data", "pvc-a", Optional.of(NIGHT.minusSeconds(30 * 86_400))));

    assertThat(judged(inventory).candidate(CLAIM).evidence())
        .contains("unused since 2026-01-12T02:00:00Z, by its own condition Unused");
  }

  @Test
  void claimUnusedForAnHourIsInOrder() {
    assertThat(
            said(
                anInventory()
                    .inCluster(Objects.pod("dns", "Running", "node-1"))
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
                    .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
                    .inCluster(
                        Objects.boundClaim(
                            "data", "pvc-a", Optional.of(NIGHT.minusSeconds(3600))))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pending", "Running", "Succeeded", "Failed", "Unknown"})
  void podInAnyPhaseUsesIt(String phase) {
    assertThat(said(unused().inCluster(Objects.pod("p", phase, "", "other", "data")))).isEmpty();
  }

  @Test
  void everyWorkloadUsesTheClaimsOfItsTemplate() {
    for (ObjectKind kind : Workload.KINDS) {
      assertThat(said(unused().inCluster(Objects.workload(kind, "data"))))
          .as(kind.plural())
          .isEmpty();
    }
  }

  @Test
  void templateOfAStatefulSetScaledToZeroUsesEveryOrdinal() {
    assertThat(said(withClaim("data-db-17").inCluster(Objects.statefulSet("db", 0, "data"))))
        .isEmpty();
  }

  @Test
  void statefulSetUsesTheClaimsThatItsPodsShare() {
    assertThat(
            said(
                unused()
                    .inCluster(
                        cluster ->
                            new StatefulSet(
                                cluster, "media", "db", 0, List.of(), List.of("data"), List.of()))))
        .isEmpty();
  }

  @Test
  void statefulSetOfAnotherNameUsesNothing() {
    assertThat(said(withClaim("data-db-17").inCluster(Objects.statefulSet("d", 3, "data"))))
        .containsExactly("PK105 prod-a/persistentvolumeclaims/media/data-db-17");
  }

  @Test
  void claimNamedLikeAnEphemeralVolumeIsUsedByItsPod() {
    assertThat(said(withClaim("p-scratch").inCluster(Objects.pod("p", "Running", "", "p-scratch"))))
        .isEmpty();
  }

  @Test
  void podOfAnotherClusterUsesNothing() {
    assertThat(said(unused().cluster("prod-b").inCluster(Objects.pod("p", "Running", "", "data"))))
        .containsExactly("PK105 " + CLAIM);
  }

  @Test
  void attachedVolumeIsInUse() {
    assertThat(said(unused().inCluster(Objects.attachment("pvc-a")))).isEmpty();
  }

  @Test
  void sessionOnItsTargetProvesUse() {
    InventoryBuilder block =
        anInventory()
            .inCluster(Objects.pod("dns", "Running", "node-1"))
            .volume(aVolume("pvc-a").iscsi("10.0.0.5", "iqn:pvc-a"))
            .dataset(aZvol("tank/k8s/pvc-a").marked("pvc-a"))
            .onNas(Objects.target(1, "pvc-a"))
            .onNas(Objects.extent(1, "pvc-a", "tank/k8s/pvc-a"))
            .onNas(Objects.lun(1, 1, 0))
            .inCluster(Objects.boundClaim("data", "pvc-a"));

    assertThat(said(block)).containsExactly("PK105 " + CLAIM);
    assertThat(said(block.onNas(Objects.session("iqn:pvc-a")))).isEmpty();
  }

  @Test
  void claimWhoseDataACloneStandsOnIsNotUnused() {
    assertThat(
            said(
                unused()
                    .snapshot(aSnapshot("tank/k8s/pvc-a@daily"))
                    .dataset(aDataset("tank/media").cloneOf("tank/k8s/pvc-a@daily"))))
        .isEmpty();
  }

  @Test
  void claimOfAVolumeElsewhereIsNotOurs() {
    assertThat(
            said(
                anInventory()
                    .inCluster(Objects.pod("dns", "Running", "node-1"))
                    .volume(aVolume("local").driver("local").with("path", "/data"))
                    .inCluster(Objects.boundClaim("data", "local"))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectKind.class,
      names = {
        "STATEFUL_SET",
        "DEPLOYMENT",
        "DAEMON_SET",
        "JOB",
        "CRON_JOB",
        "VIRTUAL_MACHINE",
        "VOLUME_ATTACHMENT"
      })
  void claimIsUndecidedWhileAPossibleUserWasNotRead(ObjectKind kind) {
    for (CaptureStatus status :
        List.of(CaptureStatus.PARTIAL, CaptureStatus.FAILED, CaptureStatus.NOT_READ)) {
      assertThat(judged(unused().read("prod-a", kind, status)).verdictsSaid())
          .containsExactly("PK105? " + CLAIM);
    }
  }

  private static InventoryBuilder claims(int count, int used) {
    return claims(count, used, Optional.empty());
  }

  private static InventoryBuilder claims(int count, int used, Optional<Instant> unusedSince) {
    InventoryBuilder inventory = anInventory();
    for (int i = 1; i <= count; i++) {
      inventory
          .volume(aVolume("pvc-" + i).nfs("10.0.0.5", "/mnt/tank/k8s/pvc-" + i))
          .dataset(aDataset("tank/k8s/pvc-" + i).marked("pvc-" + i))
          .inCluster(Objects.boundClaim("data-" + i, "pvc-" + i, unusedSince));
      if (i <= used) {
        inventory.inCluster(Objects.pod("app-" + i, "Running", "node-1", "data-" + i));
      }
    }
    return inventory;
  }

  @Test
  void claimIsUndecidedWhileTheDatasetsOfANasWereNotReadWhole() {
    assertThat(said(unused().read("nas1", ObjectKind.DATASET, CaptureStatus.PARTIAL)))
        .contains("PK105? " + CLAIM);
  }

  @Test
  void clusterWithoutASinglePodIsNotBelieved() {
    assertThat(said(claims(6, 0))).isEmpty();
  }

  @Test
  void manyClaimsUnusedAtOnceAreNotBelieved() {
    assertThat(said(claims(10, 7))).hasSize(3).allMatch(line -> line.startsWith("PK105 "));
    assertThat(said(claims(10, 6))).hasSize(4).allMatch(line -> line.startsWith("PK105? "));
  }

  @Test
  void singleClaimOfFewIsBelieved() {
    assertThat(said(claims(2, 1)))
        .containsExactly("PK105 prod-a/persistentvolumeclaims/media/data-2");
    assertThat(said(claims(3, 1))).hasSize(2).allMatch(line -> line.startsWith("PK105? "));
  }

  @Test
  void manyClaimsThatSayThemselvesSinceWhenAreBelieved() {
    assertThat(said(claims(10, 4, Optional.of(LONG_AGO))))
        .hasSize(6)
        .allMatch(line -> line.startsWith("PK105 "));
  }

  @Test
  void claimsThatSaySinceWhenDoNotMakeOneThatDoesNotDoubtful() {
    InventoryBuilder inventory =
        claims(9, 4, Optional.of(LONG_AGO))
            .volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-x"))
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
            .inCluster(Objects.boundClaim("data-x", "pvc-x"));

    assertThat(said(inventory)).hasSize(6).allMatch(line -> line.startsWith("PK105 "));
  }

  @Test
  void withoutPodsNothingIsSaidOfAnyClaimAndNothingIsResolved() {
    for (CaptureStatus status :
        List.of(CaptureStatus.PARTIAL, CaptureStatus.FAILED, CaptureStatus.NOT_READ)) {
      JudgedNight night = judged(unused().read("prod-a", ObjectKind.POD, status));

      assertThat(night.verdictsSaid()).isEmpty();
      assertThat(night.judgements().gap(FindingCode.CLAIM_UNUSED, Subject.parse(CLAIM)))
          .isPresent();
    }
  }

  @Test
  void listNobodyRecordedMakesNoNightIncomplete() {
    assertThat(said(unused().read("prod-a", ObjectKind.CRON_JOB, CaptureStatus.NOT_READ)))
        .containsExactly("PK105? " + CLAIM);
  }
}
