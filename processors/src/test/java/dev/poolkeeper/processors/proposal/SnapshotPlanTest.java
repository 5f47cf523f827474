package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_SNAPSHOT_WITHOUT_CONTENT;
import static dev.poolkeeper.processors.finding.FindingCode.TEMPORARY_SNAPSHOT_LEFT;
import static dev.poolkeeper.processors.proposal.PlannedNight.blockers;
import static dev.poolkeeper.processors.proposal.PlannedNight.planned;
import static dev.poolkeeper.processors.proposal.PlannedNight.steps;
import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.support.FindingBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.SnapshotBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot is destroyed at once, or not at all. */
class SnapshotPlanTest {

  private static final String ID = "tank/k8s/pvc-a@snapshot-1";
  private static final String LEFT = "nas1/snapshots/" + ID;

  private static InventoryBuilder with(SnapshotBuilder snapshot) {
    return anInventory()
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a").parts(50, 0, 0))
        .snapshot(snapshot);
  }

  private static InventoryBuilder leftover() {
    return with(aSnapshot(ID).marked("pvc-a"));
  }

  private static Plan plan(InventoryBuilder inventory) {
    return PlannedNight.plan(inventory, BACKEND_SNAPSHOT_WITHOUT_CONTENT, LEFT);
  }

  @ParameterizedTest
  @EnumSource(names = {"BACKEND_SNAPSHOT_WITHOUT_CONTENT", "TEMPORARY_SNAPSHOT_LEFT"})
  void destructionIsItsOnlyStep(FindingCode code) {
    Plan plan = PlannedNight.plan(leftover(), code, LEFT);

    assertThat(steps(plan)).containsExactly("destroy destroy-snapshot " + LEFT);
    assertThat(plan.code()).isEqualTo(code);
    assertThat(plan.waits()).isFalse();
    assertThat(plan.firstStage()).hasValue(Stage.DESTROY);
  }

  @Test
  void snapshotOfAZvolGoesTheSameWay() {
    InventoryBuilder zvol = anInventory().dataset(aZvol("tank/k8s/pvc-a")).snapshot(aSnapshot(ID));

    assertThat(steps(plan(zvol))).containsExactly("destroy destroy-snapshot " + LEFT);
  }

  @Test
  void onlyItsOwnCloneBlocks() {
    InventoryBuilder inventory =
        leftover()
            .snapshot(aSnapshot("tank/k8s/pvc-a@snapshot-10"))
            .dataset(aDataset("tank/k8s/pvc-o").cloneOf("tank/k8s/pvc-a@snapshot-10"));

    assertThat(blockers(plan(inventory))).isEmpty();
    assertThat(blockers(plan(inventory.dataset(aDataset("tank/k8s/pvc-c").cloneOf(ID)))))
        .containsExactly("clone nas1/datasets/tank/k8s/pvc-c");
  }

  @Test
  void holdBlocks() {
    assertThat(blockers(plan(with(aSnapshot(ID).held())))).containsExactly("hold " + LEFT);
  }

  @Test
  void snapshotThatWasToGoAlreadyIsBlockedByWhatKeepsIt() {
    assertThat(blockers(plan(with(aSnapshot(ID).destroyPending()))))
        .containsExactly("hold " + LEFT);
    assertThat(blockers(plan(with(aSnapshot(ID).destroyPending().held()))))
        .containsExactly("hold " + LEFT);
  }

  @Test
  void contentThatStandsOnItBlocks() {
    assertThat(
            blockers(
                plan(leftover().content(aContent("c").handle("pvc-a@snapshot-1").of("pvc-a")))))
        .containsExactly("reference prod-a/volumesnapshotcontents/c");
  }

  @Test
  void snapshotWithoutAnyTimeCannotBeToldFromALaterOne() {
    assertThat(blockers(plan(anInventory().add(timeless(OptionalLong.empty())))))
        .containsExactly("identity " + LEFT);
    assertThat(blockers(plan(anInventory().add(timeless(OptionalLong.of(7)))))).isEmpty();
  }

  private static ZfsSnapshot timeless(OptionalLong txg) {
    return new ZfsSnapshot(
        "nas1",
        "tank/k8s/pvc-a",
        "snapshot-1",
        Optional.empty(),
        txg,
        Map.of(),
        Optional.empty(),
        false,
        SpaceUsage.UNKNOWN);
  }

  @Test
  void itsOwnBytesAreFreedAtLeastAndThoseOfAllSnapshotsAtMost() {
    assertThat(plan(leftover()).reclaim()).isEqualTo(bounds(10, 50));
  }

  @Test
  void boundsThatContradictEachOtherLeaveTheLowerOne() {
    InventoryBuilder late =
        anInventory().dataset(aDataset("tank/k8s/pvc-a").parts(5, 0, 0)).snapshot(aSnapshot(ID));

    assertThat(plan(late).reclaim())
        .isEqualTo(new Reclaim(OptionalLong.of(10), OptionalLong.empty()));
  }

  @Test
  void whatIsCountedWithItsDatasetIsNotCountedTwice() {
    Plan plan =
        PlannedNight.plan(
            leftover(), FindingBuilder.aFinding(TEMPORARY_SNAPSHOT_LEFT, LEFT).frees(0).build());

    assertThat(plan.reclaim()).isEqualTo(bounds(0, 50));
  }

  @Test
  void unknownBytesStayUnknown() {
    InventoryBuilder untold = anInventory().add(timeless(OptionalLong.of(7)));

    assertThat(plan(untold).reclaim()).isEqualTo(Reclaim.UNKNOWN);
    assertThat(
            PlannedNight.plan(
                    untold, FindingBuilder.aFinding(TEMPORARY_SNAPSHOT_LEFT, LEFT).frees(3).build())
                .reclaim())
        .isEqualTo(Reclaim.UNKNOWN);
  }

  private static Reclaim bounds(long least, long most) {
    return new Reclaim(OptionalLong.of(least), OptionalLong.of(most));
  }

  @Test
  void whatIsGoneLeadsToNothing() {
    assertThat(planned(anInventory(), TEMPORARY_SNAPSHOT_LEFT, LEFT))
        .isEqualTo(new Planned.Nothing("it is not there any more"));
  }
}
