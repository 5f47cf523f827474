package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.proposal.PlannedNight.blockers;
import static dev.poolkeeper.processors.proposal.PlannedNight.steps;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.NvmeSession;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the ways to a dataset are taken away, and who still goes them. */
class AccessPlanTest {

  private static final String ID = "tank/k8s/pvc-x";
  private static final String ORPHAN = "nas1/datasets/" + ID;
  private static final String IQN = "iqn.2005-10.org.freenas.ctl:";
  private static final String NQN = "nqn.2011-06.com.truenas:uuid:pvc-x";

  private static InventoryBuilder zvol() {
    return anInventory().dataset(aZvol(ID).marked("pvc-x"));
  }

  private static InventoryBuilder dataset() {
    return anInventory().dataset(aDataset(ID).marked("pvc-x"));
  }

  private static InventoryBuilder shown() {
    return zvol()
        .onNas(Objects.target(3, "pvc-x"))
        .onNas(Objects.extent(8, "pvc-x", ID))
        .onNas(Objects.lun(3, 8, 0));
  }

  private static Plan plan(InventoryBuilder inventory) {
    return PlannedNight.plan(inventory, BACKEND_WITHOUT_VOLUME, ORPHAN);
  }

  @Test
  void linkGoesBeforeItsExtentAndTheEmptiedTargetLast() {
    assertThat(steps(plan(shown())))
        .containsExactly(
            "quarantine delete-target-extent nas1/iscsi-targetextents/300",
            "quarantine delete-iscsi-extent nas1/iscsi-extents/pvc-x",
            "quarantine delete-iscsi-target nas1/iscsi-targets/pvc-x",
            "quarantine mark-dataset " + ORPHAN,
            "quarantine make-read-only " + ORPHAN,
            "destroy destroy-dataset " + ORPHAN);
  }

  @Test
  void targetThatShowsAnotherExtentStays() {
    Plan plan =
        plan(
            shown()
                .dataset(aZvol("tank/k8s/pvc-o"))
                .onNas(Objects.extent(9, "pvc-o", "tank/k8s/pvc-o"))
                .onNas(Objects.lun(3, 9, 1)));

    assertThat(plan.steps())
        .extracting(step -> step.action().word() + " " + step.target().name())
        .startsWith("delete-target-extent 300", "delete-iscsi-extent pvc-x", "mark-dataset " + ID);
  }

  @Test
  void targetThatShowsAnExtentNobodyKnowsStays() {
    assertThat(plan(shown().onNas(Objects.lun(3, 99, 1))).steps())
        .extracting(Step::action)
        .doesNotContain(Action.DELETE_ISCSI_TARGET);
  }

  @Test
  void everyExtentAndTargetOfTheZvolGoes() {
    Plan plan =
        plan(
            shown()
                .onNas(Objects.extent(9, "pvc-x-again", ID))
                .onNas(Objects.lun(3, 9, 1))
                .onNas(Objects.target(4, "second"))
                .onNas(Objects.lun(4, 8, 0)));

    assertThat(plan.steps(Stage.QUARANTINE))
        .extracting(step -> step.action().word() + " " + step.target().name())
        .containsExactly(
            "delete-target-extent 300",
            "delete-target-extent 400",
            "delete-target-extent 301",
            "delete-iscsi-extent pvc-x",
            "delete-iscsi-extent pvc-x-again",
            "delete-iscsi-target pvc-x",
            "delete-iscsi-target second",
            "mark-dataset " + ID,
            "make-read-only " + ID);
  }

  @Test
  void extentOfTheSameZvolOnAnotherNasIsNotTouched() {
    Plan plan =
        plan(
            zvol()
                .nas("nas2")
                .pool("tank")
                .onNas(Objects.target(3, "pvc-x"))
                .onNas(Objects.extent(8, "pvc-x", ID))
                .onNas(Objects.lun(3, 8, 0)));

    assertThat(plan.steps()).allMatch(step -> step.target().source().equals("nas1"));
  }

  @Test
  void initiatorThatIsLoggedInBlocks() {
    Plan plan = plan(shown().onNas(Objects.session(IQN + "PVC-X")));

    assertThat(blockers(plan)).containsExactly("session iqn.1993-08.org.debian:01:abc");
    assertThat(plan.blockers().get(0).words()).contains("10.0.0.21", "nas1/iscsi-targets/pvc-x");
  }

  @Test
  void initiatorAtATargetWithColonsInItsNameBlocks() {
    InventoryBuilder colons =
        zvol()
            .onNas(Objects.target(3, "csi:pvc-x"))
            .onNas(Objects.extent(8, "pvc-x", ID))
            .onNas(Objects.lun(3, 8, 0))
            .onNas(Objects.session(IQN + "csi:pvc-x"));
    InventoryBuilder whole =
        zvol()
            .onNas(Objects.target(3, IQN + "pvc-x"))
            .onNas(Objects.extent(8, "pvc-x", ID))
            .onNas(Objects.lun(3, 8, 0))
            .onNas(Objects.session(IQN + "pvc-x"));

    assertThat(blockers(plan(colons))).containsExactly("session iqn.1993-08.org.debian:01:abc");
    assertThat(blockers(plan(whole))).containsExactly("session iqn.1993-08.org.debian:01:abc");
  }

