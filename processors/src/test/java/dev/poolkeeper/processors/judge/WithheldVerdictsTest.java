package dev.poolkeeper.processors.judge;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingLifecycle;
import dev.poolkeeper.processors.finding.FindingPolicy;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Judged;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a night would have said, and which sources it can still grade. */
class WithheldVerdictsTest {

  private static final Map<String, String> VOLUMES_FELL =
      Map.of("prod-a/persistentvolumes", "prod-a/persistentvolumes fell from 3 to 1 rows");

  private record Outcome(List<String> withheld, Map<String, String> unjudged, Judgements said) {}

  /**
   * Four datasets of the driver, one still with its volume, one (k) to be kept, one (c) excepted.
   */
  private static InventoryBuilder shrunken() {
    return anInventory()
        .address("10.0.0.5")
        .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-b").marked("pvc-b"))
        .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c"))
        .dataset(aDataset("tank/k8s/pvc-k").marked("pvc-k").property("poolkeeper:keep", "yes"));
  }

  private static Outcome judge(InventoryBuilder builder, Map<String, String> held) {
    Inventory inventory = builder.build();
    Completeness known = new Completeness(inventory, held);
    Night night =
        new Night(inventory, Reconciler.reconcile(inventory), known, OrphanPolicy.DEFAULT);
    Judgements said = NightJudge.judge(night, held);
    return new Outcome(
        WithheldVerdicts.of(
                night,
                said,
                held,
                believed -> NightJudge.judge(believed, Map.of()),
                (code, subject) -> subject.name().equals("tank/k8s/pvc-c"))
            .stream()
            .map(WithheldVerdictsTest::text)
            .toList(),
        Judged.gaps(known, said),
        said);
  }

  private static String text(Withheld withheld) {
    return "%s %s %s %s"
        .formatted(
            withheld.gap().kind(),
            withheld.gap().part(),
            withheld.code().code(),
            withheld.subjects());
  }

  @Test
  void heldNightSaysWhatItWouldHaveReported() {
    Outcome outcome = judge(shrunken(), VOLUMES_FELL);

    assertThat(outcome.withheld())
        .containsExactly("HELD prod-a/persistentvolumes PK102" + " [nas1/datasets/tank/k8s/pvc-b]");
  }

  @Test
  void whatIsWithheldIsNoFinding() {
    List<Finding> findings =
        new FindingLifecycle(FindingPolicy.DEFAULT, InventoryBuilder.NIGHT)
            .advance(List.of(), judge(shrunken(), VOLUMES_FELL).said());

    assertThat(findings).extracting(f -> f.code().code()).containsExactly("PK902");
  }

  @Test
  void whatIsSaidAllTheSameIsNotWithheld() {
    Outcome outcome = judge(shrunken().pool("cold", "DEGRADED"), VOLUMES_FELL);

    assertThat(outcome.said().candidates())
        .extracting(said -> said.code().code())
        .contains("PK701");
    assertThat(outcome.withheld())
        .containsExactly("HELD prod-a/persistentvolumes PK102 [nas1/datasets/tank/k8s/pvc-b]");
  }

  @Test
  void verdictsAreTheMatterOfThePartTheyNeed() {
    InventoryBuilder inventory =
        shrunken().inCluster(Objects.claim("waiting", "uid-of-waiting", "Pending", "gone"));
    Map<String, String> held =
        Map.of(
            "prod-a/storageclasses", "prod-a/storageclasses is empty, it had 3 rows before",
            "prod-a/persistentvolumes", "prod-a/persistentvolumes fell from 3 to 1 rows");

    assertThat(judge(inventory, held).withheld())
        .containsExactly(
            "HELD prod-a/persistentvolumes PK102 [nas1/datasets/tank/k8s/pvc-b]",
            "HELD prod-a/storageclasses PK104 [prod-a/persistentvolumeclaims/media/waiting]");
  }

  @Test
  void whatTheRunSaysOfItselfIsNeverWithheld() {
    InventoryBuilder inventory =
        shrunken()
            .inCluster(Objects.claim("waiting", "uid-of-waiting", "Pending", "gone"))
            .read("prod-a", ObjectKind.STORAGE_CLASS, CaptureStatus.NOT_READ);
    Outcome outcome =
        judge(inventory, Map.of("prod-a/persistentvolumeclaims", "they fell from 3 to 1 rows"));

    assertThat(outcome.withheld())
        .containsExactly("HELD prod-a/persistentvolumeclaims PK102 [nas1/datasets/tank/k8s/pvc-b]");
  }

