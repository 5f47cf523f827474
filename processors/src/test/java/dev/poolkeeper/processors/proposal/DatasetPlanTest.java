package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.proposal.PlannedNight.blockers;
import static dev.poolkeeper.processors.proposal.PlannedNight.planned;
import static dev.poolkeeper.processors.proposal.PlannedNight.steps;
import static dev.poolkeeper.processors.support.ContentBuilder.aContent;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.PropertySource;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.FindingBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done about a dataset that nobody uses, and what is in the way of it. */
class DatasetPlanTest {

  private static final String ID = "tank/k8s/pvc-x";
  private static final String ORPHAN = "nas1/datasets/" + ID;

  private static InventoryBuilder leftover() {
    return with(aDataset(ID).marked("pvc-x"));
  }

  private static InventoryBuilder with(DatasetBuilder leftover) {
    return anInventory().dataset(leftover);
  }

  private static Plan plan(InventoryBuilder inventory) {
    return PlannedNight.plan(inventory, BACKEND_WITHOUT_VOLUME, ORPHAN);
  }

  @Test
  void accessGoesBeforeTheMarkAndSnapshotsGoOldestFirstBeforeTheDataset() {
    Plan plan =
        plan(
            leftover()
                .onNas(Objects.smbShare("x", "/mnt/tank/k8s/pvc-x"))
                .onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", ""))
                .snapshot(aSnapshot(ID + "@z-first").madeIn(5))
                .snapshot(aSnapshot(ID + "@a-second").madeIn(6))
                .snapshot(aSnapshot(ID + "@untold")));

    assertThat(steps(plan))
        .containsExactly(
            "quarantine delete-nfs-share nas1/nfs-shares/mnt/tank/k8s/pvc-x",
            "quarantine delete-smb-share nas1/smb-shares/x",
            "quarantine mark-dataset " + ORPHAN,
            "quarantine make-read-only " + ORPHAN,
            "destroy destroy-snapshot nas1/snapshots/tank/k8s/pvc-x@z-first",
            "destroy destroy-snapshot nas1/snapshots/tank/k8s/pvc-x@a-second",
            "destroy destroy-snapshot nas1/snapshots/tank/k8s/pvc-x@untold",
            "destroy destroy-dataset " + ORPHAN);
    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.waits()).isTrue();
  }

  @Test
  void detachedSnapshotGoesTheSameWay() {
    InventoryBuilder inventory =
        anInventory()
            .parent("tank/s")
            .parent("tank/s/pvc-a")
            .dataset(aDataset("tank/s/pvc-a/snapshot-1").detachedSnapshot("snapshot-1", "pvc-a"));

    Plan plan =
        PlannedNight.plan(
            inventory,
            FindingCode.DETACHED_SNAPSHOT_ORPHAN,
            "nas1/datasets/tank/s/pvc-a/snapshot-1");

    assertThat(plan.steps())
        .extracting(Step::action)
        .containsExactly(Action.MARK_DATASET, Action.MAKE_READ_ONLY, Action.DESTROY_DATASET);
  }

  @Test
  void quarantinedDatasetOnlyWaitsForItsEnd() {
    DatasetBuilder quarantined =
        aDataset(ID).marked("pvc-x").readOnly().property("poolkeeper:quarantined", "P-1");

    assertThat(steps(plan(with(quarantined)))).containsExactly("destroy destroy-dataset " + ORPHAN);
  }

  @Test
  void markOfSomethingAroundItIsNotItsOwn() {
    DatasetBuilder inside =
        aDataset(ID)
            .marked("pvc-x")
            .property("poolkeeper:quarantined", "P-1", PropertySource.INHERITED);

    assertThat(steps(plan(with(inside)))).contains("quarantine mark-dataset " + ORPHAN);
  }

  @Test
  void markedDatasetThatIsWritableAgainIsMadeReadOnlyAgain() {
    DatasetBuilder writable =
        aDataset(ID).marked("pvc-x").property("poolkeeper:quarantined", "P-1");

    assertThat(steps(plan(with(writable))))
        .containsExactly(
            "quarantine make-read-only " + ORPHAN, "destroy destroy-dataset " + ORPHAN);
  }

  @Test
  void whereReadOnlyIsNotToldItIsSetOnce() {
    String uid = "tank/k8s/pvc-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
    InventoryBuilder untold = anInventory().dataset(aDataset(uid).onCore());
    InventoryBuilder marked =
        anInventory().dataset(aDataset(uid).onCore().property("poolkeeper:quarantined", "P-1"));

    assertThat(PlannedNight.plan(untold, BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + uid).steps())
        .extracting(Step::action)
        .contains(Action.MAKE_READ_ONLY);
    assertThat(PlannedNight.plan(marked, BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + uid).steps())
        .extracting(Step::action)
        .containsExactly(Action.DESTROY_DATASET);
  }

  @Test
  void coreCannotMarkSoOnlyAccessIsTakenAway() {
    InventoryBuilder core =
        anEstate()
            .cluster("prod-a")
            .add(
                new NasSystem(
                    "nas1", "TrueNAS-13.0-U6.1", "core", Optional.empty(), Optional.empty()))
            .nas("nas1")
            .pool("tank")
            .parent("tank/k8s")
            .dataset(aDataset(ID).marked("pvc-x"))
            .onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", ""));

    assertThat(steps(plan(core)))
        .containsExactly(
            "quarantine delete-nfs-share nas1/nfs-shares/mnt/tank/k8s/pvc-x",
            "destroy destroy-dataset " + ORPHAN);
  }

  @Test
  void withoutItsCreationItsNameHasToBeGivenOnce() {
    assertThat(blockers(plan(with(aDataset(ID).onCore())))).containsExactly("identity " + ORPHAN);

    String unique = "tank/k8s/pvc-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
    assertThat(
            blockers(
                PlannedNight.plan(
                    anInventory().dataset(aDataset(unique).onCore()),
                    BACKEND_WITHOUT_VOLUME,
                    "nas1/datasets/" + unique)))
        .isEmpty();
  }

  @Test
  void whatLiesInsideBlocksAndNamesItsClaim() {
    Plan plan =
        plan(
            leftover()
                .dataset(aDataset(ID + "/inner").marked("pvc-i"))
                .volume(
                    aVolume("pvc-i").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-x/inner").boundTo("films"))
                .onNas(OtherUsers.nfsShare(7, "/mnt/tank/k8s/pvc-x/inner", "")));

    Blocker child = plan.blockers().get(0);
    assertThat(child.kind()).isEqualTo(Blocker.Kind.CHILD);
    assertThat(child.by()).isEqualTo(ORPHAN + "/inner");
    assertThat(child.owner()).hasValue("claim prod-a/media/films");
    assertThat(child.words()).endsWith("which claim prod-a/media/films needs");
  }

  @Test
  void datasetOfAnotherNameMountedInsideBlocksAndKeepsItsShare() {
    Plan plan =
        plan(
            leftover()
                .dataset(aDataset("tank/other").mountedAt("/mnt/tank/k8s/pvc-x/other"))
                .onNas(OtherUsers.nfsShare(7, "/mnt/tank/k8s/pvc-x/other", "films")));

    assertThat(blockers(plan))
        .containsExactly(
            "child nas1/datasets/tank/other", "share nas1/nfs-shares/mnt/tank/k8s/pvc-x/other");
    assertThat(plan.steps()).extracting(Step::action).doesNotContain(Action.DELETE_NFS_SHARE);
  }

  @Test
  void neighboursOfALongerNameAreNotInside() {
    Plan plan =
        plan(
            leftover()
                .dataset(aDataset("tank/k8s/pvc-x0").marked("pvc-x0"))
                .onNas(OtherUsers.nfsShare(7, "/mnt/tank/k8s/pvc-x0", ""))
                .onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/tank/k8s/pvc-x0"))
                .onNas(Objects.smbShare("x0", "/mnt/tank/k8s/pvc-x0"))
                .snapshot(aSnapshot("tank/k8s/pvc-x0@a")));

    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.steps())
        .extracting(Step::action)
        .containsExactly(Action.MARK_DATASET, Action.MAKE_READ_ONLY, Action.DESTROY_DATASET);
  }

  @Test
  void cloneBlocksAndIsToBePromotedForItsClaim() {
    Plan plan =
        plan(
            leftover()
                .snapshot(aSnapshot(ID + "@base"))
                .dataset(aDataset("tank/k8s/pvc-c").marked("pvc-c").cloneOf(ID + "@base"))
                .volume(aVolume("pvc-c").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-c").boundTo("films"))
                .onNas(OtherUsers.nfsShare(7, "/mnt/tank/k8s/pvc-c", "")));

    assertThat(plan.blockers())
        .containsExactly(
            new Blocker(
                Blocker.Kind.CLONE,
                "nas1/datasets/tank/k8s/pvc-c",
                Optional.of("claim prod-a/media/films"),
                "tank/k8s/pvc-c was cloned from its snapshot @base, which claim"
                    + " prod-a/media/films needs",
                Optional.of(
                    "midclt call pool.dataset.promote tank/k8s/pvc-c on nas1: the clone takes the"
                        + " shared snapshots over")));
  }

  @Test
  void cloneThatNobodyNeedsIsToBeLookedAtFirst() {
    Plan plan = plan(leftover().dataset(aDataset("tank/k8s/pvc-c").cloneOf(ID + "@base")));

    assertThat(plan.blockers().get(0).owner()).isEmpty();
    assertThat(plan.blockers().get(0).suggestion())
        .hasValue("see whether the clone itself may go first");
  }

  @Test
  void cloneOfTheSameNameOnAnotherNasIsNoObstacle() {
    Plan plan =
        plan(
            leftover()
                .nas("nas2")
                .pool("tank")
                .dataset(aDataset("tank/k8s/pvc-c").cloneOf(ID + "@base")));

    assertThat(blockers(plan)).isEmpty();
  }

  @Test
  void holdBlocksAndIsToBeAskedFor() {
    Plan plan =
        plan(leftover().snapshot(aSnapshot(ID + "@kept").held()).snapshot(aSnapshot(ID + "@b")));

    assertThat(blockers(plan)).containsExactly("hold nas1/snapshots/tank/k8s/pvc-x@kept");
    assertThat(plan.blockers().get(0).suggestion())
        .hasValue("ask who set it: zfs holds tank/k8s/pvc-x@kept on nas1");
  }

  @Test
  void snapshotThatWasToGoAlreadyIsKeptBySomethingUntold() {
    assertThat(blockers(plan(leftover().snapshot(aSnapshot(ID + "@dying").destroyPending()))))
        .containsExactly("hold nas1/snapshots/tank/k8s/pvc-x@dying");
    assertThat(
            blockers(
                plan(
                    leftover()
                        .snapshot(aSnapshot(ID + "@dying").destroyPending())
                        .dataset(aDataset("tank/k8s/pvc-c").cloneOf(ID + "@dying")))))
        .containsExactly("clone nas1/datasets/tank/k8s/pvc-c");
  }

  @Test
  void contentThatStandsOnASnapshotOfItBlocks() {
    Plan plan =
        plan(
            leftover()
                .snapshot(aSnapshot(ID + "@snapshot-1").marked("pvc-x"))
                .content(aContent("content-1").handle("pvc-x@snapshot-1").of("pvc-x")));

    assertThat(blockers(plan)).containsExactly("reference prod-a/volumesnapshotcontents/content-1");
  }

  @Test
  void volumeThatStandsOnItAgainBlocksAndNamesItsClaim() {
    Plan plan =
        plan(
            leftover()
                .volume(aVolume("pvc-x").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-x").boundTo("a")));

    assertThat(blockers(plan)).containsExactly("reference prod-a/persistentvolumes/pvc-x");
    assertThat(plan.blockers().get(0).owner()).hasValue("claim prod-a/media/a");
  }

  @Test
  void taskThatSendsItBlocksAndOneAroundItOnlyWhileItIsAtWork() {
    assertThat(blockers(plan(leftover().onNas(OtherUsers.replication("PUSH", ID, false)))))
        .containsExactly("replication nas1/replication-tasks/5");
    assertThat(blockers(plan(leftover().onNas(OtherUsers.replication("PUSH", "tank/k8s", true)))))
        .containsExactly("replication nas1/replication-tasks/5");
    assertThat(blockers(plan(leftover().onNas(OtherUsers.replication("PUSH", "tank/k8s", false)))))
        .isEmpty();
  }

  @Test
  void snapshotTaskOfItsOwnBlocks() {
    Plan plan = plan(leftover().onNas(OtherUsers.snapshotTask(ID)));

    assertThat(blockers(plan)).containsExactly("snapshot-task nas1/snapshot-tasks/4");
    assertThat(plan.blockers().get(0).suggestion())
        .hasValue("delete the task first: without its dataset it would fail");
    assertThat(blockers(plan(leftover().onNas(OtherUsers.snapshotTask("tank/k8s"))))).isEmpty();
    assertThat(
            blockers(plan(leftover().nas("nas2").pool("tank").onNas(OtherUsers.snapshotTask(ID)))))
        .isEmpty();
  }

  @Test
  void manyOfAKindAreNotAllNamed() {
    InventoryBuilder inventory = leftover();
    for (int i = 0; i < 9; i++) {
      inventory.dataset(aDataset(ID + "/c" + i)).snapshot(aSnapshot(ID + "@h" + i).held());
    }

    assertThat(plan(inventory).blockers())
        .extracting(Blocker::kind)
        .containsExactlyElementsOf(
            Stream.concat(
                    Collections.nCopies(5, Blocker.Kind.CHILD).stream(),
                    Collections.nCopies(5, Blocker.Kind.HOLD).stream())
                .toList());
  }

  @Test
  void whatIsFreedIsWhatTheFindingSays() {
    assertThat(
            PlannedNight.plan(
                    leftover(),
                    FindingBuilder.aFinding(BACKEND_WITHOUT_VOLUME, ORPHAN).frees(700).build())
                .reclaim())
        .isEqualTo(Reclaim.exactly(700));
    assertThat(plan(leftover()).reclaim()).isEqualTo(Reclaim.UNKNOWN);
  }

  @Test
  void whatIsGoneLeadsToNothing() {
    assertThat(planned(anInventory(), BACKEND_WITHOUT_VOLUME, ORPHAN))
        .isEqualTo(new Planned.Nothing("it is not there any more"));
  }

  @Test
  void datasetThatWasNotAskedForIsNotPlannedWithoutItsSnapshots() {
    InventoryBuilder inventory = leftover().snapshot(aSnapshot(ID + "@kept").held());
    Planner planner = new Planner(PlannedNight.night(inventory.build()), List.of());

    assertThatThrownBy(
            () -> planner.plan(FindingBuilder.aFinding(BACKEND_WITHOUT_VOLUME, ORPHAN).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(ORPHAN);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void onlySomeCodesLeadToAnything(FindingCode code) {
    Planned planned = planned(anInventory(), code, ORPHAN);

    assertThat(planned)
        .isEqualTo(
            new Planned.Nothing(
                Planner.CODES.contains(code)
                    ? "it is not there any more"
                    : code.code() + " is not cleaned up by poolkeeper"));
  }

  @Test
  void eachStepExpectsWhatTellsItsObjectFromALaterOne() {
    Plan plan =
        plan(
            with(aDataset(ID).cloneOf("tank/a@b"))
                .onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", ""))
                .snapshot(aSnapshot(ID + "@s").madeIn(5)));
    Map<String, String> dataset =
        Map.of("type", "filesystem", "origin", "tank/a@b", "created", "1750007200");

    assertThat(plan.steps())
        .extracting(step -> Map.copyOf(step.expected()))
        .containsExactly(
            Map.of("id", "41", "path", "/mnt/tank/k8s/pvc-x"),
            dataset,
            dataset,
            Map.of("created", "1750007200", "createtxg", "5"),
            dataset);
  }
}