  @Test
  void initiatorAtAnotherTargetIsNoObstacle() {
    assertThat(blockers(plan(shown().onNas(Objects.session(IQN + "pvc-x2"))))).isEmpty();
    assertThat(
            blockers(plan(shown().nas("nas2").pool("tank").onNas(Objects.session(IQN + "pvc-x")))))
        .isEmpty();
  }

  @Test
  void namespaceGoesAndItsHostsBlockOnceEach() {
    InventoryBuilder served =
        zvol()
            .onNas(OtherUsers.nvmeSubsystem(6, NQN))
            .onNas(OtherUsers.nvmeSubsystem(7, NQN + "0"))
            .onNas(Objects.namespace(NQN, 1, ID));
    String host = "nqn.2014-08.org.nvmexpress:a";

    assertThat(steps(plan(served)))
        .startsWith("quarantine delete-nvme-namespace nas1/nvme-namespaces/1");
    assertThat(blockers(plan(served.onNas(OtherUsers.nvmeSession(7))))).isEmpty();
    assertThat(
            blockers(
                plan(
                    served
                        .onNas(nas -> new NvmeSession(nas, host, "10.0.0.21", 6, 1))
                        .onNas(nas -> new NvmeSession(nas, host, "10.0.0.21", 6, 2)))))
        .containsExactly("session " + host);
  }

  @Test
  void sharesOfTheDatasetAndOfWhatLiesInItGoById() {
    Plan plan =
        plan(
            dataset()
                .onNas(OtherUsers.nfsShare(42, "/mnt/tank/k8s/pvc-x/photos", ""))
                .onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x/", ""))
                .onNas(OtherUsers.nfsShare(43, "/mnt/tank/k8s", "")));

    assertThat(plan.steps(Stage.QUARANTINE))
        .extracting(step -> step.action().word() + " " + step.expected().get(Expectation.ID))
        .startsWith("delete-nfs-share 41", "delete-nfs-share 42", "mark-dataset null");
    assertThat(blockers(plan)).isEmpty();
  }

  @Test
  void shareThatServesSomethingElseAsWellBlocks() {
    Plan plan =
        plan(
            dataset()
                .onNas(
                    nas ->
                        new NfsShare(
                            nas,
                            41,
                            List.of("/mnt/tank/k8s/pvc-x", "/mnt/tank/k8s/pvc-o"),
                            "",
                            true)));

    assertThat(blockers(plan)).containsExactly("share nas1/nfs-shares/mnt/tank/k8s/pvc-x");
    assertThat(plan.blockers().get(0).words()).endsWith("serves /mnt/tank/k8s/pvc-o as well");
  }

  @Test
  void shareWithSeveralPathsInsideIsTheDatasets() {
    Plan plan =
        plan(
            dataset()
                .onNas(
                    nas ->
                        new NfsShare(
                            nas,
                            41,
                            List.of("/mnt/tank/k8s/pvc-x/a", "/mnt/tank/k8s/pvc-x/b"),
                            "",
                            true)));

    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.steps()).extracting(Step::action).contains(Action.DELETE_NFS_SHARE);
  }

  @Test
  void shareOfWhatIsReallyMountedThereIsNotTakenAway() {
    InventoryBuilder copy =
        anInventory()
            .dataset(aDataset(ID))
            .dataset(aDataset("tank/copy/pvc-x").marked("pvc-x").mountedAt("/mnt/" + ID))
            .onNas(OtherUsers.nfsShare(41, "/mnt/" + ID, ""))
            .onNas(Objects.smbShare("x", "/mnt/" + ID));

    Plan plan = PlannedNight.plan(copy, BACKEND_WITHOUT_VOLUME, "nas1/datasets/tank/copy/pvc-x");

    assertThat(blockers(plan))
        .containsExactly("share nas1/nfs-shares/mnt/" + ID, "share nas1/smb-shares/x");
    assertThat(plan.blockers().get(0).words())
        .endsWith("serves /mnt/%s, where %s is mounted".formatted(ID, ID));
    assertThat(plan.steps())
        .extracting(Step::action)
        .doesNotContain(Action.DELETE_NFS_SHARE, Action.DELETE_SMB_SHARE);
  }

  @Test
  void clientInTheMountTableBlocksOnceThoughItMayBeStale() {
    Plan plan =
        plan(
            dataset()
                .onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/tank/k8s/pvc-x"))
                .onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/tank/k8s/pvc-x/photos")));

    assertThat(blockers(plan)).containsExactly("client 10.0.0.21");
    assertThat(plan.blockers().get(0).words()).endsWith("which may be stale");
    assertThat(plan.blockers().get(0).suggestion()).isPresent();
  }

  @Test
  void clientOfAnotherNasIsNoObstacle() {
    assertThat(
            blockers(
                plan(
                    dataset()
                        .nas("nas2")
                        .pool("tank")
                        .onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/tank/k8s/pvc-x")))))
        .isEmpty();
  }

  @Test
  void datasetMountedNowhereIsServedByNothing() {
    Plan plan =
        plan(
            anInventory()
                .dataset(aDataset(ID).marked("pvc-x").unmounted())
                .onNas(OtherUsers.nfsShare(41, "/mnt/tank/k8s/pvc-x", "")));

    assertThat(plan.steps()).extracting(Step::action).doesNotContain(Action.DELETE_NFS_SHARE);
  }
}