  @Test
  void believedNightWithholdsNothing() {
    Outcome outcome = judge(shrunken(), Map.of());

    assertThat(outcome.withheld()).isEmpty();
    assertThat(outcome.unjudged()).isEmpty();
  }

  @Test
  void incompleteNightSaysWhatLooksLikeAFinding() {
    Outcome outcome =
        judge(shrunken().read("nas1", ObjectKind.ZFS_SNAPSHOT, CaptureStatus.PARTIAL), Map.of());

    assertThat(outcome.withheld())
        .containsExactly(
            "INCOMPLETE nas1/snapshots PK102 [nas1/datasets/tank/k8s/pvc-b,"
                + " nas1/datasets/tank/k8s/pvc-k]");
  }

  @Test
  void heldClusterLeavesNobodyWhoNeedsItAGrade() {
    assertThat(judge(shrunken(), VOLUMES_FELL).unjudged())
        .isEqualTo(
            Map.of(
                "prod-a",
                "prod-a/persistentvolumes fell from 3 to 1 rows (3 verdicts withheld)",
                "nas1",
                "prod-a/persistentvolumes fell from 3 to 1 rows"));
  }

  @Test
  void missingAdviceLeavesTheGrade() {
    assertThat(
            judge(shrunken().read("nas1", ObjectKind.ALERT, CaptureStatus.NOT_READ), Map.of())
                .unjudged())
        .isEmpty();
  }

  @Test
  void withheldLossLeavesTheClusterWithoutAGrade() {
    InventoryBuilder lost =
        shrunken().volume(aVolume("pvc-lost").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-lost"));

    assertThat(judge(lost, Map.of()).unjudged()).isEmpty();
    assertThat(
            judge(lost.read("nas1", ObjectKind.NFS_SHARE, CaptureStatus.PARTIAL), Map.of())
                .unjudged())
        .containsEntry("prod-a", "nas1/nfs-shares: partial")
        .containsOnlyKeys("nas1", "prod-a");
    assertThat(
            judge(shrunken().read("nas1", ObjectKind.NFS_SHARE, CaptureStatus.PARTIAL), Map.of())
                .unjudged())
        .containsOnlyKeys("nas1");
  }

  @Test
  void whatNobodyCanKnowLeavesTheGrade() {
    assertThat(
            judge(
                    shrunken().volume(aVolume("pvc-z").nfs("10.0.0.99", "/mnt/tank/k8s/pvc-z")),
                    Map.of())
                .unjudged())
        .isEmpty();
  }

  @Test
  void withheldAdviceLeavesTheGrade() {
    InventoryBuilder ambiguous =
        anInventory()
            .address("10.0.0.5")
            .parent("tank/old")
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/elsewhere"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .dataset(aDataset("tank/old/pvc-a").marked("pvc-a"))
            .read("nas1", ObjectKind.REPLICATION_TASK, CaptureStatus.PARTIAL);

    assertThat(judge(ambiguous, Map.of()).unjudged()).containsOnlyKeys("nas1");
  }

  @Test
  void adviceAboutTheSourceItselfLeavesTheGrade() {
    Optional<Instant> slow = Optional.of(InventoryBuilder.NIGHT.minusSeconds(3600));
    Outcome outcome =
        judge(
            anEstate()
                .add(new NasSystem("nas1", "TrueNAS-SCALE-24.10.2", "host", Optional.empty(), slow))
                .nas("nas1")
                .pool("tank"),
            Map.of());

    assertThat(outcome.said().candidates())
        .extracting(said -> said.code().code())
        .containsExactly("PK705", "PK904");
    assertThat(outcome.unjudged()).isEmpty();
  }

  @Test
  void failedNasLeavesTheClusterWithoutAGrade() {
    assertThat(
            judge(shrunken().read("nas1", ObjectKind.DATASET, CaptureStatus.FAILED), Map.of())
                .unjudged())
        .containsOnlyKeys("nas1", "prod-a");
  }
}
