package dev.poolkeeper.writers.nas;

import dev.poolkeeper.processors.proposal.Expectation;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.processors.proposal.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The deletion of one row of the appliance's configuration. Ids are used again after a deletion, so
 * a row is taken for the step's own only when what it stands for is the same, too.
 */
abstract class RowPart implements Part {

  private static final String ROW = "row";
  private static final String NOT_THE_SAME = "notTheSame";

  private final NasQuestions nas;
  private final String service;

  /**
   * @param service {@code sharing.nfs}, before {@code .query}, {@code .create} and {@code .delete}
   */
  RowPart(NasQuestions nas, String service) {
    this.nas = nas;
    this.service = service;
  }

  /** What the row is like, without its id. */
  abstract SortedMap<String, String> told(JsonNode row);

  /** Whether a row stands for what the step is about, whatever its id. */
  abstract boolean same(Step step, JsonNode row);

  /** What the call that makes such a row takes of it. */
  abstract List<String> made();

  /** What the appliance makes itself and cannot be told to make the same. */
  abstract List<String> derived();

  NasQuestions nas() {
    return nas;
  }

  /** What deleting takes besides the id. */
  List<JsonNode> options() {
    return List.of();
  }

  /** What is to be remembered of other rows, to find them by name when ids have changed. */
  void rememberOthers(JsonNode row, ObjectNode remembered) {}

  /** The last word on what a row is made of. */
  void complete(ObjectNode creation, JsonNode remembered, Step step) {}

  /** Whether a row that is there is what was remembered, whatever its id. */
  boolean back(Step step, JsonNode row, JsonNode remembered) {
    return told(row).equals(told(remembered.path(ROW)));
  }

  /** Whether a row has taken the place of what was remembered: a name or path is there once. */
  boolean inPlace(Step step, JsonNode row, JsonNode remembered) {
    return same(step, row);
  }

  @Override
  public final Optional<SortedMap<String, String>> look(Step step) {
    return find(step).map(this::seen);
  }

  private SortedMap<String, String> seen(JsonNode row) {
    SortedMap<String, String> seen = new TreeMap<>(told(row));
    seen.put(Expectation.ID, Trees.value(row, "id"));
    return seen;
  }

  /** The row of the step's id, whatever it is now; else the one that stands for the same. */
  final Optional<ObjectNode> find(Step step) {
    List<ObjectNode> rows = nas.rows(service + ".query");
    return rows.stream()
        .filter(row -> Trees.value(row, "id").equals(id(step)))
        .findFirst()
        .or(() -> rows.stream().filter(row -> same(step, row)).findFirst());
  }

  private static String id(Step step) {
    return step.expected().getOrDefault(Expectation.ID, "");
  }

  @Override
  public final ObjectNode remember(Step step) {
    ObjectNode row = find(step).orElseThrow(() -> Refusal.gone(step));
    ObjectNode remembered = Trees.object().put("service", service);
    remembered.set(ROW, row);
    rememberOthers(row, remembered);
    Set<String> lost = new TreeSet<>(derived());
    lost.add("id");
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      if (!made().contains(field.getKey())) {
        lost.add(field.getKey());
      }
    }
    lost.removeAll(List.of("locked"));
    ArrayNode notTheSame = remembered.putArray(NOT_THE_SAME);
    lost.stream().filter(row::has).forEach(notTheSame::add);
    return remembered;
  }

  @Override
  public final void act(Step step) {
    ObjectNode row = find(step).orElseThrow(() -> Refusal.gone(step));
    if (!same(step, row)) {
      throw Refusal.of(step, "its id " + Trees.value(row, "id") + " is another's now");
    }
    JsonNode[] params =
        Stream.concat(Stream.of(row.path("id")), options().stream()).toArray(JsonNode[]::new);
    nas.change(service + ".delete", params);
  }

  /** An id that another row bears by now says that ours is gone. */
  @Override
  public final boolean done(Step step) {
    return nas.rows(service + ".query").stream()
        .noneMatch(
            row ->
                same(step, row) && (id(step).isEmpty() || Trees.value(row, "id").equals(id(step))));
  }

  @Override
  public final void undo(Step step, JsonNode remembered) {
    if (!remembered.path(ROW).isObject() || !Trees.value(remembered, "service").equals(service)) {
      throw Refusal.of(step, "what was remembered is of something else");
    }
    if (isBack(step, remembered)) {
      return;
    }
    ObjectNode creation = Trees.object();
    for (String field : made()) {
      if (remembered.path(ROW).has(field)) {
        creation.set(field, remembered.path(ROW).path(field));
      }
    }
    complete(creation, remembered, step);
    nas.change(service + ".create", creation);
    if (!isBack(step, remembered)) {
      throw new HandFailure(
          Kind.UNKNOWN, step.words() + ": it was made again, and is not there afterwards");
    }
  }

  private boolean isBack(Step step, JsonNode remembered) {
    List<ObjectNode> rows = nas.rows(service + ".query");
    if (rows.stream().anyMatch(row -> back(step, row, remembered))) {
      return true;
    }
    rows.stream()
        .filter(row -> inPlace(step, row, remembered))
        .findFirst()
        .ifPresent(
            other -> {
              throw Refusal.of(
                  step, "it cannot be made again, in its place there is " + seen(other));
            });
    return false;
  }
}
