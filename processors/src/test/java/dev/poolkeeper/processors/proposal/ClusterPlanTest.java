package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.CONTENT_WITHOUT_SNAPSHOT_OBJECT;
import static dev.poolkeeper.processors.finding.FindingCode.SNAPSHOT_OBJECT_WITHOUT_BACKEND;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_STUCK_RELEASED;
import static dev.poolkeeper.processors.proposal.PlannedNight.blockers;
import static dev.poolkeeper.processors.proposal.PlannedNight.planned;
import static dev.poolkeeper.processors.proposal.PlannedNight.steps;
import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.VolumeSnapshot;
import dev.poolkeeper.processors.support.ContentBuilder;
import dev.poolkeeper.processors.support.FindingBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a driver can do the work it is left to it. */
class ClusterPlanTest {

  private static final String VOLUME = "prod-a/persistentvolumes/pvc-r";
  private static final String CONTENT = "prod-a/volumesnapshotcontents/c";

  private static InventoryBuilder with(ContentBuilder content) {
    return anInventory()
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a"))
        .content(content);
  }

  private static ContentBuilder content(String name) {
    return aContent(name).handle("pvc-a@snapshot-1").of("pvc-a");
  }

  @Test
  void retainedVolumeGoesAndItsDataStay() {
    Plan plan =
        PlannedNight.plan(
            anInventory().volume(aVolume("pvc-r").phase("Released").retain()),
            VOLUME_STUCK_RELEASED,
            VOLUME);

    assertThat(steps(plan)).containsExactly("quarantine delete-persistent-volume " + VOLUME);
    assertThat(plan.reclaim()).isEqualTo(Reclaim.NOTHING);
    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.steps().get(0).expected())
        .containsEntry(Expectation.UID, "uid-pvc-r")
        .containsEntry(Expectation.PHASE, "Released")
        .containsEntry(Expectation.POLICY, "Retain")
        .containsEntry(Expectation.HANDLE, "pvc-r");
  }

  @ParameterizedTest
  @CsvSource({"Released,false", "Bound,true", "Failed,true"})
  void volumeThatItsDriverDeletesOrSomebodyBoundIsLeftAlone(String phase, boolean retained) {
    var volume = aVolume("pvc-r").phase(phase);
    Planned planned =
        planned(
            anInventory().volume(retained ? volume.retain() : volume),
            VOLUME_STUCK_RELEASED,
            VOLUME);

    assertThat(planned).isInstanceOf(Planned.Nothing.class);
    assertThat(((Planned.Nothing) planned).why())
        .contains("(%s, %s)".formatted(phase, retained ? "Retain" : "Delete"));
  }

  @Test
  void volumeWhoseDeletionHangsIsBlockedByItsFinalizers() {
    Plan plan =
        PlannedNight.plan(
            anInventory()
                .volume(
                    aVolume("pvc-r").phase("Released").retain().dying(NIGHT, "kubernetes.io/held")),
            VOLUME_STUCK_RELEASED,
            VOLUME);

    assertThat(blockers(plan)).containsExactly("finalizer " + VOLUME);
    assertThat(plan.blockers().get(0).words()).endsWith("and waits for kubernetes.io/held");
  }

  @Test
  void contentThatRetainsGoesAloneAndFreesNothing() {
    Plan plan =
        PlannedNight.plan(
            with(content("c")),
            FindingBuilder.aFinding(CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT).frees(10).build());

    assertThat(steps(plan)).containsExactly("quarantine delete-snapshot-content " + CONTENT);
    assertThat(plan.reclaim()).isEqualTo(Reclaim.NOTHING);
  }

  @Test
  void contentThatDeletesTakesItsSnapshotAlong() {
    Plan plan =
        PlannedNight.plan(
            with(content("c").deletes()),
            FindingBuilder.aFinding(CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT).frees(10).build());

    assertThat(steps(plan)).containsExactly("destroy delete-content-and-snapshot " + CONTENT);
    assertThat(plan.reclaim()).isEqualTo(Reclaim.exactly(10));
    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.steps().get(0).expected())
        .containsEntry(Expectation.POLICY, "Delete")
        .containsEntry(Expectation.HANDLE, "pvc-a@snapshot-1")
        .containsEntry(Expectation.CREATED, Long.toString(LONG_AGO.getEpochSecond()));
  }

  @Test
  void snapshotThatAnotherContentNeedsIsNotDestroyedWithOne() {
    InventoryBuilder two = with(content("c").deletes()).cluster("prod-b").content(content("other"));

    assertThat(blockers(PlannedNight.plan(two, CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT)))
        .containsExactly("reference prod-b/volumesnapshotcontents/other");
  }

  @Test
  void snapshotThatAHoldOrACloneKeepsIsNotDestroyedWithItsContent() {
    InventoryBuilder kept =
        anInventory()
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-c").cloneOf("tank/k8s/pvc-a@snapshot-1"))
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-1").marked("pvc-a").held())
            .content(content("c").deletes());

    assertThat(blockers(PlannedNight.plan(kept, CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT)))
        .containsExactly(
            "clone nas1/datasets/tank/k8s/pvc-c", "hold nas1/snapshots/tank/k8s/pvc-a@snapshot-1");
  }

  @Test
  void copyThatAnotherContentOrACloneNeedsIsNotDestroyedWithOne() {
    String handle = "pvc-a/snapshot-1";
    InventoryBuilder two =
        anInventory()
            .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
            .parent("tank/s")
            .parent("tank/s/pvc-a")
            .dataset(aDataset("tank/s/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"))
            .dataset(aDataset("tank/k8s/pvc-c").cloneOf("tank/s/pvc-a/snapshot-1@x"))
            .content(aContent("c").handle(handle).of("pvc-a").deletes())
            .content(aContent("other").handle(handle).of("pvc-a"));

    assertThat(blockers(PlannedNight.plan(two, CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT)))
        .containsExactly(
            "clone nas1/datasets/tank/k8s/pvc-c", "reference prod-a/volumesnapshotcontents/other");
  }

  @Test
  void contentThatIsBeingDeletedBlocks() {
    assertThat(
            blockers(
                PlannedNight.plan(
                    with(content("c").beingDeleted()), CONTENT_WITHOUT_SNAPSHOT_OBJECT, CONTENT)))
        .containsExactly("finalizer " + CONTENT);
  }

  private static VolumeSnapshot snapshot(String uid, Optional<Instant> deletedAt) {
    return new VolumeSnapshot(
        "prod-a",
        "media",
        "snapshot-object-of-c",
        uid,
        LONG_AGO,
        deletedAt,
        Optional.empty(),
        Optional.of("c"),
        true,
        Optional.empty(),
        List.of("snapshot.storage.kubernetes.io/bound"),
        Optional.empty());
  }

  @Test
  void deletedBackendTakesObjectAndContentAlong() {
    InventoryBuilder retained =
        anInventory()
            .content(content("c").boundTo("uid-1"))
            .add(snapshot("uid-1", Optional.empty()));

    assertThat(steps(PlannedNight.plan(retained, SNAPSHOT_OBJECT_WITHOUT_BACKEND, CONTENT)))
        .containsExactly(
            "quarantine delete-volume-snapshot"
                + " prod-a/volumesnapshots/media/snapshot-object-of-c",
            "quarantine delete-snapshot-content " + CONTENT);
  }

  @Test
  void contentThatDeletesGoesWithItsObject() {
    InventoryBuilder deletes =
        anInventory()
            .content(content("c").boundTo("uid-1").deletes())
            .add(snapshot("uid-1", Optional.empty()));

    assertThat(PlannedNight.plan(deletes, SNAPSHOT_OBJECT_WITHOUT_BACKEND, CONTENT).steps())
        .extracting(Step::action)
        .containsExactly(Action.DELETE_VOLUME_SNAPSHOT);
  }

  @Test
  void objectOfTheSameNameThatIsAnotherStays() {
    InventoryBuilder anew =
        anInventory()
            .content(content("c").boundTo("uid-1").deletes())
            .add(snapshot("uid-2", Optional.empty()));

    assertThat(PlannedNight.plan(anew, SNAPSHOT_OBJECT_WITHOUT_BACKEND, CONTENT).steps())
        .extracting(Step::action)
        .containsExactly(Action.DELETE_SNAPSHOT_CONTENT);
  }

  @Test
  void objectThatIsBeingDeletedBlocks() {
    InventoryBuilder dying =
        anInventory()
            .content(content("c").boundTo("uid-1"))
            .add(snapshot("uid-1", Optional.of(NIGHT)));

    assertThat(blockers(PlannedNight.plan(dying, SNAPSHOT_OBJECT_WITHOUT_BACKEND, CONTENT)))
        .containsExactly("finalizer prod-a/volumesnapshots/media/snapshot-object-of-c");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "VOLUME_STUCK_RELEASED",
        "CONTENT_WITHOUT_SNAPSHOT_OBJECT",
        "SNAPSHOT_OBJECT_WITHOUT_BACKEND"
      })
  void whatIsGoneLeadsToNothing(FindingCode code) {
    assertThat(planned(anInventory(), code, CONTENT))
        .isEqualTo(new Planned.Nothing("it is not there any more"));
  }
}
