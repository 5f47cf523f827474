package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.DETACHED_SNAPSHOT_ORPHAN;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.DatasetBuilder.aZvol;
import static dev.poolkeeper.processors.support.InventoryBuilder.LONG_AGO;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.SnapshotBuilder.aSnapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.SnapshotTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.support.DatasetBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import dev.poolkeeper.processors.support.OtherUsers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an approval is bound to. */
class PlanHashTest {

  private static final String ID = "tank/k8s/pvc-x";
  private static final String AUTO = "auto-2026-02-10_00-00";

  private static InventoryBuilder with(DatasetBuilder leftover) {
    return anInventory().dataset(leftover).onNas(OtherUsers.nfsShare(41, "/mnt/" + ID, ""));
  }

  private static DatasetBuilder leftover() {
    return aDataset(ID).marked("pvc-x");
  }

  private static String quarantine(InventoryBuilder inventory) {
    return hash(inventory, Stage.QUARANTINE);
  }

  private static String end(InventoryBuilder inventory) {
    return hash(inventory, Stage.DESTROY);
  }

  private static String hash(InventoryBuilder inventory, Stage stage) {
    return PlannedNight.plan(inventory, BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + ID).hash(stage);
  }

  @Test
  void stagesHaveHashesOfTheirOwn() {
    assertThat(quarantine(with(leftover()))).isNotEqualTo(end(with(leftover()))).hasSize(64);
  }

  @Test
  void everyFactThatTellsAnObjectFromALaterOneMatters() {
    List<String> ends =
        List.of(
            end(with(leftover())),
            end(with(leftover().created(LONG_AGO.plusSeconds(1)))),
            end(with(leftover().cloneOf("tank/a@b"))),
            end(anInventory().dataset(aZvol(ID).marked("pvc-x"))));

    assertThat(ends).doesNotHaveDuplicates();
  }

  @Test
  void everyWayToTheDatasetMatters() {
    List<String> quarantines =
        List.of(
            quarantine(with(leftover())),
            quarantine(anInventory().dataset(leftover())),
            quarantine(
                anInventory().dataset(leftover()).onNas(OtherUsers.nfsShare(42, "/mnt/" + ID, ""))),
            quarantine(with(leftover()).onNas(OtherUsers.nfsShare(42, "/mnt/" + ID + "/a", ""))),
            quarantine(with(leftover()).onNas(Objects.smbShare("x", "/mnt/" + ID))),
            quarantine(with(leftover()).onNas(Objects.smbShare("y", "/mnt/" + ID))),
            quarantine(with(leftover().readOnly())),
            quarantine(with(leftover().property("poolkeeper:quarantined", "x"))));

    assertThat(quarantines).doesNotHaveDuplicates();
  }

  @Test
  void everyPartOfAnIscsiChainMatters() {
    List<String> quarantines =
        List.of(
            chain(3, "t", 8, "e", 0),
            chain(4, "t", 8, "e", 0),
            chain(3, "u", 8, "e", 0),
            chain(3, "t", 9, "e", 0),
            chain(3, "t", 8, "f", 0),
            chain(3, "t", 8, "e", 1));

    assertThat(quarantines).doesNotHaveDuplicates();
  }

  private static String chain(long target, String name, long extent, String named, long lun) {
    return quarantine(
        anInventory()
            .dataset(aZvol(ID).marked("pvc-x"))
            .onNas(Objects.target(target, name))
            .onNas(Objects.extent(extent, named, ID))
            .onNas(Objects.lun(target, extent, lun)));
  }

  @Test
  void sizesAndBlockersDoNotMatter() {
    assertThat(end(with(leftover().used(7).capacity(9).parts(1, 2, 3))))
        .isEqualTo(end(with(leftover())));
    assertThat(end(with(leftover()).onNas(OtherUsers.nfsClient("10.0.0.21", "/mnt/" + ID))))
        .isEqualTo(end(with(leftover())));
  }

