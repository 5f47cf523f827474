package dev.poolkeeper.tests.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.tests.simulator.Fault;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every step in a cluster: done, read back and made again, and what goes wrong around it. */
class ClusterHandIT {

  private static final String VOLUME = "pv-released";

  @TempDir private Path folder;
  private ClusterLab lab;
  private Hand hand;

  @BeforeEach
  void start() {
    lab = new ClusterLab(folder);
    hand = lab.hand();
  }

  @AfterEach
  void stop() {
    hand.close();
    lab.close();
  }

  private static Kind kind(ThrowingCallable call) {
    HandFailure[] seen = new HandFailure[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HandFailure.class, failure -> seen[0] = failure);
    return seen[0].kind();
  }

  private Step volume() {
    return ClusterLab.step(hand, Action.DELETE_PERSISTENT_VOLUME, VOLUME);
  }

  private JsonNode now(String plural, String namespace, String name) {
    return lab.cluster().get(plural, namespace, name).orElseThrow();
  }

  @Test
  void volumeIsToldByWhatMakesItItself() {
    assertThat(volume().expected())
        .containsEntry(Expectation.PHASE, "Released")
        .containsEntry(Expectation.POLICY, "Retain")
        .containsEntry(Expectation.HANDLE, "handle-pv-released")
        .containsKey(Expectation.UID);
    Step none = ClusterLab.step(Action.DELETE_PERSISTENT_VOLUME, "none", new TreeMap<>());
    assertThat(hand.look(none)).isEmpty();
    assertThat(kind(() -> hand.act(none))).isEqualTo(Kind.REFUSED);
  }

