package dev.poolkeeper.writers.nas;

import static dev.poolkeeper.writers.nas.FakeNas.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no appliance should give, and what is made of them. */
class NasHandTest {

  private static final String GOLDEYE = "TrueNAS-25.10.1";
  private static final Step SHARE =
      step(
          Action.DELETE_NFS_SHARE,
          ObjectKind.NFS_SHARE,
          "mnt/tank/a",
          "id",
          "4",
          "path",
          "/mnt/tank/a");
  private static final Step READ_ONLY = step(Action.MAKE_READ_ONLY, ObjectKind.DATASET, "tank/a");
  private static final Step MARK = step(Action.MARK_DATASET, ObjectKind.DATASET, "tank/a");

  private static Kind kind(ThrowingCallable call) {
    HandFailure[] seen = new HandFailure[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HandFailure.class, failure -> seen[0] = failure);
    return seen[0].kind();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "true", "'text'", "[1]", "[null]", "[[]]"})
  void whatIsNoListOfRowsSaysNothing(String answer) {
    NasHand hand = new FakeNas(GOLDEYE).answer("sharing.nfs.query", answer).hand();

    assertThat(kind(() -> hand.look(SHARE))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind(() -> hand.done(SHARE))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void methodThatIsMissingIsNoEmptyList() {
    assertThat(kind(() -> new FakeNas(GOLDEYE).hand().look(SHARE))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void filterThatIsIgnoredFindsNoOtherDataset() {
    NasHand hand =
        new FakeNas(GOLDEYE)
            .answer("pool.dataset.query", "[{'id':'tank','type':'FILESYSTEM'}]")
            .hand();

    assertThat(hand.look(MARK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tank/.system/x", "tank/ix-apps-of-mine", "tank/a/.ix-virt"})
  void hiddenDatasetIsNeverSaidToBeGone(String id) {
    NasHand hand = new FakeNas(GOLDEYE).answer("pool.dataset.query", "[]").hand();
    Step step = step(Action.DESTROY_DATASET, ObjectKind.DATASET, id);

    assertThat(kind(() -> hand.done(step))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void poolThatIsOfflineTellsNothing() {
    NasHand hand =
        new FakeNas(GOLDEYE)
            .answer("pool.dataset.query", "[]")
            .answer("pool.query", "[{'name':'tank','status':'OFFLINE'}]")
            .hand();

    assertThat(kind(() -> hand.look(MARK))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void listWithoutItsPoolTellsNoClones() {
    NasHand hand =
        new FakeNas(GOLDEYE)
            .answer("pool.dataset.query", "[{'id':'tank/a','type':'FILESYSTEM'}]")
            .answer("zfs.resource.query", "[]")
            .hand();

    assertThat(kind(() -> hand.obstacle(READ_ONLY))).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void snapshotWhoseHoldsAreNotToldIsLeftAlone() {
    NasHand hand = new FakeNas(GOLDEYE).answer("pool.snapshot.query", "[{'id':'tank/a@s'}]").hand();
    Step step = step(Action.DESTROY_SNAPSHOT, ObjectKind.ZFS_SNAPSHOT, "tank/a@s");

    assertThat(kind(() -> hand.obstacle(step))).isEqualTo(Kind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"INHERITED,INHERIT", "DEFAULT,INHERIT", "LOCAL,OFF", "UNKNOWN,OFF"})
  void readOnlyIsPutBackAsItWas(String source, String restored) {
    FakeNas nas = dataset("'readonly':{'rawvalue':'off','source':'%s'}".formatted(source));
    NasHand hand = nas.hand();
    String remembered = hand.remember(READ_ONLY);
    dataset(nas, "'readonly':{'rawvalue':'on','source':'LOCAL'}");
    assertThat(hand.done(READ_ONLY)).isTrue();
    nas.whenChanged(method -> dataset(nas, "'readonly':{'rawvalue':'off','source':'X'}"));

    hand.undo(READ_ONLY, remembered);

    assertThat(nas.changes)
        .containsExactly(
            "pool.dataset.update [\"tank/a\", {\"readonly\":\"%s\"}]".formatted(restored));
  }

  @Test
  void readOnlyThatWasReceivedIsLeftAlone() {
    NasHand hand = dataset("'readonly':{'rawvalue':'on','source':'RECEIVED'}").hand();

    assertThat(hand.obstacle(READ_ONLY))
        .contains("its readonly was received with a replication and could not be put back");
  }

  @Test
  void readOnlyThatStaysOnAfterUndoIsSaid() {
    FakeNas nas = dataset("'readonly':{'rawvalue':'on','source':'LOCAL'}");

    assertThat(
            kind(() -> nas.hand().undo(READ_ONLY, "{\"readonly\":\"OFF\",\"source\":\"DEFAULT\"}")))
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void markOfAnotherPlanIsInTheWayAndIsNotTakenAway() {
    FakeNas nas =
        dataset(
            "'user_properties':{'poolkeeper:quarantined':{'rawvalue':'plan-0','source':'LOCAL'}}");

    assertThat(nas.hand().obstacle(MARK)).contains("it is quarantined already, by plan-0");
    assertThat(nas.hand().done(MARK)).isFalse();
    nas.hand().undo(MARK, "{\"mark\":null}");
    assertThat(nas.changes).isEmpty();
  }

  @Test
  void whatAReleaseAddsIsSaidToBeLost() {
    NasHand hand =
        new FakeNas(GOLDEYE)
            .answer(
                "sharing.nfs.query",
                "[{'id':4,'path':'/mnt/tank/a','aliases':[],'locked':false,'of_tomorrow':1}]")
            .hand();

    assertThat(hand.remember(SHARE)).contains("\"notTheSame\":[\"id\",\"of_tomorrow\"]");
  }

  @Test
  void secondShareOfAPathIsNeitherTakenForTheFirstNorInItsWay() {
    FakeNas nas =
        new FakeNas(GOLDEYE)
            .answer(
                "sharing.nfs.query", "[{'id':5,'path':'/mnt/tank/a','networks':['10.1.0.0/16']}]");
    NasHand hand = nas.hand();
    nas.whenChanged(
        method ->
            nas.answer(
                "sharing.nfs.query",
                "[{'id':5,'path':'/mnt/tank/a','networks':['10.1.0.0/16']},"
                    + "{'id':6,'path':'/mnt/tank/a','networks':[]}]"));

    assertThat(hand.done(SHARE)).isTrue();
    hand.undo(
        SHARE,
        "{\"service\":\"sharing.nfs\",\"row\":{\"id\":4,\"path\":\"/mnt/tank/a\",\"networks\":[]}}");

    assertThat(nas.changes)
        .containsExactly("sharing.nfs.create [{\"path\":\"/mnt/tank/a\",\"networks\":[]}]");
  }

  @Test
  void creationThatLeftNothingIsNotBelieved() {
    FakeNas nas = new FakeNas(GOLDEYE).answer("sharing.nfs.query", "[]");

    assertThat(
            kind(
                () ->
                    nas.hand()
                        .undo(
                            SHARE,
                            "{\"service\":\"sharing.nfs\",\"row\":{\"path\":\"/mnt/tank/a\"}}")))
        .isEqualTo(Kind.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void whatIsSupportedIsWhatIsDone(Action action) {
    Step step = step(action, ObjectKind.DATASET, "tank/a");
    NasHand hand = new FakeNas(GOLDEYE).hand();

    if (NasHand.supports(action, GOLDEYE)) {
      assertThat(kind(() -> hand.look(step))).isEqualTo(Kind.UNAVAILABLE);
    } else {
      assertThatThrownBy(() -> hand.look(step))
          .hasMessageContaining("nothing that is done on a TrueNAS");
    }
  }

  @Test
  void identityIsTold() {
    FakeNas nas = new FakeNas(GOLDEYE).answer("system.host_id", "'abc'");

    assertThat(nas.hand().hostId()).contains("abc");
    assertThat(new FakeNas(GOLDEYE).hand().hostId()).isEmpty();
  }

  private static FakeNas dataset(String fields) {
    return dataset(new FakeNas(GOLDEYE), fields);
  }

  private static FakeNas dataset(FakeNas nas, String fields) {
    return nas.answer(
        "pool.dataset.query", "[{'id':'tank/a','type':'FILESYSTEM',%s}]".formatted(fields));
  }
}
