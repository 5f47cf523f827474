package dev.poolkeeper.tests.hand;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.writers.nas.NasHand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every action on every release: done, read back and made again, and nothing else touched. */
class NasHandIT {

  /** Whose single row a step takes away: the row of this id in this table. */
  private static final Map<Action, String> ROWS =
      Map.of(
          Action.DELETE_NFS_SHARE, "sharing.nfs.query 1",
          Action.DELETE_SMB_SHARE, "sharing.smb.query 1",
          Action.DELETE_TARGET_EXTENT, "iscsi.targetextent.query 31",
          Action.DELETE_NVME_NAMESPACE, "nvmet.namespace.query 7",
          Action.DESTROY_SNAPSHOT, "snapshot " + NasLab.SNAPSHOT,
          Action.DESTROY_DATASET, "dataset " + NasLab.LEFT);

  @TempDir private Path folder;

  static Stream<Arguments> deletions() {
    return every(ROWS.keySet());
  }

  private static Stream<Arguments> every(Set<Action> actions) {
    return Stream.of(Generation.values())
        .flatMap(
            generation ->
                actions.stream()
                    .sorted()
                    .filter(
                        action ->
                            action != Action.DELETE_NVME_NAMESPACE
                                || generation.atLeast(Generation.GOLDEYE_25_10))
                    .map(action -> Arguments.of(generation, action)));
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void deletionTakesItsObjectAndNothingElse(Generation generation, Action action) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, action);
      SortedMap<String, String> before = lab.nas().everything();
      String remembered = hand.remember(step);

      assertThat(hand.obstacle(step)).isEmpty();
      assertThat(hand.done(step)).isFalse();
      hand.act(step);