  @Test
  void volumeGoesAndComesBackWithTheClaimItHad() {
    Step step = volume();
    JsonNode original = now("persistentvolumes", "", VOLUME);
    SortedMap<String, String> before = lab.cluster().everything();
    String remembered = hand.remember(step);
    assertThat(hand.obstacle(step)).isEmpty();
    assertThat(hand.done(step)).isFalse();

    hand.act(step);

    assertThat(hand.done(step)).isTrue();
    before.remove("persistentvolumes//" + VOLUME);
    assertThat(lab.cluster().everything()).isEqualTo(before);
    hand.undo(step, remembered);
    JsonNode again = now("persistentvolumes", "", VOLUME);
    assertThat(again.path("status")).isEqualTo(original.path("status"));
    assertThat(again.path("spec").path("claimRef").path("uid").asString()).isEqualTo("u-gone");
    ObjectNode spec = (ObjectNode) original.path("spec").deepCopy();
    ((ObjectNode) spec.path("csi").path("volumeAttributes")).remove("chapSecret");
    assertThat(again.path("spec")).isEqualTo(spec);
    assertThat(again.path("metadata").path("labels"))
        .isEqualTo(original.path("metadata").path("labels"));
    assertThat(remembered)
        .doesNotContain(ClusterLab.SECRET, "managedFields")
        .contains("spec.csi.volumeAttributes.chapSecret");
    SortedMap<String, String> after = lab.cluster().everything();
    hand.undo(step, remembered);
    assertThat(lab.cluster().everything()).as("it is there already").isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "pv-deletes, the driver would destroy its data",
    "pv-bound, the claim shop/data is bound to it",
    "pv-attached, it is attached to node node-1"
  })
  void whatUsesAVolumeIsInTheWay(String name, String why) {
    Step step = ClusterLab.step(hand, Action.DELETE_PERSISTENT_VOLUME, name);
    SortedMap<String, String> before = lab.cluster().everything();

    assertThat(hand.obstacle(step)).hasValueSatisfying(said -> assertThat(said).contains(why));
    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

    assertThat(lab.cluster().everything()).isEqualTo(before);
  }

  @Test
  void claimThatIsThereKeepsItsVolume() {
    lab.cluster()
        .put(
            "persistentvolumeclaims",
            ClusterLab.object("{'metadata':{'namespace':'shop','name':'gone','uid':'u-gone'}}"));

    assertThat(hand.obstacle(volume())).contains("its claim shop/gone is there");
  }

  @Test
  void volumeThatWasMadeAnewIsAnother() {
    Step step = volume();
    ObjectNode anew = (ObjectNode) now("persistentvolumes", "", VOLUME).deepCopy();
    ((ObjectNode) anew.path("metadata")).put("uid", "another");
    lab.cluster().put("persistentvolumes", anew);
    SortedMap<String, String> before = lab.cluster().everything();

    assertThat(step.differences(hand.look(step).orElseThrow())).containsOnlyKeys("uid");
    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);

    assertThat(lab.cluster().everything()).isEqualTo(before);
    assertThat(hand.done(step)).as("ours is gone").isTrue();
  }

  @Test
  void finalizersOfOthersAreWaitedForAndTold() {
    ObjectNode kept = (ObjectNode) now("persistentvolumes", "", VOLUME).deepCopy();
    ((ObjectNode) kept.path("metadata")).putArray("finalizers").add("example.com/keep");
    lab.cluster().put("persistentvolumes", kept);
    Step step = volume();

    hand.act(step);

    assertThat(hand.done(step)).isFalse();
    assertThat(hand.obstacle(step))
        .contains("it is being deleted already, and waits for example.com/keep");
    assertThat(kind(() -> hand.undo(step, "{}"))).isEqualTo(Kind.REFUSED);
  }

  @Test
  void readersCredentialsAreRefused() {
    try (Hand reading = lab.readersHand()) {
      Step step = volume();
      SortedMap<String, String> before = lab.cluster().everything();

      assertThat(kind(() -> reading.act(step))).isEqualTo(Kind.NOT_ALLOWED);

      assertThat(lab.cluster().everything()).isEqualTo(before);
    }
  }

  @Test
  void lostAnswersLeaveTheOutcomeToBeRead() {
    Step step = volume();
    // the second question is the deletion
    lab.cluster().faults().once("persistentvolumes", Fault.slow(java.time.Duration.ofMillis(1)));
    lab.cluster().faults().once("persistentvolumes", Fault.dropMidway());

    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNKNOWN);

    assertThat(hand.done(step)).isTrue();
  }

  @Test
  void errorOfTheServerIsNoAnswer() {
    Step step = volume();
    lab.cluster().faults().once("persistentvolumes", Fault.slow(java.time.Duration.ofMillis(1)));
    lab.cluster().faults().once("persistentvolumes", Fault.status(500));

    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNKNOWN);

    assertThat(hand.done(step)).isFalse();
  }

  @Test
  void unreachableIsNotGone() {
    Step step = volume();
    lab.cluster().faults().always("persistentvolumes", Fault.html(404));

    assertThat(kind(() -> hand.look(step))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind(() -> hand.done(step))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void contentComesBackAsWhatItIsAndTakesNoNewSnapshot() {
    Step step = ClusterLab.step(hand, Action.DELETE_SNAPSHOT_CONTENT, "content-left");
    String remembered = hand.remember(step);
    assertThat(hand.obstacle(step)).isEmpty();
    hand.act(step);
    assertThat(hand.done(step)).isTrue();

    hand.undo(step, remembered);

    JsonNode again = now("volumesnapshotcontents", "", "content-left");
    assertThat(again.path("status").path("snapshotHandle").asString()).isEqualTo("v@content-left");
    assertThat(again.path("spec").path("source").path("snapshotHandle").asString())
        .isEqualTo("v@content-left");
    assertThat(again.path("spec").path("source").has("volumeHandle")).isFalse();
    assertThat(again.path("spec").path("deletionPolicy").asString()).isEqualTo("Retain");
    assertThat(again.path("spec").path("volumeSnapshotRef").has("uid")).isFalse();
  }

  @Test
  void contentOfASnapshotThatIsThereStays() {
    Step step = ClusterLab.step(hand, Action.DELETE_SNAPSHOT_CONTENT, "content-of-snap");

    assertThat(hand.obstacle(step)).contains("the VolumeSnapshot snap is there");
    assertThat(
            hand.obstacle(
                step, Set.of(Subject.of("prod-a", ObjectKind.VOLUME_SNAPSHOT, "shop/snap"))))
        .isEmpty();
    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);
  }

  @Test
  void contentThatDeletesGoesForGoodAndOneThatRetainsDoesNot() {
    Step step = ClusterLab.step(hand, Action.DELETE_CONTENT_AND_SNAPSHOT, "content-deletes");
    Step retained = ClusterLab.step(hand, Action.DELETE_CONTENT_AND_SNAPSHOT, "content-left");
    String remembered = hand.remember(step);

    assertThat(hand.obstacle(retained))
        .contains("its deletion policy is not Delete: the snapshot would stay");
    assertThat(kind(() -> hand.act(retained))).isEqualTo(Kind.REFUSED);
    assertThat(hand.obstacle(step)).isEmpty();
    hand.act(step);
    assertThat(hand.done(step)).isTrue();
    assertThat(kind(() -> hand.undo(step, remembered))).isEqualTo(Kind.REFUSED);
  }

  @Test
  void snapshotAndItsContentComeBackTogether() {
    Step snapshot = ClusterLab.step(hand, Action.DELETE_VOLUME_SNAPSHOT, "shop/snap");
    Step content = ClusterLab.step(hand, Action.DELETE_SNAPSHOT_CONTENT, "content-of-snap");
    String ofSnapshot = hand.remember(snapshot);
    String ofContent = hand.remember(content);
    SortedMap<String, String> before = lab.cluster().everything();
    for (Step step : new Step[] {snapshot, content}) {
      assertThat(hand.obstacle(step)).isEmpty();
      hand.act(step);
      assertThat(hand.done(step)).isTrue();
    }
    before.remove("volumesnapshots/shop/snap");
    before.remove("volumesnapshotcontents//content-of-snap");
    assertThat(lab.cluster().everything()).isEqualTo(before);

    hand.undo(content, ofContent);
    hand.undo(snapshot, ofSnapshot);

    JsonNode again = now("volumesnapshots", "shop", "snap");
    assertThat(again.path("spec").path("source").path("volumeSnapshotContentName").asString())
        .isEqualTo("content-of-snap");
    assertThat(again.path("status").path("boundVolumeSnapshotContentName").asString())
        .isEqualTo("content-of-snap");
    assertThat(
            now("volumesnapshotcontents", "", "content-of-snap")
                .path("spec")
                .path("volumeSnapshotRef")
                .has("uid"))
        .as("a snapshot with another uid could not be bound to it")
        .isFalse();
  }

  @Test
  void claimThatWaitsForASnapshotKeepsIt() {
    lab.cluster()
        .put(
            "persistentvolumeclaims",
            ClusterLab.object(
                "{'metadata':{'namespace':'shop','name':'new'},'spec':{'dataSource':{'kind':'VolumeSnapshot','name':'snap'}},'status':{'phase':'Pending'}}"));
    Step step = ClusterLab.step(hand, Action.DELETE_VOLUME_SNAPSHOT, "shop/snap");

    assertThat(hand.obstacle(step)).contains("the claim new waits for it");
    assertThat(kind(() -> hand.act(step))).isEqualTo(Kind.REFUSED);
  }
}
