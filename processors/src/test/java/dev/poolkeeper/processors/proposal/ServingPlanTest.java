package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.SHARE_WITHOUT_DATASET;
import static dev.poolkeeper.processors.finding.FindingCode.TARGET_OR_EXTENT_WITHOUT_BACKING;
import static dev.poolkeeper.processors.proposal.PlannedNight.blockers;
import static dev.poolkeeper.processors.proposal.PlannedNight.planned;
import static dev.poolkeeper.processors.proposal.PlannedNight.steps;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What served something that is gone goes, unless it leads somewhere after all. */
class ServingPlanTest {

  private static final String GONE = "/mnt/tank/k8s/pvc-x";
  private static final String SHARE = "nas1/nfs-shares/mnt/tank/k8s/pvc-x";
  private static final String SESSION = "session iqn.1993-08.org.debian:01:abc";
  private static final String IQN = "iqn.2005-10.org.freenas.ctl:pvc-x";

  private static InventoryBuilder shared() {
    return anInventory().onNas(OtherUsers.nfsShare(41, GONE, ""));
  }

  private static InventoryBuilder shown() {
    return anInventory()
        .onNas(Objects.target(3, "pvc-x"))
        .onNas(Objects.extent(8, "extent-x", "tank/k8s/pvc-x"))
        .onNas(Objects.lun(3, 8, 0));
  }

  private static Plan share(InventoryBuilder inventory) {
    return PlannedNight.plan(inventory, SHARE_WITHOUT_DATASET, SHARE);
  }

  private static Plan iscsi(InventoryBuilder inventory, String subject) {
    return PlannedNight.plan(inventory, TARGET_OR_EXTENT_WITHOUT_BACKING, "nas1/" + subject);
  }

  @Test
  void nfsShareGoesAndNothingIsFreed() {
    Plan plan = share(shared());

    assertThat(steps(plan)).containsExactly("quarantine delete-nfs-share " + SHARE);
    assertThat(blockers(plan)).isEmpty();
    assertThat(plan.reclaim()).isEqualTo(Reclaim.NOTHING);
    assertThat(plan.waits()).isFalse();
  }

  @Test
  void smbShareGoesUnlessItsDatasetIsThere() {
    InventoryBuilder smb = anInventory().onNas(Objects.smbShare("x", GONE));
    Plan plan = PlannedNight.plan(smb, SHARE_WITHOUT_DATASET, "nas1/smb-shares/x");

    assertThat(steps(plan)).containsExactly("quarantine delete-smb-share nas1/smb-shares/x");
    assertThat(blockers(plan)).isEmpty();
    assertThat(
            blockers(
                PlannedNight.plan(
                    smb.dataset(aDataset("tank/k8s/pvc-x")),
                    SHARE_WITHOUT_DATASET,
                    "nas1/smb-shares/x")))
        .containsExactly("share nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void clientOfThatPathBlocksAndOneOfAnotherDoesNot() {
    assertThat(blockers(share(shared().onNas(OtherUsers.nfsClient("10.0.0.21", GONE)))))
        .containsExactly("client 10.0.0.21");
    assertThat(blockers(share(shared().onNas(OtherUsers.nfsClient("10.0.0.21", GONE + "0")))))
        .isEmpty();
  }

  @Test
  void shareWithAPathThatIsThereBlocks() {
    InventoryBuilder several =
        anInventory()
            .dataset(aDataset("tank/k8s/pvc-o"))
            .onNas(nas -> new NfsShare(nas, 41, List.of(GONE, "/mnt/tank/k8s/pvc-o/"), "", true));

    assertThat(blockers(share(several))).containsExactly("share nas1/datasets/tank/k8s/pvc-o");
  }

  @Test
  void extentGoesAfterItsLinksAndItsTargetStays() {
    Plan plan = iscsi(shown(), "iscsi-extents/extent-x");

    assertThat(steps(plan))
        .containsExactly(
            "quarantine delete-target-extent nas1/iscsi-targetextents/300",
            "quarantine delete-iscsi-extent nas1/iscsi-extents/extent-x");
    assertThat(blockers(plan)).isEmpty();
  }

  @Test
  void extentWhoseZvolIsThereBlocks() {
    assertThat(blockers(iscsi(shown().dataset(aZvol("tank/k8s/pvc-x")), "iscsi-extents/extent-x")))
        .containsExactly("share nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void targetGoesAfterItsLinks() {
    InventoryBuilder empty =
        anInventory().onNas(Objects.target(3, "pvc-x")).onNas(Objects.lun(3, 99, 0));

    assertThat(steps(iscsi(empty, "iscsi-targets/pvc-x")))
        .containsExactly(
            "quarantine delete-target-extent nas1/iscsi-targetextents/300",
            "quarantine delete-iscsi-target nas1/iscsi-targets/pvc-x");
    assertThat(blockers(iscsi(empty, "iscsi-targets/pvc-x"))).isEmpty();
  }

  @Test
  void targetThatShowsAnExtentBlocks() {
    assertThat(blockers(iscsi(shown(), "iscsi-targets/pvc-x")))
        .containsExactly("share nas1/iscsi-extents/extent-x");
  }

  @Test
  void linkToATargetThatIsGoneGoesAlone() {
    InventoryBuilder linked =
        anInventory().onNas(Objects.extent(8, "extent-x", "a/b")).onNas(Objects.lun(3, 8, 0));

    assertThat(steps(iscsi(linked, "iscsi-targetextents/300")))
        .containsExactly("quarantine delete-target-extent nas1/iscsi-targetextents/300");
    assertThat(blockers(iscsi(linked, "iscsi-targetextents/300"))).isEmpty();
    assertThat(blockers(iscsi(shown(), "iscsi-targetextents/300")))
        .containsExactly("share nas1/iscsi-targets/pvc-x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"iscsi-targets/pvc-x", "iscsi-extents/extent-x", "iscsi-targetextents/300"})
  void whoIsLoggedInBlocksEachOfThem(String subject) {
    assertThat(blockers(iscsi(shown().onNas(Objects.session(IQN)), subject))).contains(SESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfs-shares/mnt/a", "nvme-namespaces/1", "datasets/tank"})
  void whatIsGoneOrOfAnotherKindLeadsToNothing(String subject) {
    assertThat(
            planned(
                anInventory().onNas(Objects.namespace("nqn", 1, "tank/a")),
                TARGET_OR_EXTENT_WITHOUT_BACKING,
                "nas1/" + subject))
        .isEqualTo(new Planned.Nothing("it is not there any more"));
  }
}
