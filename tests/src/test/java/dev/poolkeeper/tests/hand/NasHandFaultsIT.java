package dev.poolkeeper.tests.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.Rights;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong around a step: told for what it is, and nothing outside touched. */
class NasHandFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String DELETE = "sharing.nfs.delete";

  @TempDir private Path folder;

  private static Kind kind(ThrowingCallable call) {
    HandFailure[] seen = new HandFailure[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HandFailure.class, failure -> seen[0] = failure)
        .hasMessageNotContaining(TrueNasSimulator.PLANTED_SECRET);
    return seen[0].kind();
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void connectionLostAfterTheCallLeavesTheOutcomeToBeRead(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas().faults().once(DELETE, Fault.dropMidway());

      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNKNOWN);

      assertThat(hand.done(step)).isTrue();
      assertThat(lab.nas().calls()).containsOnlyOnce(DELETE);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void connectionLostBeforeTheCallLooksTheSameAndIsNotSentAgain(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      SortedMap<String, String> before = lab.nas().everything();
      lab.nas().faults().once(DELETE, Fault.dropBefore());

      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNKNOWN);

      assertThat(hand.done(step)).isFalse();
      assertThat(lab.nas().everything()).isEqualTo(before);
      assertThat(lab.nas().calls()).containsOnlyOnce(DELETE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void silenceIsNoAnswer(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand(Rights.EXECUTOR, Duration.ofSeconds(2))) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas().faults().once(DELETE, Fault.stall());

      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNKNOWN);
      assertThat(hand.done(step)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void successThatIsOnlySaidIsSeen(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step share = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      Step dataset = NasLab.step(hand, Action.DESTROY_DATASET);
      Step snapshot = NasLab.step(hand, Action.DESTROY_SNAPSHOT);
      for (String method :
          List.of(
              DELETE,
              "pool.dataset.delete",
              "zfs.resource.destroy",
              "pool.snapshot.delete",
              "zfs.snapshot.delete")) {
        lab.nas().faults().always(method, Fault.pretend());
      }
      for (Step step : List.of(share, dataset, snapshot)) {
        hand.act(step);
        assertThat(hand.done(step)).isFalse();
      }
    }
  }

  /** A dataset that is busy is refused; only {@code pool.dataset.delete} of 26 does not say so. */
  @ParameterizedTest
  @EnumSource(Generation.class)
  void busyDatasetStays(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DESTROY_DATASET);
      SortedMap<String, String> before = lab.nas().everything();
      lab.nas().keepBusy(NasLab.LEFT);

      assertThatThrownBy(() -> hand.act(step))
          .isInstanceOfSatisfying(
              HandFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED))
          .hasMessageContaining("busy");

      assertThat(hand.done(step)).isFalse();
      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @Test
  void silentSuccessOf26IsReadBack() {
    try (NasLab lab = new NasLab(Generation.TWENTY_SIX, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DESTROY_DATASET);
      SortedMap<String, String> before = lab.nas().everything();
      lab.nas().keepBusy(NasLab.LEFT);
      lab.nas().faults().always("zfs.resource.snapshot.query", Fault.missing());

      hand.act(step);

      assertThat(lab.nas().calls()).contains("pool.dataset.delete");
      assertThat(hand.done(step)).isFalse();
      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void readersKeyIsRefusedEverything(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand looking = lab.hand();
        Hand hand = lab.hand(Rights.READ_ONLY, PATIENCE)) {
      Step link = NasLab.step(looking, Action.DELETE_TARGET_EXTENT);
      assertThat(kind(() -> hand.act(link))).isEqualTo(Kind.NOT_ALLOWED);
      // else it would be in the way of both that it links
      lab.nas().remove("iscsi.targetextent.query", 31);
      SortedMap<String, String> before = lab.nas().everything();
      for (Action action :
          List.of(
              Action.DELETE_NFS_SHARE,
              Action.DELETE_SMB_SHARE,
              Action.DELETE_ISCSI_EXTENT,
              Action.DELETE_ISCSI_TARGET,
              Action.MAKE_READ_ONLY,
              Action.DESTROY_SNAPSHOT,
              Action.DESTROY_DATASET)) {
        Step step = NasLab.step(looking, action);

        assertThat(kind(() -> hand.act(step))).as(action.word()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(hand.done(step)).isFalse();
      }
      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @Test
  void unknownKeyCanDoNothing() {
    try (NasLab lab = new NasLab(Generation.GOLDEYE_25_10, folder);
        Hand looking = lab.hand();
        Hand hand = lab.hand(Rights.NONE, PATIENCE)) {
      Step step = NasLab.step(looking, Action.DELETE_NFS_SHARE);

      assertThat(kind(() -> hand.look(step))).isEqualTo(Kind.NOT_ALLOWED);
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void numberThatAnotherBearsByNowIsNotOurs(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas().remove("sharing.nfs.query", 1);
      lab.nas()
          .put(
              "sharing.nfs.query",
              NasLab.row("{\"id\":1,\"path\":\"/mnt/tank/k8s/vols/pvc-left\",\"enabled\":true}"));
      SortedMap<String, String> before = lab.nas().everything();

      assertThat(step.differences(hand.look(step).orElseThrow())).containsKey(Expectation.PATH);
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

      assertThat(lab.nas().everything()).isEqualTo(before);
      assertThat(hand.done(step)).as("ours is gone, whoever took it away").isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void holdAndCloneAreInTheWay(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DESTROY_SNAPSHOT);
      lab.nas().makeClone("tank/k8s/vols/pvc-2", NasLab.SNAPSHOT);
      SortedMap<String, String> cloned = lab.nas().everything();

      assertThat(hand.obstacle(step)).contains("1 datasets are clones of it: tank/k8s/vols/pvc-2");
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

      assertThat(lab.nas().everything()).isEqualTo(cloned);
      lab.nas().hold(NasLab.SNAPSHOT, "velero");
      assertThat(hand.obstacle(step)).hasValueSatisfying(why -> assertThat(why).contains("h"));
      assertThat(hand.obstacle(step).orElseThrow()).containsAnyOf("it is held", "holds are on it");
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void snapshotOfTheSameNameMadeLaterIsAnother(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      SortedMap<String, String> expected =
          new TreeMap<>(NasLab.step(hand, Action.DESTROY_SNAPSHOT).expected());
      expected.put(Expectation.CREATE_TXG, "99");
      Step step = NasLab.bare(Action.DESTROY_SNAPSHOT, expected);
      SortedMap<String, String> before = lab.nas().everything();

      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

      assertThat(lab.nas().everything()).isEqualTo(before);
      assertThat(hand.done(step)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void sessionsAndClientsAreInTheWay(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step target = NasLab.step(hand, Action.DELETE_ISCSI_TARGET);
      Step link = NasLab.step(hand, Action.DELETE_TARGET_EXTENT);
      Step share = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas()
          .put(
              "iscsi.global.sessions",
              NasLab.row(
                  "{\"initiator\":\"iqn.host\",\"target\":\"iqn.2005-10.org.freenas.ctl:xpvc-3\"}"));
      assertThat(hand.obstacle(link)).as("of a target whose name ends alike").isEmpty();
      lab.nas()
          .put(
              "iscsi.global.sessions",
              NasLab.row(
                  "{\"initiator\":\"iqn.host\",\"target\":\"iqn.2005-10.org.freenas.ctl:pvc-3\"}"));
      assertThat(hand.obstacle(link)).contains("iqn.host has a session with its target");
      assertThat(kind(() -> hand.act(link))).isEqualTo(Kind.REFUSED);
      assertThat(kind(() -> hand.act(target))).isEqualTo(Kind.REFUSED);
      lab.nas()
          .put(
              "nfs.get_nfs3_clients",
              NasLab.row("{\"ip\":\"10.0.0.21\",\"export\":\"/mnt/tank/k8s/vols/pvc-1\"}"));
      if (generation.atLeast(Generation.BLUEFIN_22_12)) {
        assertThat(hand.obstacle(share))
            .contains("10.0.0.21 has it mounted, says the mount table of NFSv3");
        assertThat(kind(() -> hand.act(share))).isEqualTo(Kind.REFUSED);
      }
    }
  }

  @Test
  void hostThatIsConnectedKeepsItsNamespace() {
    try (NasLab lab = new NasLab(Generation.GOLDEYE_25_10, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NVME_NAMESPACE);
      lab.nas()
          .put(
              "nvmet.global.sessions",
              NasLab.row("{\"hostnqn\":\"nqn.host\",\"subsys_id\":5,\"port_id\":1}"));
      SortedMap<String, String> before = lab.nas().everything();

      assertThat(hand.obstacle(step)).contains("nqn.host is connected to its subsystem");
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void datasetOfAPoolThatIsAwayIsNotGone(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DESTROY_DATASET);
      lab.nas().remove("pool.query", 1);
      lab.nas().faults().always("pool.dataset.query", Fault.emptyList());

      assertThat(kind(() -> hand.look(step))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(kind(() -> hand.done(step))).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void questionsAreRepeatedAndThenFail(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas().faults().once("sharing.nfs.query", Fault.dropMidway());
      assertThat(hand.look(step)).isPresent();
      lab.nas().faults().always("sharing.nfs.query", Fault.garbage());

      assertThat(kind(() -> hand.look(step))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(kind(() -> hand.done(step))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(lab.nas().calls()).doesNotContain(DELETE);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void whatHasTakenThePlaceIsNotReplaced(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_SMB_SHARE);
      String remembered = hand.remember(step);
      hand.act(step);
      lab.nas()
          .put(
              "sharing.smb.query",
              NasLab.row(
                  "{\"id\":9,\"name\":\"pvc-1\",\"path\":\"/mnt/tank/k8s/vols/pvc-2\",\"purpose\":\"\"}"));
      SortedMap<String, String> before = lab.nas().everything();

      assertThat(kind(() -> hand.undo(step, remembered))).isEqualTo(Kind.REFUSED);
      assertThat(kind(() -> hand.undo(step, "{}"))).isEqualTo(Kind.REFUSED);
      assertThat(kind(() -> hand.undo(step, "no json"))).isEqualTo(Kind.REFUSED);

      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void jobIsWaitedForAndItsEndBelieved(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.DELETE_NFS_SHARE);
      lab.nas().faults().always(DELETE, Fault.answering("77"));
      lab.nas()
          .put(
              "core.get_jobs",
              NasLab.row("{\"id\":77,\"state\":\"FAILED\",\"error\":\"[EFAULT] no\"}"));

      assertThatThrownBy(() -> hand.act(step))
          .isInstanceOfSatisfying(
              HandFailure.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED))
          .hasMessageContaining("[EFAULT] no");

      lab.nas().remove("core.get_jobs", 77);
      assertThat(kind(() -> hand.act(step))).as("a job nobody knows").isEqualTo(Kind.UNKNOWN);
      lab.nas().put("core.get_jobs", NasLab.row("{\"id\":77,\"state\":\"SUCCESS\"}"));
      hand.act(step);
      assertThat(hand.done(step)).isFalse();
    }
  }
}