      assertThat(hand.done(step)).isTrue();
      assertThat(hand.look(step)).isEmpty();
      before.remove(ROWS.get(action));
      assertThat(lab.nas().everything()).isEqualTo(before);
      assertThatThrownBy(() -> hand.act(step))
          .isInstanceOf(HandFailure.class)
          .hasMessageContaining("it is not there");
      if (!action.reversible()) {
        assertThatThrownBy(() -> hand.undo(step, remembered))
            .hasMessageContaining("cannot be made again");
      }
    }
  }

  static Stream<Arguments> tables() {
    return every(
        Set.of(
            Action.DELETE_NFS_SHARE,
            Action.DELETE_SMB_SHARE,
            Action.DELETE_TARGET_EXTENT,
            Action.DELETE_NVME_NAMESPACE));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatWasDeletedIsMadeAgain(Generation generation, Action action) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, action);
      String table = requireNonNull(ROWS.get(action)).split(" ", -1)[0];
      List<ObjectNode> before = lab.nas().rows(table);
      String remembered = hand.remember(step);
      hand.act(step);

      hand.undo(step, remembered);

      assertThat(same(lab.nas().rows(table), remembered)).isEqualTo(same(before, remembered));
      assertThat(withoutId(hand.look(step).orElseThrow())).isEqualTo(withoutId(step.expected()));
      SortedMap<String, String> after = lab.nas().everything();
      hand.undo(step, remembered);
      assertThat(lab.nas().everything()).as("it is there already").isEqualTo(after);
    }
  }

  /** Rows without what the remembered text says cannot be the same. */
  private static List<String> same(List<ObjectNode> rows, String remembered) {
    List<String> fields = new ArrayList<>();
    NasLab.json(remembered).path("notTheSame").forEach(field -> fields.add(field.asString()));
    assertThat(fields).contains("id").doesNotContain("path", "name", "networks", "lunid", "nsid");
    return rows.stream()
        .map(
            row -> {
              ObjectNode copy = row.deepCopy();
              copy.remove(fields);
              return sorted(copy);
            })
        .sorted()
        .toList();
  }

  private static String sorted(ObjectNode row) {
    SortedMap<String, JsonNode> fields = new TreeMap<>();
    row.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields.toString();
  }

  private static Map<String, String> withoutId(SortedMap<String, String> told) {
    SortedMap<String, String> copy = new TreeMap<>(told);
    copy.remove("id");
    return copy;
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void targetExtentAndLinkComeBackUnderOtherNumbers(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step link = NasLab.step(hand, Action.DELETE_TARGET_EXTENT);
      Step extent = NasLab.step(hand, Action.DELETE_ISCSI_EXTENT);
      Step target = NasLab.step(hand, Action.DELETE_ISCSI_TARGET);
      assertThat(hand.obstacle(extent)).contains("target pvc-3 still shows it");
      assertThat(hand.obstacle(target)).contains("it still shows extent pvc-3-disk");
      assertThat(hand.obstacle(extent, Set.of(link.target()))).isEmpty();
      assertThat(hand.obstacle(target, Set.of(link.target()))).isEmpty();
      List<Step> steps = List.of(link, extent, target);
      List<String> remembered = new ArrayList<>();
      SortedMap<String, String> before = lab.nas().everything();
      for (Step step : steps) {
        remembered.add(hand.remember(step));
        assertThat(hand.obstacle(step)).isEmpty();
        hand.act(step);
        assertThat(hand.done(step)).isTrue();
      }
      assertThat(before.keySet())
          .containsAll(lab.nas().everything().keySet())
          .hasSize(lab.nas().everything().size() + 3);
      lab.nas().put("iscsi.extent.query", NasLab.row("{\"id\":40,\"name\":\"new\"}"));
      lab.nas().put("iscsi.target.query", NasLab.row("{\"id\":50,\"name\":\"new\"}"));

      for (int at = steps.size() - 1; at >= 0; at--) {
        hand.undo(steps.get(at), remembered.get(at));
      }

      JsonNode made = last(lab, "iscsi.extent.query");
      assertThat(made.path("id").asInt()).isEqualTo(41);
      assertThat(made.path("serial").asString()).isEqualTo("0123");
      assertThat(made.path("blocksize").asInt()).isEqualTo(4096);
      assertThat(made.path("disk").asString()).isEqualTo("zvol/tank/k8s/blk/pvc-3");
      assertThat(NasLab.json(remembered.get(1)).path("notTheSame").toString())
          .contains("\"naa\"", "\"id\"");
      JsonNode shown = last(lab, "iscsi.target.query");
      assertThat(shown.path("groups").path(0).path("auth").asInt()).isEqualTo(3);
      assertThat(shown.path("alias").asString()).isEqualTo("of a test");
      JsonNode pair = last(lab, "iscsi.targetextent.query");
      assertThat(pair.path("target").asInt()).isEqualTo(51);
      assertThat(pair.path("extent").asInt()).isEqualTo(41);
      assertThat(pair.path("lunid").asInt()).isEqualTo(5);
    }
  }

  private static JsonNode last(NasLab lab, String table) {
    List<ObjectNode> rows = lab.nas().rows(table);
    return rows.get(rows.size() - 1);
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void datasetIsMarkedAndUnmarked(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.MARK_DATASET);
      SortedMap<String, String> before = lab.nas().everything();
      if (!NasHand.supports(Action.MARK_DATASET, generation.version())) {
        assertThat(generation).isEqualTo(Generation.CORE_13);
        assertThat(hand.obstacle(step)).isPresent();
        assertThatThrownBy(() -> hand.act(step)).hasMessageContaining("CORE");
        assertThat(lab.nas().everything()).isEqualTo(before);
        return;
      }
      String remembered = hand.remember(step);
      assertThat(hand.obstacle(step)).isEmpty();
      assertThat(hand.done(step)).isFalse();

      hand.act(step);

      assertThat(hand.done(step)).isTrue();
      SortedMap<String, String> marked = lab.nas().everything();
      assertThat(marked.remove("dataset " + NasLab.LEFT))
          .contains("poolkeeper:quarantined", NasLab.MARK);
      assertThat(before).containsAllEntriesOf(marked);
      hand.undo(step, remembered);
      assertThat(hand.done(step)).isFalse();
      assertThat(lab.nas().everything()).isEqualTo(before);
      hand.undo(step, remembered);
      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void readOnlyGoesBackToBeingInherited(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.step(hand, Action.MAKE_READ_ONLY);
      JsonNode before = readOnly(lab);
      SortedMap<String, String> all = lab.nas().everything();
      String remembered = hand.remember(step);
      assertThat(hand.obstacle(step)).isEmpty();

      hand.act(step);

      assertThat(hand.done(step)).isTrue();
      assertThat(readOnly(lab).path("source").asString()).isEqualTo("LOCAL");
      SortedMap<String, String> changed = lab.nas().everything();
      changed.remove("dataset " + NasLab.LEFT);
      assertThat(all).containsAllEntriesOf(changed);
      hand.undo(step, remembered);
      assertThat(hand.done(step)).isFalse();
      assertThat(readOnly(lab)).isEqualTo(before);
      assertThat(before.path("source").asString()).isEqualTo("DEFAULT");
    }
  }

  private static JsonNode readOnly(NasLab lab) {
    return lab.nas().rows("pool.dataset.query").stream()
        .filter(row -> row.path("id").asString().equals(NasLab.LEFT))
        .findFirst()
        .orElseThrow()
        .path("readonly");
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void whatHangsOnADatasetIsInTheWay(Generation generation) {
    try (NasLab lab = new NasLab(generation, folder);
        Hand hand = lab.hand()) {
      Step step = NasLab.bare(Action.DESTROY_DATASET, new TreeMap<>());
      Step used =
          new Step(
              step.stage(),
              step.action(),
              NasLab.subject(ObjectKind.DATASET, NasLab.VOLUME),
              new TreeMap<>());
      SortedMap<String, String> before = lab.nas().everything();

      assertThat(hand.obstacle(used))
          .hasValueSatisfying(why -> assertThat(why).contains("snapshots"));
      assertThat(
              hand.obstacle(
                  used,
                  Set.of(
                      NasLab.subject(ObjectKind.ZFS_SNAPSHOT, NasLab.SNAPSHOT),
                      NasLab.subject(ObjectKind.ZFS_SNAPSHOT, NasLab.VOLUME + "@snapshot-2"))))
          .hasValueSatisfying(why -> assertThat(why).contains("NFS Share", "SMB Share pvc-1"));
      assertThat(
              hand.obstacle(
                  used,
                  Set.of(
                      NasLab.subject(ObjectKind.ZFS_SNAPSHOT, NasLab.SNAPSHOT),
                      NasLab.subject(ObjectKind.ZFS_SNAPSHOT, NasLab.VOLUME + "@snapshot-2"),
                      NasLab.subject(ObjectKind.NFS_SHARE, "mnt/" + NasLab.VOLUME),
                      NasLab.subject(ObjectKind.SMB_SHARE, "pvc-1"))))
          .isEmpty();
      assertThatThrownBy(() -> hand.act(used)).isInstanceOf(HandFailure.class);
      lab.nas().openFiles(NasLab.LEFT, "smbd");
      assertThat(hand.obstacle(step)).contains("files of it are open in smbd");
      Step parent =
          new Step(
              step.stage(),
              step.action(),
              NasLab.subject(ObjectKind.DATASET, "tank/k8s/blk"),
              new TreeMap<>());
      assertThat(hand.obstacle(parent))
          .contains("it has 2 datasets below it: tank/k8s/blk/pvc-3, tank/k8s/blk/pvc-4");
      assertThatThrownBy(() -> hand.act(parent)).isInstanceOf(HandFailure.class);
      assertThat(lab.nas().everything()).isEqualTo(before);
    }
  }
}