  @Test
  void snapshotThatNobodyMakesAgainMatters() {
    InventoryBuilder one = with(leftover()).snapshot(aSnapshot(ID + "@mine").madeIn(5));
    InventoryBuilder anew = with(leftover()).snapshot(aSnapshot(ID + "@mine").madeIn(6));

    assertThat(List.of(end(with(leftover())), end(one), end(anew))).doesNotHaveDuplicates();
    assertThat(quarantine(one)).isEqualTo(quarantine(with(leftover())));
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, "tank/k8s", "tank"})
  void snapshotOfAPeriodicTaskDoesNotMatter(String covered) {
    InventoryBuilder none = with(leftover()).onNas(OtherUsers.snapshotTask(covered));
    InventoryBuilder one =
        with(leftover())
            .onNas(OtherUsers.snapshotTask(covered))
            .snapshot(aSnapshot(ID + "@" + AUTO).madeIn(5));

    assertThat(end(one)).isEqualTo(end(none));
    assertThat(
            PlannedNight.plan(one, BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + ID)
                .steps(Stage.DESTROY))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"auto-2026-02-10", "auto-2026-02-30_00-00", "weekly-2026-02-10_00-00", "x"})
  void snapshotThatTheTaskCannotHaveNamedMatters(String name) {
    InventoryBuilder covered = with(leftover()).onNas(OtherUsers.snapshotTask("tank/k8s"));
    String before = end(covered);

    assertThat(end(covered.snapshot(aSnapshot(ID + "@" + name).madeIn(5)))).isNotEqualTo(before);
  }

  @Test
  void taskThatDoesNotReachTheDatasetMakesNoneOfItsSnapshots() {
    assertThat(foreign(task("tank/k8s", false, List.of(), true))).isTrue();
    assertThat(foreign(task("tank/k8s", true, List.of(ID), true))).isTrue();
    assertThat(foreign(task("tank/k8s", true, List.of("tank/k8s"), true))).isTrue();
    assertThat(foreign(task("tank/k8", true, List.of(), true))).isTrue();
    assertThat(foreign(task("tank/k8s", true, List.of(), false))).isTrue();
    assertThat(foreign(task("tank/k8s", true, List.of(ID + "0"), true))).isFalse();
  }

  @Test
  void taskOfAnotherNasMakesNoneOfItsSnapshots() {
    InventoryBuilder inventory =
        with(leftover())
            .snapshot(aSnapshot(ID + "@" + AUTO).madeIn(5))
            .nas("nas2")
            .pool("tank")
            .onNas(OtherUsers.snapshotTask("tank/k8s"));

    assertThat(turnover(inventory)).isEmpty();
  }

  private static SnapshotTask task(
      String dataset, boolean recursive, List<String> exclude, boolean enabled) {
    return new SnapshotTask(
        "nas1",
        4,
        dataset,
        recursive,
        exclude,
        "auto-%Y-%m-%d_%H-%M",
        "",
        "2 WEEK",
        enabled,
        SnapshotTask.Terms.UNTOLD);
  }

  private static boolean foreign(SnapshotTask task) {
    return turnover(with(leftover()).add(task).snapshot(aSnapshot(ID + "@" + AUTO).madeIn(5)))
        .isEmpty();
  }

  private static Set<Subject> turnover(InventoryBuilder inventory) {
    return PlannedNight.plan(inventory, BACKEND_WITHOUT_VOLUME, "nas1/datasets/" + ID).turnover();
  }

  private static Step step(String target, Map<String, String> expected) {
    return new Step(
        Stage.QUARANTINE,
        Action.DELETE_NFS_SHARE,
        new Subject("n", target),
        new TreeMap<>(expected));
  }

  private static String hash(FindingCode code, String subject, Step... steps) {
    return new Plan(
            code, new Subject("n", subject), List.of(steps), List.of(), Reclaim.UNKNOWN, Set.of())
        .hash(Stage.QUARANTINE);
  }

  @Test
  void craftedNamesDoNotReadLikeOtherPlans() {
    Step plain = step("a", Map.of("id", "1"));
    List<String> hashes = new ArrayList<>();
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", plain));
    hashes.add(hash(DETACHED_SNAPSHOT_ORPHAN, "s", plain));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s\n10:quarantine", plain));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", plain, plain));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", step("a\n4:id=1", Map.of())));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", step("a", Map.of("id", "1\n4:id=2"))));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", step("a", Map.of("id", "1", "ie", "2"))));
    hashes.add(hash(BACKEND_WITHOUT_VOLUME, "s", step("a", Map.of("id", "1\nie=2"))));
    hashes.add(
        hash(
            BACKEND_WITHOUT_VOLUME,
            "s",
            step("a", Map.of("id", "1\n16:delete-nfs-share\n3:n/a\n4:id=1"))));

    assertThat(new HashSet<>(hashes)).hasSameSizeAs(hashes);
  }

  @Test
  void orderOfStepsMatters() {
    Step one = step("a", Map.of());
    Step other = step("b", Map.of());

    assertThat(hash(BACKEND_WITHOUT_VOLUME, "s", one, other))
        .isNotEqualTo(hash(BACKEND_WITHOUT_VOLUME, "s", other, one));
  }

  @Test
  void destructionComesAfterQuarantine() {
    Step end =
        new Step(Stage.DESTROY, Action.DESTROY_DATASET, new Subject("n", "d"), new TreeMap<>());

    assertThatThrownBy(() -> hash(BACKEND_WITHOUT_VOLUME, "s", end, step("a", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The hash is kept in ledgers and files: another for the same plan would undo every approval. By
   * sha256sum of {@code poolkeeper plan 1} and {@code 5:PK102}, {@code 17:n/datasets/tank/a},
   * {@code 10:quarantine}, {@code 16:delete-nfs-share}, {@code 3:n/b}, {@code 4:id=1}, a line each.
   */
  @Test
  void hashOfAPlanStaysWhatItIs() {
    assertThat(hash(BACKEND_WITHOUT_VOLUME, "datasets/tank/a", step("b", Map.of("id", "1"))))
        .isEqualTo("095b4ab1b1d653f3e260a9a51864a01054a266c20ef85a1c9852f6409f26f895");
  }
}
